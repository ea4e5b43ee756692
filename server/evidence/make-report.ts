import {read} from '../model/read.ts';
import type {Reading} from '../model/reading.ts';
import {inOneGo, type Steps} from '../model/steps.ts';
import type {Template} from '../model/template.ts';
import {timelineInSteps} from '../model/timeline/timeline.ts';
import {judgeInSteps} from './judge.ts';
import type {Report} from './report.ts';

/** All that is known about a text under a template. Total: every string gives a Report. */
export function makeReport(text: string, template: Template): Report {
  return inOneGo(reportInSteps(read(text, template)));
}

/** All that is known about a text that has been read. */
export function* reportInSteps(reading: Reading): Steps<Report> {
  const requirements = yield* judgeInSteps(reading);
  const timeline = yield* timelineInSteps(reading);
  return {requirements, timeline, ...reading};
}

import {read} from '../model/read.ts';
import type {Reading} from '../model/reading.ts';
import type {Template} from '../model/template.ts';
import {readTimeline} from '../model/timeline/timeline.ts';
import {judge} from './judge.ts';
import type {Report} from './report.ts';

/** All that is known about a text under a template. Total: every string gives a Report. */
export function makeReport(text: string, template: Template): Report {
  return reportOf(read(text, template));
}

/** All that is known about a text that has been read. */
export function reportOf(reading: Reading): Report {
  return {...reading, requirements: judge(reading), timeline: readTimeline(reading)};
}

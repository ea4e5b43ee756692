import {read} from '../model/read.ts';
import type {Template} from '../model/template.ts';
import {judge} from './judge.ts';
import type {Report} from './report.ts';

/** All that is known about a text under a template. Total: every string gives a Report. */
export function makeReport(text: string, template: Template): Report {
  const reading = read(text, template);
  return {...reading, requirements: judge(reading)};
}

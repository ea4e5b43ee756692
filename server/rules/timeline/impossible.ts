import type {Report} from '../../evidence/report.ts';
import type {Span} from '../../model/text.ts';
import type {Clock} from '../../model/time/clock.ts';
import type {Finding, Fix} from '../rule.ts';
import {likelyReading, writtenClock} from './clocks.ts';

/** What is wrong with a time that no clock shows, and the times that may be meant. */
export function impossibleTime(report: Report, clock: Clock, index: number): Omit<Finding, 'rule'> {
  const {start, end, problem} = clock;
  const written = `'${report.text.slice(start, end)}'`;
  const message =
    problem === 'meridiem'
      ? `${written} contradicts itself: AM and PM end at 12`
      : `There is no time of day ${written}`;
  const reading = report.timeline && likelyReading(report.timeline, index);
  const choices = reading === undefined ? clock.readings : [reading];
  const fixes = choices.map((minutes): Fix => {
    const text = writtenClock(report, clock, minutes);
    return {title: `Write ${text}`, edits: [{start, end, text}], safe: false};
  });
  return {span: {start, end}, message, fixes};
}

/** `??:??`, not a gap of a template such as `HH:MM`. */
export function isUnknown({text}: Report, {start, end}: Span): boolean {
  return !/[a-z]/i.test(text.slice(start, end));
}

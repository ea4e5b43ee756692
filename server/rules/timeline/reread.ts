import type {Report} from '../../evidence/report.ts';
import {readInSteps} from '../../model/read.ts';
import type {Steps} from '../../model/steps.ts';
import {applyEdits, type Edit} from '../../model/text.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';
import {timelineInSteps} from '../../model/timeline/timeline.ts';

/**
 * Entries without a whole date of their own that would be read as of another time once the edits are applied.
 *
 * @param each all of them, or only those that go wrong first: what follows such an entry mostly takes its day from it.
 */
export function* daysMisread(report: Report, edits: readonly Edit[], each: 'first' | 'all'): Steps<TimelineEntry[]> {
  const before = report.timeline?.entries ?? [];
  const reading = yield* readInSteps(applyEdits(report.text, edits), report.template, report);
  yield;
  const after = (yield* timelineInSteps(reading))?.entries ?? [];
  if (after.length !== before.length) return [];
  const misread: TimelineEntry[] = [];
  // Where no day is known, times are counted from the first one.
  let [known, start] = [0, undefined as number | undefined];
  for (const [index, entry] of before.entries()) {
    if (entry.stamp?.date) known = 0;
    if ((entry.stamp?.date && entry.date) || entry.time === undefined) continue;
    const off = entry.time - (after[index]?.time ?? entry.time);
    if (!entry.date) start ??= off;
    if (off !== (entry.date ? known : start)) misread.push(entry);
    if (each === 'first') known = off;
  }
  return misread;
}

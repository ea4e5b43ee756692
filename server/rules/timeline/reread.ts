import type {Report} from '../../evidence/report.ts';
import {read} from '../../model/read.ts';
import {applyEdits, type Edit} from '../../model/text.ts';
import {readTimeline, type TimelineEntry} from '../../model/timeline.ts';

/**
 * Entries without a date of their own that are read as of another time once the edits are applied. What follows such an entry takes
 * its day from it, so that only those are named that go wrong first: between two of them all others are right, or wrong by as much.
 */
export function daysMisread(report: Report, edits: readonly Edit[]): TimelineEntry[] {
  const before = report.timeline?.entries ?? [];
  const after = readTimeline(read(applyEdits(report.text, edits), report.template))?.entries ?? [];
  if (after.length !== before.length) return [];
  const misread: TimelineEntry[] = [];
  let known = 0;
  for (const [index, entry] of before.entries()) {
    if (entry.time === undefined || !entry.date || entry.stamp?.date) {
      if (entry.stamp?.date) known = 0;
      continue;
    }
    const off = entry.time - (after[index]?.time ?? entry.time);
    if (off !== known) misread.push(entry);
    known = off;
  }
  return misread;
}

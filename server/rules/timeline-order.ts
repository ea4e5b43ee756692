import type {Report} from '../evidence/report.ts';
import {isoDate, isSameDay, MINUTE} from '../model/time-calendar.ts';
import type {TimelineEntry} from '../model/timeline.ts';
import type {Finding, Fix, Rule} from './rule.ts';
import {misplaced} from './timeline/misplaced.ts';
import {sortFix} from './timeline/reorder.ts';
import {isMilestoneList, runsOf} from './timeline/runs.ts';

export const timelineOrder: Rule = {
  code: 'timeline-order',
  summary: 'A timeline entry that is earlier than the one before it',
  why: `Readers follow a timeline from top to bottom: an entry in the wrong place, or with a mistyped time or day, makes them doubt
the rest. Times in different zones are compared as instants, and entries after midnight count as the next day even where the day is
not stated. What is only likely, such as approximate times, is a hint.

Lists of milestones ("Detected 10:05, resolved 11:20") may stand in any order. The fix sorts the entries by time and moves what is
nested in them along; where the time is wrong rather than the place, correct the time instead.`,
  severity: 'warning',
  structural: false,
  examples: [
    {
      name: 'an entry in the wrong place',
      text: `## Timeline

- 10:05 UTC - The queue fills up.
- 10:40 UTC - Workers are restarted.
- ⟦10:20 UTC⟧ - An alert fires.
  - It names the wrong queue.
- 10:55 UTC - The queue is empty.
`,
      fixed: `## Timeline

- 10:05 UTC - The queue fills up.
- 10:20 UTC - An alert fires.
  - It names the wrong queue.
- 10:40 UTC - Workers are restarted.
- 10:55 UTC - The queue is empty.
`,
    },
    {
      name: 'over midnight',
      text: `## Timeline

- 23:50 UTC - The certificate expires.
- 00:10 UTC - Customers call.
`,
    },
    {
      name: 'an approximate time',
      text: `## Timeline

- 10:05 UTC - The queue fills up.
- ⟦~10:00 UTC⟧ - A deploy ends.
`,
      fixed: `## Timeline

- ~10:00 UTC - A deploy ends.
- 10:05 UTC - The queue fills up.
`,
    },
  ],
  *check(report) {
    if (!report.timeline) return;
    for (const run of runsOf(report.timeline)) {
      if (isMilestoneList(run)) continue;
      const found = misplaced(run.filter(isCertain));
      const fix = found.length > 0 ? sortFix(report, run) : undefined;
      for (const {entry, after} of found) yield finding(report, entry, after, fix);
    }
  },
};

/** A time that can be read in two ways says nothing of the order. */
function isCertain({stamp}: TimelineEntry): boolean {
  return (stamp?.clock?.readings.length ?? 1) < 2;
}

function finding(report: Report, entry: TimelineEntry, after: TimelineEntry, fix: Fix | undefined): Finding {
  const isFarApart = (after.time ?? 0) - (entry.time ?? 0) > 15 * MINUTE;
  const isVague = (entry.approximate || after.approximate) && !isFarApart;
  return {
    rule: timelineOrder.code,
    span: entry.stamp ?? entry.text,
    message: `Timeline entry ${shown(report, entry, after)} comes after ${shown(report, after, entry)}`,
    related: after.stamp ? [{...after.stamp, message: 'The later entry'}] : [],
    ...(fix ? {fixes: [fix]} : {}),
    ...(isVague ? {severity: 'hint'} : {}),
  };
}

/** The time as written; with its day where the two entries have different ones. */
function shown({text}: Report, {stamp, date}: TimelineEntry, other: TimelineEntry): string {
  const clock = stamp?.clock ? text.slice(stamp.clock.start, stamp.clock.end) : '';
  const isOtherDay = date !== undefined && other.date !== undefined && !isSameDay(date, other.date);
  return isOtherDay || !clock ? [date ? isoDate(date) : '', clock].join(' ').trim() : clock;
}

import type {Report} from '../../evidence/report.ts';
import {isoDate, isSameDay, MINUTE} from '../../model/time/calendar.ts';
import {isSameZone} from '../../model/time/zone.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';
import type {Finding, Fix} from '../rule.ts';
import {misplaced} from './misplaced.ts';
import {sortFix} from './reorder.ts';
import {isMilestoneList, runsOf} from './runs.ts';

type Remark = Omit<Finding, 'rule'>;

/** Entries that are earlier than one before them in the same list. */
export function* orderRemarks(report: Report): Generator<Remark> {
  if (!report.timeline) return;
  for (const run of runsOf(report.timeline)) {
    if (isMilestoneList(run)) continue;
    const found = misplaced(run.filter(isCertain));
    const fix = found.length > 0 ? sortFix(report, run) : undefined;
    for (const {entry, after} of found) yield remarkOn(report, entry, after, fix);
  }
}

/** A time that can be read in two ways says nothing of the order. */
function isCertain({stamp}: TimelineEntry): boolean {
  return (stamp?.clock?.readings.length ?? 1) < 2;
}

function remarkOn(report: Report, entry: TimelineEntry, after: TimelineEntry, fix: Fix | undefined): Remark {
  const isFarApart = (after.time ?? 0) - (entry.time ?? 0) > 15 * MINUTE;
  const isOtherZone = entry.zone && after.zone && !isSameZone(entry.zone.zone, after.zone.zone);
  const isVague = isOtherZone || ((entry.approximate || after.approximate) && !isFarApart);
  return {
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

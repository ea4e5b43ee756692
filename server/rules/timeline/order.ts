import type {Report} from '../../evidence/report.ts';
import {isoDate, isSameDay, MINUTE} from '../../model/time/calendar.ts';
import {isSameZone} from '../../model/time/zone.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';
import type {Finding, Fix} from '../rule.ts';
import {comparableTime, misplaced} from './misplaced.ts';
import {noonRemark, noonsTakenForMidnight} from './noon.ts';
import {sortFix} from './reorder.ts';
import {isMilestoneList, runsOf} from './runs.ts';

type Remark = Omit<Finding, 'rule'>;

/** Entries that are earlier than one before them in the same list, or that most likely mean noon and say midnight. */
export function* orderRemarks(report: Report): Generator<Remark> {
  if (!report.timeline) return;
  const noons = noonsTakenForMidnight(report);
  for (const noon of noons) yield* noonRemark(report, noon);
  if (isInOrder(report.timeline.entries)) return;
  const doubted = new Set(noons.map(({entry}) => entry));
  for (const run of runsOf(report.timeline)) {
    if (isMilestoneList(run)) continue;
    const found = misplaced(run.filter(entry => isCertain(entry) && !doubted.has(entry)));
    // What is to be sorted needs the right times first.
    const fix = found.length > 0 && !run.some(entry => doubted.has(entry)) ? sortFix(report, run) : undefined;
    for (const {entry, after} of found) yield remarkOn(report, entry, after, fix);
  }
}

/** Do the times of no list fall anywhere? So it mostly is. */
function isInOrder(entries: readonly TimelineEntry[]): boolean {
  let run: number | undefined;
  let latest = Number.NEGATIVE_INFINITY;
  for (const entry of entries) {
    if (entry.run !== run) latest = Number.NEGATIVE_INFINITY;
    run = entry.run;
    if (entry.time === undefined || !isCertain(entry)) continue;
    const time = comparableTime(entry, latest);
    if (time < latest) return false;
    latest = time;
  }
  return true;
}

/** A time that can be read in two ways says nothing of the order. */
function isCertain({said}: TimelineEntry): boolean {
  return (said?.clock?.readings.length ?? 1) < 2;
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

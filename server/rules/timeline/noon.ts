import type {Report} from '../../evidence/report.ts';
import type {Edit} from '../../model/text.ts';
import {isSameDay} from '../../model/time/calendar.ts';
import {type Clock, formatClock} from '../../model/time/clock.ts';
import {isSameZone} from '../../model/time/zone.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';
import type {Finding} from '../rule.ts';
import {isMilestoneList, runsOf} from './runs.ts';

/** An entry at half past midnight that most likely means noon. */
export interface TakenForMidnight {
  readonly entry: TimelineEntry;
  /** The last one of the late morning in front of it. */
  readonly before: TimelineEntry;
}

type SaidClock = Pick<Clock, 'minutes' | 'style'>;

const morning = 9 * 60;
const noon = 12 * 60;
const night = /\b(?:mid|over)?night\b/i;

/** Entries at 12 AM to 12:59 AM that follow, on the same day, one of the late morning: between them noon has passed, no night. */
export function noonsTakenForMidnight(report: Report): TakenForMidnight[] {
  const {timeline} = report;
  if (!timeline?.entries.some(({said}) => said?.clock && isAfterMidnight(said.clock))) return [];
  return runsOf(timeline).flatMap(run => (isMilestoneList(run) ? [] : inRun(report, run)));
}

function inRun(report: Report, run: readonly TimelineEntry[]): TakenForMidnight[] {
  const found: TakenForMidnight[] = [];
  for (const [index, entry] of run.entries()) {
    const before = run[index - 1];
    if (!before || !entry.said?.clock || !isAfterMidnight(entry.said.clock)) continue;
    const last = found.at(-1);
    if (last?.entry !== before && !isLateMorning(before)) continue;
    if (isOtherDay(entry, before) || isOtherZone(entry, before) || goesOnAtNight(run, index)) continue;
    if (night.test(report.prose.slice(before.start, entry.end))) continue;
    found.push({entry, before: last?.entry === before ? last.before : before});
  }
  return found;
}

function isAfterMidnight({minutes, style}: SaidClock): boolean {
  return style.meridiem !== '' && minutes !== undefined && minutes < 60;
}

function isLateMorning({said}: TimelineEntry): boolean {
  const {minutes = 0, style} = said?.clock ?? {};
  return style !== undefined && style.meridiem !== '' && minutes >= morning && minutes < noon;
}

/** Is the day of the entry stated, and another one? What was counted on past midnight is what is doubted. */
function isOtherDay({date, dateSource}: TimelineEntry, before: TimelineEntry): boolean {
  const isStated = dateSource === 'entry' || dateSource === 'heading';
  return isStated && date !== undefined && before.date !== undefined && !isSameDay(date, before.date);
}

function isOtherZone({zone}: TimelineEntry, before: TimelineEntry): boolean {
  return zone !== undefined && before.zone !== undefined && !isSameZone(zone.zone, before.zone.zone);
}

/** Does the next time on another hour say AM, too, and no day of its own? */
function goesOnAtNight(run: readonly TimelineEntry[], index: number): boolean {
  const next = run.slice(index + 1).find(({said}) => said?.clock && !isAfterMidnight(said.clock))?.said;
  const {minutes = noon, style} = next?.clock ?? {};
  return !next?.date && style !== undefined && style.meridiem !== '' && minutes < noon;
}

/** A hint where the next day may be meant, else the rule's severity: then the entry is in the wrong place as it is written. */
export function* noonRemark({text}: Report, {entry, before}: TakenForMidnight): Generator<Omit<Finding, 'rule'>> {
  const {clock, until} = entry.stamp ?? {};
  if (!clock) return;
  const {minutes = 0} = clock;
  const meant = writtenAtNoon(clock);
  const past =
    minutes === 30 ? 'half past ' : minutes === 0 ? '' : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} past `;
  const edits: Edit[] = [clock, ...(until?.clock && isAfterMidnight(until.clock) ? [until.clock] : [])].map(each => ({
    start: each.start,
    end: each.end,
    text: writtenAtNoon(each),
  }));
  const isPossible = (entry.time ?? 0) >= (before.time ?? 0);
  yield {
    span: {start: clock.start, end: clock.end},
    message: `${text.slice(clock.start, clock.end)} is ${past}midnight; is ${meant} meant?`,
    related: before.stamp ? [{...before.stamp, message: 'The entry in the morning'}] : [],
    fixes: [{title: `Write ${meant}`, edits, safe: false}],
    ...(isPossible ? {severity: 'hint'} : {}),
  };
}

function writtenAtNoon({minutes = 0, style, secondsText}: Clock): string {
  return formatClock(minutes + noon, style, secondsText);
}

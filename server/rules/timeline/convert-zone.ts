import type {Report} from '../../evidence/report.ts';
import type {Steps} from '../../model/steps.ts';
import type {Edit, Span} from '../../model/text.ts';
import {type CalendarDate, dateOf, dayStart, isoDate, MINUTE} from '../../model/time/calendar.ts';
import {formatClock} from '../../model/time/clock.ts';
import {formatDateLike} from '../../model/time/date.ts';
import {isSameZone, labelAt, lastingOffset, offsetAt, type Zone, zoneOfOffset} from '../../model/time/zone.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';
import type {Timeline} from '../../model/timeline/timeline.ts';
import {newline} from '../structure/layout.ts';
import {isPadded} from './clocks.ts';
import {daysMisread} from './reread.ts';

/**
 * The edits that state every time of the timeline in another zone: times of day, the days they fall on, and the zone where it is
 * stated. Daylight saving is minded where the day is known. An entry that would otherwise be read as of another day gets its date.
 *
 * @returns nothing where no time would change, where a zone is not known, or where daylight saving needs a day that is not,
 *   where an impossible time would have to be guessed at, and where no day is known and times would be read as of another one.
 */
export function* convertTimelineInSteps(report: Report, target: Zone): Steps<Edit[]> {
  const {timeline} = report;
  if (!timeline || !isConvertible(report, target)) return [];
  const entries = timeline.entries.filter(isTimed);
  const padded = isPadded(entries.flatMap(({stamp}) => (stamp?.clock ? [stamp.clock] : [])));
  const edits = [
    ...entries.flatMap(entry => entryEdits(report, entry, target, padded)),
    ...statementEdits(report, timeline, entries, target),
  ];
  yield;
  const misread = yield* daysMisread(report, edits, 'first');
  if (misread.some(({date}) => !date)) return [];
  const firsts = misread.flatMap(entry => dateEdit(entry, target));
  if (firsts.length === 0) return edits;
  const dated = [...edits, ...firsts];
  const others = (yield* daysMisread(report, dated, 'all')).flatMap(entry => dateEdit(entry, target));
  return [...dated, ...others.filter(({start}) => !firsts.some(first => first.start === start))];
}

/** Is there a time that would change, and nothing against it? */
export function isConvertible({timeline}: Pick<Report, 'timeline'>, target: Zone): boolean {
  const entries = timeline?.entries.filter(isTimed) ?? [];
  return (
    entries.every(entry => canConvert(entry, target)) &&
    entries.some(({zone}) => !zone || !isSameZone(zone.zone, target))
  );
}

/** The label that stands for the zone in all these entries: an abbreviation, unless daylight saving changes it in between. */
export function commonLabel(entries: readonly TimelineEntry[], target: Zone): string {
  const labels = new Set(entries.map(entry => labelFor(entry, target)));
  const [label] = labels;
  return labels.size === 1 && label ? label : target.name;
}

function isTimed({minutes, stamp}: TimelineEntry): boolean {
  return stamp?.clock !== undefined && (minutes !== undefined || stamp.clock.problem !== undefined);
}

function canConvert({zone, date, stamp}: TimelineEntry, target: Zone): boolean {
  if (stamp?.clock?.readings.length !== 1) return false;
  return (
    zone !== undefined &&
    (date !== undefined || (lastingOffset(zone.zone) !== undefined && lastingOffset(target) !== undefined))
  );
}

/** Minutes by which the target's wall clock is ahead of the entry's own. */
function shiftOf({zone, time = 0, date}: TimelineEntry, target: Zone): number {
  if (!zone) return 0;
  if (!date) return (lastingOffset(target) ?? 0) - (lastingOffset(zone.zone) ?? 0);
  return offsetAt(target, time) - offsetAt(zone.zone, time);
}

/** The day in the target's zone; `undefined` where the day is not known. */
function dayIn(entry: TimelineEntry, target: Zone): CalendarDate | undefined {
  if (!entry.date || entry.minutes === undefined) return undefined;
  return dateOf(dayStart(entry.date) + ((entry.minutes % 1440) + shiftOf(entry, target)) * MINUTE);
}

function labelFor({time = 0, date}: TimelineEntry, target: Zone): string {
  if (date) return labelAt(target, time);
  const offset = target.region ? lastingOffset(target) : undefined;
  return offset === undefined ? target.name : zoneOfOffset(offset).name;
}

function entryEdits({text}: Report, entry: TimelineEntry, target: Zone, padded: boolean | undefined): Edit[] {
  const {stamp} = entry;
  const shift = shiftOf(entry, target);
  const day = dayIn(entry, target);
  const edits: Edit[] = [];
  const put = ({start, end}: Span, written: string) => {
    if (text.slice(start, end) !== written) edits.push({start, end, text: written});
  };
  for (const clock of [stamp?.clock, stamp?.until?.clock]) {
    if (clock?.minutes !== undefined && shift !== 0)
      put(
        clock,
        formatClock(clock.minutes + shift, {...clock.style, padded: padded ?? clock.style.padded}, clock.secondsText),
      );
  }
  if (stamp?.date && day && shift !== 0) {
    put(stamp.date, formatDateLike(text, stamp.date, day));
    if (stamp.weekday) put(stamp.weekday, weekdayLike(text.slice(stamp.weekday.start, stamp.weekday.end), day));
  }
  if (stamp?.zone && !isSameZone(stamp.zone.zone, target)) put(stamp.zone, labelFor(entry, target));
  return edits;
}

function weekdayLike(written: string, day: CalendarDate): string {
  const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const name = names[new Date(dayStart(day)).getUTCDay()] ?? '';
  return written.length > 5 ? name : name.slice(0, 3);
}

/** Where the zone is stated for several entries it is replaced; where the timeline does not state it, it is now. */
function statementEdits(report: Report, timeline: Timeline, entries: readonly TimelineEntry[], target: Zone): Edit[] {
  const label = commonLabel(entries, target);
  const stated = [timeline.sectionZone, ...entries.map(({zone}) => zone)];
  const places = new Map(
    stated.flatMap(zone => (zone && isForSeveral(zone.source) ? [[zone.start, zone] as const] : [])),
  );
  const edits = [...places.values()].flatMap(({start, end, zone}) =>
    isSameZone(zone, target) ? [] : [{start, end, text: label}],
  );
  const silent = entries.filter(({zone}) => zone?.source === 'document');
  if (silent.length === 0) return edits;
  if (timeline.titled && silent.length === entries.length) return [...edits, statement(report, timeline, label)];
  return [...edits, ...silent.flatMap(entry => besideClock(entry, target))];
}

function isForSeveral(source: string): boolean {
  return source === 'section' || source === 'heading';
}

/** "All times in UTC." in front of the timeline. */
export function statement({text}: Pick<Report, 'text'>, {body}: Timeline, label: string): Edit {
  const end = newline(text);
  const isBlankAbove =
    /(?:^|[\r\n])[ \t]*\r?\n?$/.test(text.slice(Math.max(0, body - 4), body)) && /^[ \t]*[\r\n]/.test(text.slice(body));
  const at = isBlankAbove ? body + (/^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(body))?.[0].length ?? 0) : body;
  return {start: at, end: at, text: `${isBlankAbove ? '' : end}All times in ${label}.${end}${end}`};
}

function besideClock(entry: TimelineEntry, target: Zone): Edit[] {
  const clock = entry.stamp?.until?.clock ?? entry.stamp?.clock;
  return clock ? [{start: clock.end, end: clock.end, text: ` ${labelFor(entry, target)}`}] : [];
}

/** The day in front of a time that would be read as of another one. */
function dateEdit(entry: TimelineEntry, target: Zone): Edit[] {
  const day = dayIn(entry, target);
  const clock = entry.stamp?.clock;
  return day && clock ? [{start: clock.start, end: clock.start, text: `${isoDate(day)} `}] : [];
}

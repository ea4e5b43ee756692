import type {Report} from '../../evidence/report.ts';
import {isSameDay, MINUTE} from '../../model/time/calendar.ts';
import {type Clock, type ClockStyle, formatClock} from '../../model/time/clock.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';
import type {Timeline} from '../../model/timeline/timeline.ts';

const known = new WeakMap<Timeline, {readonly style: ClockStyle | undefined}>();

/** How most entries write their time of day; `undefined` where none has one. */
export function usualClock(timeline: Timeline): ClockStyle | undefined {
  const found = known.get(timeline) ?? {style: findUsualClock(timeline)};
  known.set(timeline, found);
  return found.style;
}

function findUsualClock({entries}: Timeline): ClockStyle | undefined {
  const clocks = entries.flatMap(({stamp}) => (stamp?.clock && !stamp.clock.problem ? [stamp.clock] : []));
  const hours = hoursOf(clocks);
  const styles = clocks.filter(clock => !hours || hourKind(clock) !== otherHours(hours)).map(clock => clock.style);
  const [style] = mostCommon(styles, ({hours, separator, meridiem}) => `${hours} ${separator} ${formOf(meridiem)}`);
  if (!style) return undefined;
  return {...style, hours: hours ?? style.hours, padded: isPadded(clocks)};
}

/** 12 or 24 hours, as most entries have it that show which; `undefined` where none does. */
function hoursOf(clocks: readonly Clock[]): 12 | 24 | undefined {
  const [most] = mostCommon(
    clocks.map(hourKind).filter(kind => kind !== undefined),
    String,
  );
  return most;
}

/** AM or PM says 12; an hour past noon or a leading zero without them says 24. `9:30` or `12:30` alone says neither. */
export function hourKind({style, minutes}: Clock): 12 | 24 | undefined {
  if (style.meridiem) return 12;
  return minutes !== undefined && (minutes >= 13 * 60 || minutes < 60 || style.padded) ? 24 : undefined;
}

function otherHours(hours: 12 | 24): 12 | 24 {
  return hours === 12 ? 24 : 12;
}

/** Whether single hours have a leading zero; `undefined` where no entry shows it. */
export function isPadded(clocks: readonly Clock[]): boolean | undefined {
  const [padded] = mostCommon(
    clocks.map(({style}) => style.padded).filter(value => value !== undefined),
    String,
  );
  return padded;
}

/** The values by how often their key occurs, the most frequent first; each key once. */
export function mostCommon<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  const counts = new Map<string, {value: T; count: number}>();
  for (const value of values) {
    const key = keyOf(value);
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, {value, count: 1});
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({value}) => value);
}

function formOf(meridiem: string): string {
  return meridiem.replace(/[ap]/, 'a').replace(/[AP]/, 'A');
}

/**
 * What an impossible time most likely means, in minutes since midnight: its one reading, or the one of several that lies between
 * the entries around it. `undefined` where none or more than one is left.
 */
export function likelyReading({entries}: Timeline, index: number): number | undefined {
  const entry = entries[index];
  const readings = entry?.stamp?.clock?.readings ?? [];
  if (readings.length < 2 || !entry) return readings[0];
  const fits = readings.filter(minutes => fitsBetween(entry, minutes, entries[index - 1], entries[index + 1]));
  return fits.length === 1 ? fits[0] : undefined;
}

function fitsBetween(
  entry: TimelineEntry,
  minutes: number,
  before: TimelineEntry | undefined,
  after: TimelineEntry | undefined,
): boolean {
  const time = (entry.time ?? 0) + (minutes - (entry.minutes ?? 0)) * MINUTE;
  if (before?.time !== undefined && before.run === entry.run && before.time > time) return false;
  const isSameRun = after?.time !== undefined && after.run === entry.run;
  const isSameDate = !after?.date || !entry.date || isSameDay(after.date, entry.date);
  return !isSameRun || !isSameDate || (after.time ?? 0) >= time;
}

/** The time of day as the timeline writes them. */
export function writtenClock(report: Report, clock: Clock, minutes: number): string {
  const usual = report.timeline && usualClock(report.timeline);
  return formatClock(minutes, usual ?? {...clock.style, hours: 24, meridiem: ''});
}

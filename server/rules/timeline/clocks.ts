import type {Report} from '../../evidence/report.ts';
import {isSameDay, MINUTE} from '../../model/time/calendar.ts';
import {type Clock, type ClockStyle, formatClock} from '../../model/time/clock.ts';
import type {SaidTime} from '../../model/time/stamp.ts';
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
  const clocks: SaidClock[] = [];
  for (const {said} of entries) if (said?.clock && !said.clock.problem) clocks.push(said.clock);
  const hours = mostCommon(clocks, hourKind);
  const other = hours && otherHours(hours);
  const style = mostCommon(
    clocks,
    clock => (other && hourKind(clock) === other ? undefined : clock.style),
    ({hours, separator, meridiem}) => `${hours} ${separator} ${formOf(meridiem)}`,
    (a, b) => a.hours === b.hours && a.separator === b.separator && a.meridiem === b.meridiem,
  );
  if (!style) return undefined;
  return {...style, hours: hours ?? style.hours, padded: isPadded(clocks)};
}

type SaidClock = NonNullable<SaidTime['clock']>;

/** AM or PM says 12; an hour past noon or a leading zero without them says 24. `9:30` or `12:30` alone says neither. */
export function hourKind({style, minutes}: Pick<Clock, 'style' | 'minutes'>): 12 | 24 | undefined {
  if (style.meridiem) return 12;
  return minutes !== undefined && (minutes >= 13 * 60 || minutes < 60 || style.padded) ? 24 : undefined;
}

function otherHours(hours: 12 | 24): 12 | 24 {
  return hours === 12 ? 24 : 12;
}

/** Whether single hours have a leading zero; `undefined` where no entry shows it. */
export function isPadded(clocks: readonly Pick<Clock, 'style'>[]): boolean | undefined {
  return mostCommon(clocks, ({style}) => style.padded);
}

/**
 * The value that most things have; of several that are equally frequent the one that comes first.
 *
 * @param valueIn `undefined` for things that do not count
 * @param keyOf what makes two values the same
 * @param isSame of most values tells as much, and faster; where it does not, the key decides
 */
export function mostCommon<Thing, Value>(
  things: readonly Thing[],
  valueIn: (thing: Thing) => Value | undefined,
  keyOf: (value: Value) => unknown = value => value,
  isSame: (a: Value, b: Value) => boolean = Object.is,
): Value | undefined {
  const counts = new Map<unknown, {readonly value: Value; count: number}>();
  let last: {readonly value: Value; count: number} | undefined;
  for (const thing of things) {
    const value = valueIn(thing);
    if (value === undefined) continue;
    // Mostly it is that of the thing before.
    if (!last || !isSame(last.value, value)) {
      const key = keyOf(value);
      last = counts.get(key) ?? {value, count: 0};
      counts.set(key, last);
    }
    last.count++;
  }
  let most: {readonly value: Value; count: number} | undefined;
  for (const each of counts.values()) if (!most || each.count > most.count) most = each;
  return most?.value;
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

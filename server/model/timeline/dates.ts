import type {Span} from '../text.ts';
import {type CalendarDate, DAY, dateOf, dayStart, MINUTE, nearestYear} from '../time/calendar.ts';
import {type DateMention, swapDayAndMonth} from '../time/date.ts';
import type {Stamp} from '../time/stamp.ts';
import {baseOf, readsDayFirst, type TimelineBase, yearOf} from './base.ts';
import type {ChosenEntries, ChosenEntry} from './choose.ts';
import type {TimelineEntry, TimelineSource} from './entry.ts';
import type {TimelineParts} from './parts.ts';

/** When an entry happened, on its own wall clock. */
export interface EntryDate {
  readonly date: CalendarDate | undefined;
  readonly source: TimelineEntry['dateSource'];
  readonly minutes: number | undefined;
  /** Milliseconds as if the wall clock showed UTC; from day zero of the timeline where no day is known. */
  readonly wall: number | undefined;
  readonly until: number | undefined;
}

const unknownDate: EntryDate = {
  date: undefined,
  source: undefined,
  minutes: undefined,
  wall: undefined,
  until: undefined,
};

export interface EntryDates {
  readonly dates: readonly EntryDate[];
  readonly base: (Span & {readonly date: CalendarDate}) | undefined;
}

/** Finds the day of every entry: its own, that of a heading above it, or one carried on from the entry before it. */
export function datesOf(source: TimelineSource, parts: TimelineParts, {entries}: ChosenEntries): EntryDates {
  const found = baseOf(source, parts, entries);
  const isDayFirst = readsDayFirst(entries, found);
  const year = yearOf(source, entries, found);
  const calendar = new EntryCalendar(isDayFirst, year, found, parts.titled);
  const dates: EntryDate[] = [];
  for (let index = 0; index < entries.length; index++) dates.push(calendar.next(entries, index));
  const date = found && calendar.resolve(found.mention);
  return {dates, base: date && found && year !== undefined ? {start: found.start, end: found.end, date} : undefined};
}

/** Stands for the year where none is stated anywhere, so that days can be compared. A leap year: 29 February exists. */
const unknownYear = 2000;

/** Goes through the entries in order and remembers the day. */
class EntryCalendar {
  private readonly isDayFirst: boolean;
  private readonly year: number | undefined;
  private readonly titled: boolean;
  /** Milliseconds of the day's beginning; from 1970-01-01 where no day is known. */
  private day: number;
  /** A day was stated, if perhaps without a year. */
  private hasDay: boolean;
  private context: ChosenEntry['day'];
  /** Time and list of the entry before; `undefined` where it says nothing of the next. */
  private previous: number | undefined;
  private previousRun = 0;
  private runStart: {minutes: number; day: number; run: number} | undefined;
  /** Do all entries fit a 12-hour clock without AM and PM? Asked once. */
  private isTwelve: boolean | undefined;
  /** 720 in the afternoon of a timeline that writes a 12-hour clock without AM and PM. */
  private half = 0;
  private readonly base: TimelineBase | undefined;
  /** The day of the entry before. */
  private shown: {readonly start: number; readonly date: CalendarDate} | undefined;
  /** The entry before stated a date that holds for it alone. */
  private isException = false;

  constructor(isDayFirst: boolean, year: number | undefined, base: TimelineBase | undefined, titled: boolean) {
    this.titled = titled;
    this.isDayFirst = isDayFirst;
    this.year = year;
    this.base = base;
    const date = base && this.resolve(base.mention);
    this.day = date ? dayStart(date) : 0;
    this.hasDay = date !== undefined;
  }

  /** The mention's day, with a year where one is known. */
  resolve(mention: DateMention): CalendarDate | undefined {
    const read = this.isDayFirst && isMonthFirst(mention) ? swapDayAndMonth(mention) : mention;
    if (mention.problem) return undefined;
    const {month, day} = read;
    if (read.year !== undefined) return {year: read.year, month, day};
    const reference = this.day > 0 ? dateOf(this.day) : {year: this.year ?? unknownYear, month, day};
    return {year: nearestYear(month, day, reference), month, day};
  }

  next(entries: readonly ChosenEntry[], index: number): EntryDate {
    const entry = entries[index];
    if (!entry) return unknownDate;
    const {stamp} = entry.draft;
    const clock = stamp?.clock?.minutes;
    const stated = stamp?.date && this.resolve(stamp.date);
    if (entry.day !== this.context) this.enter(entry.day);
    let source: EntryDate['source'] = this.previous !== undefined ? 'previous' : entry.day ? 'heading' : 'document';
    if (stated) source = this.jump(stated, 'entry');
    else if (this.isException) this.leaveException();
    if (!stated && clock !== undefined) source = this.carry(entry, clock, entries, index) ?? source;
    if (clock === undefined || !stamp) return this.wholeDay(stamp, stated, source);
    const minutes = clock + this.half;
    if (this.runStart?.run !== entry.run) this.runStart = {minutes, day: this.day, run: entry.run};
    this.previous = minutes;
    this.previousRun = entry.run;
    const wall = this.day + minutes * MINUTE + (stamp.clock?.seconds ?? 0) * 1000;
    const until = this.untilOf(stamp, minutes);
    return {
      date: this.dayOf(wall),
      source: this.hasDay ? source : undefined,
      minutes,
      wall,
      until,
    };
  }

  private wholeDay(stamp: Stamp | undefined, stated: CalendarDate | undefined, source: EntryDate['source']): EntryDate {
    if (stamp?.elapsed) {
      const wall = this.day + ((this.base?.minutes ?? 0) + stamp.elapsed.minutes) * MINUTE;
      return {date: this.dayOf(wall), source: undefined, minutes: undefined, wall, until: undefined};
    }
    if (!stated) return unknownDate;
    const until = stamp?.until?.date && this.resolve(stamp.until.date);
    const wall = dayStart(stated);
    return {date: this.dayOf(wall), source, minutes: undefined, wall, until: until && dayStart(until)};
  }

  /** The day of a time, where day and year are known. Entries of one day share it. */
  private dayOf(wall: number): CalendarDate | undefined {
    if (!this.hasDay || this.year === undefined) return undefined;
    const start = Math.floor(wall / DAY) * DAY;
    if (this.shown?.start !== start) this.shown = {start, date: dateOf(wall)};
    return this.shown.date;
  }

  private leaveException(): void {
    const date = this.base && this.resolve(this.base.mention);
    if (date) this.jump(date, 'heading');
    this.isException = false;
  }

  /** A date heading: what follows begins on its day. */
  private enter(context: ChosenEntry['day']): void {
    this.context = context;
    const date = context?.stamp?.date && this.resolve(context.stamp.date);
    if (date) this.jump(date, 'heading');
  }

  private jump(date: CalendarDate, source: 'entry' | 'heading'): 'entry' | 'heading' {
    this.day = dayStart(date);
    this.hasDay = true;
    this.half = 0;
    this.previous = undefined;
    this.isException = source === 'entry' && this.base?.isDefault === true;
    return source;
  }

  /** An entry with a time alone: on the day of the entry before it, or after midnight. */
  private carry(
    entry: ChosenEntry,
    clock: number,
    entries: readonly ChosenEntry[],
    index: number,
  ): 'midnight' | undefined {
    const before = this.previous;
    if (before === undefined) return this.first(clock);
    const isRestart = this.previousRun !== entry.run && this.runStart && clock >= this.runStart.minutes;
    if (isRestart && (!this.titled || clock < before)) {
      this.day = this.runStart?.day ?? this.day;
      return undefined;
    }
    if (clock + this.half >= before) return undefined;
    if (this.isAfternoon(clock, before, entries)) return undefined;
    if (!isNextDay(clock, before - this.half, entries, index)) return undefined;
    this.day += DAY;
    this.half = 0;
    return 'midnight';
  }

  /** The day of the document is that of the outage's beginning: an early time belongs to the day after a late one. */
  private first(clock: number): 'midnight' | undefined {
    const start = this.base?.minutes;
    if (start === undefined || this.context || start - clock <= 720) return undefined;
    this.day += DAY;
    return 'midnight';
  }

  /** `12:50`, then `1:05`: a 12-hour clock without AM and PM. */
  private isAfternoon(clock: number, before: number, entries: readonly ChosenEntry[]): boolean {
    const wait = clock + 720 - before;
    if (this.half !== 0 || wait < 0 || wait > 360) return false;
    this.isTwelve ??= entries.every(hasTwelveHours);
    if (!this.isTwelve) return false;
    this.half = 720;
    return true;
  }

  private untilOf({until}: Stamp, minutes: number): number | undefined {
    if (!until) return undefined;
    const date = until.date && this.resolve(until.date);
    const end = until.clock?.minutes;
    if (end === undefined) return date && dayStart(date);
    if (date) return dayStart(date) + end * MINUTE;
    const later =
      end >= minutes ? end : end + 720 > minutes && !until.clock?.style.meridiem && end < 720 ? end + 720 : end + 1440;
    return this.day + later * MINUTE;
  }
}

function isMonthFirst(mention: DateMention): boolean {
  return mention.parts.month.start < mention.parts.day.start;
}

function hasTwelveHours({draft}: ChosenEntry): boolean {
  const clock = draft.stamp?.clock;
  if (!clock) return true;
  return (
    !clock.style.meridiem &&
    clock.style.padded !== true &&
    clock.minutes !== undefined &&
    clock.minutes >= 60 &&
    clock.minutes < 780
  );
}

/**
 * Did the clock pass midnight? Surely where it fell by more than half a day; by more than a quarter where it never comes back
 * before a date is stated. Smaller falls are entries in the wrong place.
 */
function isNextDay(clock: number, before: number, entries: readonly ChosenEntry[], index: number): boolean {
  const fall = before - clock;
  if (fall > 720) return true;
  if (fall < 360) return false;
  for (let next = index + 1; next < entries.length; next++) {
    const stamp = entries[next]?.draft.stamp;
    if (stamp?.date || entries[next]?.day !== entries[index]?.day) break;
    if ((stamp?.clock?.minutes ?? 0) >= before) return false;
  }
  return true;
}

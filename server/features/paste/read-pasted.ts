import {splitLines} from '../../model/markdown/source-lines.ts';
import {
  addDays,
  type CalendarDate,
  dateOf,
  dayStart,
  isValidDay,
  MINUTE,
  nearestYear,
} from '../../model/time/calendar.ts';
import {type DateMention, swapDayAndMonth} from '../../model/time/date.ts';
import {instantOf, wallOf, type Zone} from '../../model/time/zone.ts';
import {type Pasted, readChat} from './chat.ts';
import {lastWeekday, type Moment} from './moment.ts';
import {readCsv, readGitLog, readJsonLines, readMails} from './records.ts';

/** Something that happened, at a time in milliseconds since the epoch. */
export interface Happening {
  readonly instant: number;
  readonly text: string;
}

export interface PasteCircumstances {
  /** Milliseconds since the epoch: "today" and the year where none is stated. */
  readonly now: number;
  /** The zone of times that state none. */
  readonly zone: Zone;
  /** The day of times that state none. */
  readonly day: CalendarDate | undefined;
}

/** More than anyone writes up by hand. */
const longestPaste = 200_000;

/** What happened by a pasted text, earliest first; nothing where it has no times. */
export function readPasted(text: string, {now, zone, day}: PasteCircumstances): Happening[] {
  const source = text.slice(0, longestPaste);
  const today = dateOf(wallOf(zone, now));
  const lines = splitLines(source).map(({start, end}) => source.slice(start, end));
  const forms = [
    () => readGitLog(lines, today),
    () => readJsonLines(lines, today),
    () => readCsv(source.trim(), today),
    () => readMails(lines, today),
    () => readChat(lines, today),
  ];
  for (const read of forms) {
    const pasted = read();
    if (pasted.length > 0) return onCalendar(pasted, zone, today, day ?? today);
  }
  return [];
}

/** Times of day go on from the day before them, and over midnight where they fall by hours. */
function onCalendar(pasted: readonly Pasted[], zone: Zone, today: CalendarDate, first: CalendarDate): Happening[] {
  const dayFirst = isDayFirst(pasted);
  let day = first;
  let last: number | undefined;
  const found = pasted.map(({moment, text}) => {
    const stated = statedDay(moment, today, dayFirst);
    const isAfterMidnight = !stated && last !== undefined && moment.minutes < last - 360;
    day = stated ?? (isAfterMidnight ? addDays(day, 1) : day);
    last = moment.minutes;
    const wall = dayStart(day) + moment.minutes * MINUTE + Math.round((moment.seconds ?? 0) * 1000);
    return {instant: instantOf(moment.zone ?? zone, wall), text};
  });
  return found.sort((a, b) => a.instant - b.instant);
}

function statedDay({date, weekday}: Moment, today: CalendarDate, dayFirst: boolean): CalendarDate | undefined {
  if (!date) return weekday === undefined ? undefined : lastWeekday(today, weekday);
  const {year, month, day} = dayFirst ? swapDayAndMonth(date) : date;
  const known = year ?? nearestYear(month, day, today);
  return isValidDay(known, month, day) ? {year: known, month, day} : undefined;
}

/** `07/05/2024` is 7 May where another date shows it, or where clocks show no AM or PM. */
function isDayFirst(pasted: readonly Pasted[]): boolean {
  const dates = pasted.flatMap(({moment}) => moment.date ?? []);
  if (!dates.some(({ambiguous}) => ambiguous)) return false;
  const isClear = ({ambiguous, parts, day}: DateMention) =>
    !ambiguous && day > 12 && (parts.year?.start ?? 0) > Math.max(parts.month.start, parts.day.start);
  const clear = dates.find(isClear);
  if (clear) return clear.parts.day.start < clear.parts.month.start;
  return !pasted.some(({moment}) => moment.isTwelveHour);
}

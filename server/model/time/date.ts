import type {Span} from '../text.ts';
import {type CalendarDate, isValidDay} from './calendar.ts';
import {countDigits, isDash, isDigit, isLetter, skipSpaces, wordAt} from './chars.ts';

/** A day as someone wrote it. */
export interface DateMention extends Span {
  /** `undefined` where the text leaves it out or where it cannot be one. */
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
  /** Month and day may be meant the other way round (`03/04/2024`). */
  readonly ambiguous: boolean;
  /** The last day of a range within the month: 19 in `January 14-19, 2026`. */
  readonly lastDay: number | undefined;
  /** `year`: no year has that many digits. `day`: the calendar has no such day. */
  readonly problem: 'year' | 'day' | undefined;
  /** Where its parts stand. The day's part has its ordinal ending (`7th`). */
  readonly parts: {readonly year: Span | undefined; readonly month: Span; readonly day: Span};
}

export interface WeekdayMention extends Span {
  /** 0 is Sunday. */
  readonly weekday: number;
}

const monthNames = 'january february march april may june july august september october november december'.split(' ');
const weekdayNames = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** The date that begins at `at`, or `undefined`. Dates that no calendar has are read too and have a `problem`. */
export function readDate(text: string, at: number, end: number): DateMention | undefined {
  if (isDigit(text, at)) return readNumeric(text, at, end) ?? readDayFirst(text, at, end);
  return isLetter(text, at) ? readMonthFirst(text, at, end) : undefined;
}

/** `Saturday`, `Thur`, `Tues.` */
export function readWeekday(text: string, at: number, end: number): WeekdayMention | undefined {
  if (!isLetter(text, at)) return undefined;
  const word = wordAt(text, at, end);
  const weekday = indexOfName(weekdayNames, word);
  if (weekday < 0) return undefined;
  const dot = text[at + word.length] === '.' && word.length < 6 ? 1 : 0;
  return {start: at, end: at + word.length + dot, weekday};
}

/** Writes a day the way the mention is written. Where its numbers do not show whether they are padded, the form decides. */
export function formatDateLike(text: string, like: DateMention, date: CalendarDate): string {
  const {parts} = like;
  const padded = isPaddedDate(text, like);
  const pieces = [
    {...parts.day, text: dayLike(text.slice(parts.day.start, parts.day.end), date.day, padded)},
    {...parts.month, text: monthLike(text.slice(parts.month.start, parts.month.end), date.month, padded)},
    ...(parts.year ? [{...parts.year, text: yearLike(parts.year, date.year)}] : []),
  ].sort((a, b) => a.start - b.start);
  let written = '';
  let from = like.start;
  for (const piece of pieces) {
    written += text.slice(from, piece.start) + piece.text;
    from = piece.end;
  }
  return written + text.slice(from, like.end);
}

/** Month and day the other way round, where that is possible. */
export function swapDayAndMonth(mention: DateMention): DateMention {
  const {parts} = mention;
  if (!mention.ambiguous) return mention;
  return {
    ...mention,
    month: mention.day,
    day: mention.month,
    parts: {year: parts.year, month: parts.day, day: parts.month},
  };
}

/** `2024-05-09`, `10/20/2022`, `9.5.24`, `12-Dec-2022`; `05-09` and `5/9` only where a time follows. */
function readNumeric(text: string, at: number, end: number): DateMention | undefined {
  const first = numberPart(text, at, end);
  const separator = text[first.end];
  if (separator !== '-' && separator !== '/' && separator !== '.') return undefined;
  const second = isDigit(text, first.end + 1)
    ? numberPart(text, first.end + 1, end)
    : monthPart(text, first.end + 1, end);
  if (!second) return undefined;
  const hasThird = text[second.end] === separator && isDigit(text, second.end + 1);
  const third = hasThird ? numberPart(text, second.end + 1, end) : undefined;
  if (!third) return separator === '.' ? undefined : readMonthAndDay(text, first, second, end);
  if (separator === '.' && text[third.end] === '.' && isDigit(text, third.end + 1)) return undefined;
  if (isLetter(text, third.end) && text[third.end] !== 'T') return undefined;
  if (first.digits >= 4) return third.digits <= 2 ? mentionOf(first, second, third, false) : undefined;
  if (first.digits > 2 || second.digits > 2 || third.digits < 2) return undefined;
  const isDayFirst = second.isName || separator === '.' || first.value > 12;
  const isAmbiguous = !second.isName && first.value <= 12 && second.value <= 12 && first.value !== second.value;
  return isDayFirst ? mentionOf(third, second, first, isAmbiguous) : mentionOf(third, first, second, isAmbiguous);
}

function readMonthAndDay(text: string, first: NumberPart, second: NumberPart, end: number): DateMention | undefined {
  if (first.digits > 2 || second.digits > 2 || second.isName) return undefined;
  const after = skipSpaces(text, second.end, end);
  const hour = countDigits(text, after, end, 3);
  const isTimeNext = after > second.end && (hour === 1 || hour === 2) && text[after + hour] === ':';
  return isTimeNext ? monthAndDay(first, second) : undefined;
}

/** `1/28` and nothing else: where nothing but a day can stand. */
export function readLoneDay(text: string, {start, end}: Span): DateMention | undefined {
  const first = numberPart(text, start, end);
  if (text[first.end] !== '/') return undefined;
  const second = numberPart(text, first.end + 1, end);
  const isShort = [first, second].every(({digits}) => digits === 1 || digits === 2);
  return isShort && second.end === end ? monthAndDay(first, second) : undefined;
}

function monthAndDay(first: NumberPart, second: NumberPart): DateMention | undefined {
  const isDayFirst = first.value > 12;
  const isAmbiguous = first.value <= 12 && second.value <= 12 && first.value !== second.value;
  return isDayFirst
    ? mentionOf(undefined, second, first, isAmbiguous)
    : mentionOf(undefined, first, second, isAmbiguous);
}

/** `7 June 2024`, `7th of June, 2024`, `19. April` */
function readDayFirst(text: string, at: number, end: number): DateMention | undefined {
  const day = dayPart(text, at, end);
  if (!day) return undefined;
  let next = skipSpaces(text, text[day.end] === '.' ? day.end + 1 : day.end, end);
  if (wordAt(text, next, end).toLowerCase() === 'of') next = skipSpaces(text, next + 2, end);
  const month = monthPart(text, next, end);
  return month && mentionOf(yearPart(text, month.end, end), month, day, false);
}

/** `June 7th, 2024`, `Jan 14`, `Dec. 13 2022` */
function readMonthFirst(text: string, at: number, end: number): DateMention | undefined {
  const month = monthPart(text, at, end);
  if (!month) return undefined;
  const dayAt = skipSpaces(text, text[month.end] === '.' ? month.end + 1 : month.end, end);
  if (dayAt === month.end) return undefined;
  const day = dayPart(text, dayAt, end);
  if (!day) return undefined;
  const last = lastDayPart(text, day, end);
  const mention = mentionOf(yearPart(text, last?.end ?? day.end, end), month, day, false);
  return last && mention ? {...mention, end: Math.max(mention.end, last.end), lastDay: last.value} : mention;
}

/** `-19` in `January 14-19`: a later day of the month, which is not the hour of a time. */
function lastDayPart(text: string, first: NumberPart, end: number): NumberPart | undefined {
  const dash = skipSpaces(text, first.end, end);
  if (!isDash(text[dash])) return undefined;
  const last = dayPart(text, skipSpaces(text, dash + 1, end), end);
  return last && last.value > first.value && last.value <= 31 ? last : undefined;
}

interface NumberPart extends Span {
  readonly value: number;
  readonly digits: number;
  readonly isName: boolean;
}

function numberPart(text: string, at: number, end: number): NumberPart {
  const digits = countDigits(text, at, end, 9);
  return {start: at, end: at + digits, value: Number(text.slice(at, at + digits)), digits, isName: false};
}

function monthPart(text: string, at: number, end: number): NumberPart | undefined {
  const word = wordAt(text, at, end);
  const month = indexOfName(monthNames, word);
  return month < 0 ? undefined : {start: at, end: at + word.length, value: month + 1, digits: 0, isName: true};
}

function dayPart(text: string, at: number, end: number): NumberPart | undefined {
  const part = numberPart(text, at, end);
  if (part.digits < 1 || part.digits > 2 || text[part.end] === ':') return undefined;
  const ending = wordAt(text, part.end, end).toLowerCase();
  if (ending === '') return part;
  return /^(?:st|nd|rd|th)$/.test(ending) ? {...part, end: part.end + 2} : undefined;
}

/** A year of this or the last century after `,` or a space, which is not `2100hrs` or the hour of a time. */
function yearPart(text: string, at: number, end: number): NumberPart | undefined {
  const next = skipSpaces(text, text[at] === ',' ? at + 1 : at, end);
  if (next === at) return undefined;
  const part = numberPart(text, next, end);
  if (part.digits !== 4 || part.value < 1970 || part.value > 2099) return undefined;
  const isHour = text[part.end] === ':' && isDigit(text, part.end + 1);
  return isLetter(text, part.end) || isHour ? undefined : part;
}

function mentionOf(
  year: NumberPart | undefined,
  month: NumberPart,
  day: NumberPart,
  ambiguous: boolean,
): DateMention | undefined {
  const isYearOdd = year !== undefined && year.digits !== 4 && year.digits !== 2;
  const fullYear = year && !isYearOdd ? (year.digits === 2 ? 2000 + year.value : year.value) : undefined;
  const isDayOdd = !isValidDay(fullYear, month.value, day.value);
  const parts = [month, day, ...(year ? [year] : [])];
  return {
    start: Math.min(...parts.map(part => part.start)),
    end: Math.max(...parts.map(part => part.end)),
    year: fullYear,
    month: month.value,
    day: day.value,
    ambiguous,
    lastDay: undefined,
    problem: isYearOdd ? 'year' : isDayOdd ? 'day' : undefined,
    parts: {year: year && bare(year), month: bare(month), day: bare(day)},
  };
}

function bare({start, end}: Span): Span {
  return {start, end};
}

function indexOfName(names: readonly string[], word: string): number {
  if (word.length < 3) return -1;
  const lower = word.toLowerCase();
  return names.findIndex(name => name.startsWith(lower) || (lower === 'sept' && name === 'september'));
}

function isPaddedDate(text: string, like: DateMention): boolean {
  const {month, day} = like.parts;
  if (text[month.start] === '0' || text[day.start] === '0') return true;
  if (!isDigit(text, month.start)) return false;
  const isShort = (part: Span) => part.end - part.start === 1;
  return !isShort(month) && !isShort(day);
}

function dayLike(written: string, day: number, padded: boolean): string {
  const ending = written.slice(countDigits(written, 0, written.length));
  return `${String(day).padStart(padded ? 2 : 1, '0')}${ending && ordinalEnding(day, ending)}`;
}

function ordinalEnding(day: number, like: string): string {
  const teen = day >= 11 && day <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return like === like.toUpperCase() ? ending.toUpperCase() : ending;
}

function monthLike(written: string, month: number, padded: boolean): string {
  if (isDigit(written, 0)) return String(month).padStart(padded ? 2 : 1, '0');
  const name = monthNames[month - 1] ?? '';
  const isFull = monthNames.includes(written.toLowerCase());
  const cut = isFull ? name : name.slice(0, 3);
  if (written === written.toUpperCase()) return cut.toUpperCase();
  return written === written.toLowerCase() ? cut : cut.slice(0, 1).toUpperCase() + cut.slice(1);
}

function yearLike(part: Span, year: number): string {
  return part.end - part.start === 2 ? String(year % 100).padStart(2, '0') : String(year);
}

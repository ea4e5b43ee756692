import type {Report} from '../../evidence/report.ts';
import {
  type CalendarDate,
  DAY,
  dateOf,
  dayStart,
  isoDate,
  isValidDay,
  nearestYear,
  weekdayOf,
} from '../../model/time/calendar.ts';
import {type DateMention, formatDateLike} from '../../model/time/date.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';
import type {Finding, Fix} from '../rule.ts';

type Remark = Omit<Finding, 'rule'>;

/** What is wrong with the day that an entry states, if anything. */
export function* dateRemarks(report: Report, now: number): Generator<Remark> {
  const entries = report.timeline?.entries ?? [];
  if (!entries.some(statesDay)) return;
  const days = daysOf(entries);
  const usual = days.length > 0 ? dateOf(days[days.length >> 1] ?? 0) : undefined;
  for (const entry of entries) {
    if (!statesDay(entry)) continue;
    const {stamp, date} = entry;
    if (stamp?.date?.problem) yield noSuchDay(report, stamp.date, usual);
    else if (stamp?.date && date) {
      const remark =
        wrongYear(report, stamp.date, date, usual) ?? future(stamp.date, date, now) ?? farAway(stamp.date, date, days);
      if (remark) yield remark;
    }
    const weekday = weekdayRemark(report, entry);
    if (weekday) yield weekday;
  }
}

function statesDay({said}: TimelineEntry): boolean {
  return said?.date !== undefined;
}

/** The days of the entries in order; the one in the middle is not moved by a wrong one. */
function daysOf(entries: readonly TimelineEntry[]): number[] {
  const days: number[] = [];
  let isSorted = true;
  for (const {date, said} of entries) {
    if (!date || said?.date?.problem) continue;
    const day = dayStart(date);
    isSorted &&= day >= (days.at(-1) ?? day);
    days.push(day);
  }
  return isSorted ? days : days.sort((a, b) => a - b);
}

function noSuchDay({text}: Report, mention: DateMention, usual: CalendarDate | undefined): Remark {
  const {start, end, month, day, problem} = mention;
  const message = `There is no day '${text.slice(start, end)}'`;
  const year = usual && isValidDay(undefined, month, day) ? nearestYear(month, day, usual) : undefined;
  const part = mention.parts.year;
  if (problem !== 'year' || !year || !part || !isSlip(text.slice(part.start, part.end), year))
    return {span: {start, end}, message};
  return {span: {start, end}, message, fixes: [yearFix(part, year)]};
}

/** Is the year the other one with a digit more or less? `22025` and `202` are slips for 2025. */
function isSlip(written: string, year: number): boolean {
  const [short, long] = [written, String(year)].sort((a, b) => a.length - b.length);
  if (!short || !long || long.length - short.length !== 1) return false;
  return [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short);
}

function yearFix(part: {start: number; end: number}, year: number): Fix {
  return {title: `Write ${year}`, edits: [{start: part.start, end: part.end, text: String(year)}], safe: false};
}

/** The same days of another year than all others have. */
function wrongYear(
  {text}: Report,
  mention: DateMention,
  date: CalendarDate,
  usual: CalendarDate | undefined,
): Remark | undefined {
  const part = mention.parts.year;
  if (!usual || !part || date.year === usual.year) return undefined;
  const meant = {...date, year: usual.year};
  const days = Math.abs(dayStart(meant) - dayStart(usual)) / DAY;
  if (days > 45 || Math.abs(dayStart(date) - dayStart(usual)) / DAY < 300) return undefined;
  const {start, end} = mention;
  const fixed = formatDateLike(text, mention, meant);
  return {
    span: {start, end},
    message: `${isoDate(date)} is in another year than the entries around it (${usual.year})`,
    fixes: [{title: `Write ${fixed}`, edits: [{start, end, text: fixed}], safe: false}],
  };
}

function future({start, end}: DateMention, date: CalendarDate, now: number): Remark | undefined {
  if (dayStart(date) <= now + DAY) return undefined;
  return {span: {start, end}, message: `${isoDate(date)} is in the future`};
}

/** More than a quarter of a year from any other entry. */
function farAway({start, end}: DateMention, date: CalendarDate, days: readonly number[]): Remark | undefined {
  if (days.length < 4) return undefined;
  const day = dayStart(date);
  const own = firstOf(days, day);
  const [before, after] = [days[own - 1] ?? Number.NEGATIVE_INFINITY, days[own + 1] ?? Number.POSITIVE_INFINITY];
  const gap = Math.min(day - before, after - day) / DAY;
  if (gap <= 92) return undefined;
  const message = `${isoDate(date)} is ${Math.round(gap)} days away from every other entry`;
  return {span: {start, end}, message, severity: 'hint'};
}

/** Index of the first of the days that is not before the day. */
function firstOf(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function weekdayRemark({text}: Report, {stamp, date}: TimelineEntry): Remark | undefined {
  if (!stamp?.weekday || !stamp.date || stamp.date.problem || !date) return undefined;
  const actual = weekdayOf(date);
  if (actual === stamp.weekday.weekday) return undefined;
  const {start, end} = stamp.weekday;
  const written = text.slice(start, end);
  const name = weekdays[actual] ?? '';
  const fixed = written.length > 5 ? name : name.slice(0, 3);
  return {
    span: {start, end: Math.max(end, stamp.date.end)},
    message: `${isoDate(date)} is a ${name}, not a ${weekdays[stamp.weekday.weekday] ?? ''}`,
    fixes: [{title: `Write ${fixed}`, edits: [{start, end, text: fixed}], safe: false}],
  };
}

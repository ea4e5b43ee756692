/** A day of the Gregorian calendar; `month` and `day` count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** Milliseconds from 1970-01-01 to the beginning of the day, as if it were a day in UTC. */
export function dayStart({year, month, day}: CalendarDate): number {
  return (daysBefore(year, month) + day - 1) * DAY;
}

/** The day that contains a time in milliseconds, read as UTC. */
export function dateOf(time: number): CalendarDate {
  const days = Math.floor(time / DAY) - marchOfYearZero;
  const cycle = Math.floor(days / daysInCycle);
  const inCycle = days - cycle * daysInCycle;
  const leapDays = Math.floor(inCycle / 1460) - Math.floor(inCycle / 36_524) + Math.floor(inCycle / 146_096);
  const year = cycle * 400 + Math.floor((inCycle - leapDays) / 365);
  const ofYear = days - daysBeforeMarch(year);
  const sinceMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - daysSinceMarch(sinceMarch) + 1;
  return sinceMarch < 10 ? {year, month: sinceMarch + 3, day} : {year: year + 1, month: sinceMarch - 9, day};
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOf(dayStart(date) + days * DAY);
}

export function isSameDay(a: CalendarDate, b: CalendarDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

/** Does the calendar have this day? Without a year, 29 February counts. */
export function isValidDay(year: number | undefined, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year ?? 2000, month);
}

/** 0 is Sunday. */
export function weekdayOf(date: CalendarDate): number {
  // The first of January 1970 was a Thursday.
  return (((dayStart(date) / DAY + 4) % 7) + 7) % 7;
}

/** The year in which month and day lie nearest to a reference day. */
export function nearestYear(month: number, day: number, reference: CalendarDate): number {
  const center = dayStart(reference);
  let best = reference.year;
  let least = Number.POSITIVE_INFINITY;
  for (const year of [reference.year, reference.year - 1, reference.year + 1]) {
    const distance = Math.abs(dayStart({year, month, day}) - center);
    if (distance >= least) continue;
    best = year;
    least = distance;
  }
  return best;
}

/** `2024-05-09` */
export function isoDate(date: CalendarDate): string {
  return `${String(date.year).padStart(4, '0')}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function daysInMonth(year: number, month: number): number {
  return daysBefore(year, month + 1) - daysBefore(year, month);
}

/*
 * The Gregorian calendar, with years that begin in March: so the leap day is the last of its year. `Date` gives the same, and takes
 * several times as long, which is felt where a timeline has hundreds of entries.
 */

/** Days from 1970-01-01 to the first of March of the year zero. */
const marchOfYearZero = -719_468;
/** Days in 400 years, after which the calendar repeats itself. */
const daysInCycle = 146_097;

/** Days from 1970-01-01 to the first of a month, which may also be one before or after those of the year. */
function daysBefore(year: number, month: number): number {
  const years = Math.floor((month - 3) / 12);
  return marchOfYearZero + daysBeforeMarch(year + years) + daysSinceMarch(month - 3 - years * 12);
}

/** Days from the first of March of the year zero to that of another. */
function daysBeforeMarch(year: number): number {
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

/** Days in so many months from March on: 31, 30, 31, 30, 31, and again. */
function daysSinceMarch(months: number): number {
  return Math.floor((153 * months + 2) / 5);
}

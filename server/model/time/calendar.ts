/** A day of the Gregorian calendar; `month` and `day` count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** Milliseconds from 1970-01-01 to the beginning of the day, as if it were a day in UTC. */
export function dayStart(date: CalendarDate): number {
  return new Date(0).setUTCFullYear(date.year, date.month - 1, date.day);
}

/** The day that contains a time in milliseconds, read as UTC. */
export function dateOf(time: number): CalendarDate {
  const date = new Date(time);
  return {year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate()};
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
  return new Date(dayStart(date)).getUTCDay();
}

/** The year in which month and day lie nearest to a reference day. */
export function nearestYear(month: number, day: number, reference: CalendarDate): number {
  const center = dayStart(reference);
  const candidates = [reference.year, reference.year - 1, reference.year + 1];
  const distance = (year: number) => Math.abs(dayStart({year, month, day}) - center);
  return candidates.reduce((best, year) => (distance(year) < distance(best) ? year : best));
}

/** `2024-05-09` */
export function isoDate(date: CalendarDate): string {
  return `${String(date.year).padStart(4, '0')}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function daysInMonth(year: number, month: number): number {
  return new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate();
}

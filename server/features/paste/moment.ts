import type {Span} from '../../model/text.ts';
import {addDays, type CalendarDate, isoDate, weekdayOf} from '../../model/time/calendar.ts';
import type {DateMention} from '../../model/time/date.ts';
import {findStamps, readStamp} from '../../model/time/find-stamps.ts';
import type {Stamp} from '../../model/time/stamp.ts';
import type {Zone} from '../../model/time/zone.ts';

/** A time as a pasted text has it: what it leaves out is `undefined`. */
export interface Moment {
  readonly date: DateMention | undefined;
  /** 0 is Sunday. */
  readonly weekday: number | undefined;
  /** Since midnight. */
  readonly minutes: number;
  /** With fractions. */
  readonly seconds: number | undefined;
  /** Is the time of day one with AM or PM? */
  readonly isTwelveHour: boolean;
  readonly zone: Zone | undefined;
}

/** A line with a time, and what stands around it. */
export interface TimedLine {
  readonly moment: Moment;
  readonly before: string;
  readonly after: string;
  /** Does the time stand in brackets? */
  readonly bracketed: boolean;
}

const listMark = /^(?:[-*+•·>]|\d{1,3}[.)])\s+/;

/**
 * Reads a line of chat, log or list. The time stands at its beginning or at its end.
 *
 * @param today what "Today" in the text means
 */
export function readTimedLine(line: string, today: CalendarDate): TimedLine | undefined {
  const text = inIsoForm(line.trim().replace(listMark, ''), today);
  const leading = readStamp(text, 0, text.length, {leading: true});
  const found = momentOf(leading);
  if (leading && found) return timedLine(text, leading, found);
  const last = findStamps(text, Math.max(0, text.length - 80), text.length).at(-1);
  const moment = momentOf(last);
  return last && moment && /^[\s\])]*$/.test(text.slice(last.end)) ? timedLine(text, last, moment) : undefined;
}

function timedLine(text: string, {start, end}: Span, moment: Moment): TimedLine {
  const before = withoutEnd(text.slice(0, start)).replace(/ at$/, '');
  const after = text.slice(end).replace(/^[\s\])|:;,–—-]+/, '');
  return {moment, before, after, bracketed: /[[(]/.test(text.slice(Math.max(0, start - 1), start + 1))};
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s,|([–—-]/.test(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

/** The day, if a line names one and nothing else: `Tuesday, May 7th`, `--- Yesterday ---`. */
export function readDayLine(line: string, today: CalendarDate): Pick<Moment, 'date' | 'weekday'> | undefined {
  if (line.length > 60) return undefined;
  const bare = line.replace(/^[\s=*_–—-]+|(?<![\s:=*_–—-])[\s:=*_–—-]+$/g, '');
  const text = inIsoForm(`${bare} 00`, today).replace(/ 00$/, '');
  const weekday = weekdays.indexOf(text.toLowerCase());
  if (weekday >= 0) return {date: undefined, weekday};
  const stamp = readStamp(text, 0, text.length, {leading: true});
  if (!stamp?.date || stamp.date.problem || stamp.clock || stamp.end < text.length) return undefined;
  return {date: stamp.date, weekday: undefined};
}

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function momentOf(stamp: Stamp | undefined): Moment | undefined {
  const {clock, date, weekday, zone} = stamp ?? {};
  if (clock?.minutes === undefined || clock.problem || date?.problem) return undefined;
  const {minutes, seconds, style} = clock;
  return {date, weekday: weekday?.weekday, minutes, seconds, isTwelveHour: style.hours === 12, zone: zone?.zone};
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Rewrites forms that only machines and chats use: `[07/May/2024:09:00:00 +0000]`, `Tue May 7 09:20:00 2024 +0200`, "Today at". */
function inIsoForm(line: string, today: CalendarDate): string {
  const [start, rest] = [line.slice(0, 200), line.slice(200)];
  return `${withIsoDates(start, today)}${rest}`;
}

function withIsoDates(line: string, today: CalendarDate): string {
  const access = /\[(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d{4})\]/.exec(line);
  if (access) {
    const [whole, day = '', month = '', year = '', clock = '', offset = ''] = access;
    const others = `${line.slice(0, access.index)}${line.slice(access.index + whole.length)}`.replace(
      /(?: -)+(?= )/g,
      '',
    );
    return `${year}-${monthNumber(month)}-${day}T${clock}${offset} ${others.replace(/ {2,}/g, ' ')}`;
  }
  return line
    .replace(
      /^(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})\b(?: ([+-]\d{4}))?/,
      (_, month: string, day: string, clock: string, year: string, offset = '') =>
        `${year}-${monthNumber(month)}-${day.padStart(2, '0')}T${clock}${offset}`,
    )
    .replace(/^\[?(1\d{9})(?:\d{3})?(?:\.\d{1,9})?\]?(?=[\s,:]|$)/, (_, seconds: string) =>
      new Date(Number(seconds) * 1000).toISOString(),
    )
    .replace(/^[0-9a-f]{7,40} (?=\d{4}-\d\d-\d\d)/, '')
    .replace(/\b(Today|Yesterday)\b(?:,? at|,)? (?=\d)/i, (_, name: string) => {
      const day = name.toLowerCase() === 'today' ? today : addDays(today, -1);
      return `${isoDate(day)} `;
    })
    .replace(/\b([A-Z][a-z]{5,8})\b(?: at)? (?=\d{1,2}:\d\d)/, (whole, name: string) => {
      const weekday = weekdays.indexOf(name.toLowerCase());
      return weekday < 0 ? whole : `${isoDate(lastWeekday(today, weekday))} `;
    });
}

function monthNumber(name: string): string {
  return String(months.indexOf(name.toLowerCase()) + 1).padStart(2, '0');
}

/** The last such day up to today. */
export function lastWeekday(today: CalendarDate, weekday: number): CalendarDate {
  return addDays(today, -((weekdayOf(today) - weekday + 7) % 7));
}

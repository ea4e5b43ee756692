import type {Span} from '../text.ts';
import {countDigits, isDigit, isInsideWord, isLetter} from './chars.ts';
import type {Clock} from './clock.ts';
import type {DateMention, WeekdayMention} from './date.ts';
import {type StampPlace, StampReader} from './stamp-reader.ts';
import type {ZoneMention} from './zone-scan.ts';

/** A point in time, or a range of two, as someone wrote it: `~10:20`, `2024-05-09 17:30 PST`, `8:20 - 8:24`, `T+5m`. */
export interface Stamp extends Span {
  readonly date: DateMention | undefined;
  readonly weekday: WeekdayMention | undefined;
  readonly clock: Clock | undefined;
  /** The later end of a range. */
  readonly until: {readonly date: DateMention | undefined; readonly clock: Clock | undefined} | undefined;
  readonly zone: ZoneMention | undefined;
  /** Minutes since the beginning of the incident: `T+5m`. */
  readonly elapsed: (Span & {readonly minutes: number}) | undefined;
  /** `~`, `ca.`, `approx.`, `10:20ish` */
  readonly approximate: boolean;
  /** A time still to be filled in: `HH:MM`, `??:??`, `TBD`. */
  readonly placeholder: Span | undefined;
}

/** The stamp that begins exactly at `at` (a mark such as `[` or `~` included), or `undefined`. Reads 120 characters at most. */
export function readStamp(text: string, at: number, end: number, place: StampPlace): Stamp | undefined {
  return new StampReader(text, at, end, place).read();
}

/** Every stamp with a date or a time of day in a span of running text, in order. */
export function findStamps(text: string, start: number, end: number): Stamp[] {
  const found: Stamp[] = [];
  let wasWord = start > 0 && isInsideWord(text, start);
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const isNumber = code >= 48 && code <= 57;
    const isWord = isNumber || isLetter(text, at) || code === 95;
    const mayBegin = isWord && !wasWord && (isNumber ? isTimeLike(text, at, end) : isNameStart(text, at));
    wasWord = isWord;
    if (!mayBegin || continuesNumber(text, at)) continue;
    const stamp = readStamp(text, at, end, {leading: false});
    if (!stamp) continue;
    found.push(stamp);
    at = stamp.end - 1;
    wasWord = isInsideWord(text, stamp.end);
  }
  return found;
}

/** Cheap test of the digits that begin here: may they go on as a time or date? */
function isTimeLike(text: string, at: number, end: number): boolean {
  const digits = countDigits(text, at, end, 5);
  if (digits === 3 || at + digits >= end) return false;
  const next = text.charCodeAt(at + digits) | 32;
  // Space, `-`, `.`, `/`, `:`, `：`, and the letters of `h`, `am`, `pm`, `nd`, `rd`, `st`, `th`.
  return next === 32 || (next >= 44 && next <= 58) || next > 96;
}

const nameStarts = new Set(
  'jan feb mar apr may jun jul aug sep oct nov dec sun mon tue wed thu fri sat noo mid'
    .split(' ')
    .map(name => threeLetters(name)),
);

/** May a month, a weekday, "noon" or "midnight" begin here? */
function isNameStart(text: string, at: number): boolean {
  return nameStarts.has(threeLetters(text, at));
}

function threeLetters(text: string, at = 0): number {
  const first = text.charCodeAt(at) | 32;
  return (first << 16) | ((text.charCodeAt(at + 1) | 32) << 8) | (text.charCodeAt(at + 2) | 32);
}

/** The digits after `1.`, `v1,` or `12:`: part of a number that began before. */
function continuesNumber(text: string, at: number): boolean {
  const before = text[at - 1];
  return (before === '.' || before === ',' || before === ':' || before === '/') && isDigit(text, at - 2);
}

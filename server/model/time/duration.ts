import type {Span} from '../text.ts';
import {countDigits, isDigit, isInsideWord, isLetter, isSpace, skipSpaces, wordAt} from './chars.ts';
import {scaleOf} from './forms.ts';

/** A length of time as someone wrote it: `2 hours and 45 minutes`, `33h 14m`, `7.5 hours`, `half an hour`. */
export interface DurationMention extends Span {
  readonly minutes: number;
}

/** Every duration in a span of running text, in order. Linear. */
export function findDurations(text: string, start: number, end: number): DurationMention[] {
  const found: DurationMention[] = [];
  for (let at = start; at < end; at++) {
    if (isInsideWord(text, at) || !(isDigit(text, at) || isLetter(text, at))) continue;
    if (isDigit(text, at) && (text[at - 1] === '.' || text[at - 1] === ':')) continue;
    const duration = readDuration(text, at, end);
    if (!duration) continue;
    found.push(duration);
    at = duration.end - 1;
  }
  return found;
}

/**
 * Writes a length in the manner of another: with the same units' words, and hours only where the other has hours or the length
 * has an hour and more.
 */
export function formatDurationLike(text: string, like: DurationMention, minutes: number): string {
  const written = text.slice(like.start, like.end);
  const isShort = /\d ?h(?:rs?)?\b|\d ?m(?:ins?)?\b|\d ?d\b/i.test(written);
  const hasHours = /h|d/i.test(written) || !/\d/.test(written);
  const total = Math.round(minutes);
  const days = /\dd|day/i.test(written) ? Math.floor(total / 1440) : 0;
  const hours = hasHours || total >= 120 ? Math.floor((total - days * 1440) / 60) : 0;
  const rest = total - days * 1440 - hours * 60;
  if (isShort) return shortForm(written, days, hours, rest);
  const parts = [named(days, 'day'), named(hours, 'hour'), named(rest, 'minute')].filter(part => part !== '');
  const joint = /,/.test(written) ? ', ' : /(?:days?|hours?) \d/i.test(written) ? ' ' : ' and ';
  return parts.length === 0 ? '0 minutes' : parts.join(joint);
}

function shortForm(written: string, days: number, hours: number, minutes: number): string {
  const space = /\d [dhm]/i.test(written) ? ' ' : '';
  const between = /[dh]\d/i.test(written) ? '' : ' ';
  const keepsHours = hours > 0 || days > 0 || /h/i.test(written);
  const parts = [
    days > 0 ? `${days}${space}d` : '',
    keepsHours ? `${hours}${space}h` : '',
    `${/\bh? ?0\dm/i.test(written) ? String(minutes).padStart(2, '0') : minutes}${space}m`,
  ];
  return parts.filter(part => part !== '').join(between);
}

function named(count: number, unit: string): string {
  if (count === 0) return '';
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

function readDuration(text: string, at: number, end: number): DurationMention | undefined {
  let minutes = 0;
  let stop = at;
  for (let next = at; next < end; ) {
    const part = readPart(text, next, end);
    if (!part) break;
    minutes += part.minutes;
    stop = part.end;
    next = skipJoint(text, stop, end);
  }
  return stop > at ? {start: at, end: stop, minutes} : undefined;
}

/** A number and its unit: `45 minutes`, `14m`, `an hour`, `half an hour`, `1.5 hours`. */
function readPart(text: string, at: number, end: number): DurationMention | undefined {
  const amount = readAmount(text, at, end);
  if (!amount) return undefined;
  let unitAt = amount.end;
  while (unitAt < end && (isSpace(text, unitAt) || (text[unitAt] === '-' && unitAt === amount.end))) unitAt++;
  const unit = wordAt(text, unitAt, end);
  // `5M` counts things and `500s` are answers of a server.
  const scale = /^[MDs]$/.test(unit) ? undefined : scaleOf(unit.toLowerCase());
  if (scale === undefined || isDigitUnit(text, unitAt + unit.length)) return undefined;
  if (scale === 60 && isMilitary(text.slice(at, amount.end))) return undefined;
  return {start: at, end: unitAt + unit.length, minutes: amount.value * scale};
}

/** `0300hrs`, `1300 hours`: a time and no length. */
function isMilitary(digits: string): boolean {
  return /^(?:[01]\d|2[0-3])[0-5]\d$/.test(digits);
}

/** `1h30` goes on with minutes that have no unit: it is no whole part. */
function isDigitUnit(text: string, at: number): boolean {
  return text[at] === '_' || text[at] === '/';
}

function readAmount(text: string, at: number, end: number): {value: number; end: number} | undefined {
  const digits = countDigits(text, at, end, 5);
  if (digits > 0) {
    const point = text[at + digits] === '.' ? countDigits(text, at + digits + 1, end, 3) : 0;
    const stop = at + digits + (point > 0 ? point + 1 : 0);
    return {value: Number(text.slice(at, stop)), end: stop};
  }
  const word = wordAt(text, at, end).toLowerCase();
  if (word === 'half') {
    const next = skipSpaces(text, at + 4, end);
    return wordAt(text, next, end).toLowerCase() === 'an' ? {value: 0.5, end: next + 2} : undefined;
  }
  const value = word === 'a' || word === 'an' ? 1 : numbers.indexOf(word);
  return value > 0 ? {value, end: at + word.length} : undefined;
}

/** White space, a comma, "and" between two parts. */
function skipJoint(text: string, at: number, end: number): number {
  let next = skipSpaces(text, at, end);
  if (text[next] === ',') next = skipSpaces(text, next + 1, end);
  return wordAt(text, next, end).toLowerCase() === 'and' ? skipSpaces(text, next + 3, end) : next;
}

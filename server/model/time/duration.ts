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
  const isShort = /\d ?h(?:rs?)?(?:\b|\d)|\d ?m(?:ins?)?\b|\d ?d\b/i.test(written);
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

const numbers =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

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
  const stop = unitAt + unit.length;
  const more = readMore(text, text.startsWith('(s)', stop) ? stop + 3 : stop, end, unit === 'h');
  return {start: at, end: more.end, minutes: (amount.value + more.value) * scale};
}

/** `an hour and a half`, `1h30`: what goes on behind the unit, in that unit. */
function readMore(text: string, at: number, end: number, isShort: boolean): {value: number; end: number} {
  const digits = isShort ? countDigits(text, at, end, 3) : 0;
  if (digits === 2 && !isLetter(text, at + 2)) return {value: Number(text.slice(at, at + 2)) / 60, end: at + 2};
  return readFraction(text, at, end) ?? {value: 0, end: at};
}

const fraction = /^ and (?:a (half|quarter)|(three) quarters)\b/i;

function readFraction(text: string, at: number, end: number): {value: number; end: number} | undefined {
  const found = fraction.exec(text.slice(at, Math.min(end, at + 24)));
  if (!found) return undefined;
  const value = found[2] ? 0.75 : found[1]?.toLowerCase() === 'half' ? 0.5 : 0.25;
  return {value, end: at + found[0].length};
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
    return withFraction(text, {value: Number(text.slice(at, stop)), end: stop}, end);
  }
  const word = wordAt(text, at, end).toLowerCase();
  const part = mayBePart.has(word) ? partOfOne.exec(text.slice(at, Math.min(end, at + 28))) : null;
  if (part) return {value: part[1] ? 0.75 : part[2] ? 0.25 : 0.5, end: at + part[0].length};
  if (word === 'a' || word === 'an') return {value: 1, end: at + word.length};
  return withFraction(text, readNumber(text, at, word, end), end);
}

const mayBePart = new Set(['half', 'a', 'quarter', 'three']);

/** `half an`, `a quarter of an`, `three quarters of an` */
const partOfOne = /^(?:half an?|(three) quarters of an?|(?:a )?(quarter) of an?)(?= )/i;

/** `two and a half` */
function withFraction(text: string, amount: {value: number; end: number} | undefined, end: number) {
  const more = amount && readFraction(text, amount.end, end);
  return amount && more ? {value: amount.value + more.value, end: more.end} : amount;
}

/** `five`, `forty`, `forty-five` */
function readNumber(text: string, at: number, word: string, end: number): {value: number; end: number} | undefined {
  const small = numbers.indexOf(word);
  if (small > 0) return {value: small, end: at + word.length};
  const ten = tens.indexOf(word);
  if (ten < 2) return undefined;
  const stop = at + word.length;
  const next = text[stop] === '-' || text[stop] === ' ' ? wordAt(text, stop + 1, end).toLowerCase() : '';
  const one = numbers.indexOf(next);
  return one > 0 && one < 10 ? {value: ten * 10 + one, end: stop + 1 + next.length} : {value: ten * 10, end: stop};
}

/** White space, a comma, "and" between two parts. */
function skipJoint(text: string, at: number, end: number): number {
  let next = skipSpaces(text, at, end);
  if (text[next] === ',') next = skipSpaces(text, next + 1, end);
  return wordAt(text, next, end).toLowerCase() === 'and' ? skipSpaces(text, next + 3, end) : next;
}

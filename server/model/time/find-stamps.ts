import {countDigits, isDigit, isInsideWord, isLetter} from './chars.ts';
import type {Stamp, StampPlace} from './stamp.ts';
import {StampReader} from './stamp-reader.ts';

/** The stamp that begins exactly at `at` (a mark such as `[` or `~` included), or `undefined`. Reads 120 characters at most. */
export function readStamp(text: string, at: number, end: number, place: StampPlace): Stamp | undefined {
  return isOtherWord(text, at, end) ? undefined : new StampReader(text, at, end, place).read();
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

const stampStarts = new Set([
  ...nameStarts,
  ...'cir app aro abo rou tbd tbc tod'.split(' ').map(word => threeLetters(word)),
]);

/** A word that no stamp begins with, as most are: no name, no "about", no "TBD". Shorter ones may be `T`, `ca` or `hh`. */
function isOtherWord(text: string, at: number, end: number): boolean {
  if (at + 2 >= end || !isLetter(text, at) || !isLetter(text, at + 1) || !isLetter(text, at + 2)) return false;
  return !stampStarts.has(threeLetters(text, at));
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

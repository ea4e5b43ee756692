import type {Span} from '../text.ts';
import {countDigits, isDash, isDigit, isLetter, skipSpaces, wordAt} from './chars.ts';

/** Minutes since the beginning of the incident: `T+5m`, `T + 1h30m`, `T-00:10`, `T0`, `+5 min`, `+0:13`. */
export function readElapsed(text: string, at: number, end: number): (Span & {minutes: number}) | undefined {
  const hasT = text[at] === 'T' || text[at] === 't';
  let next = hasT ? skipSpaces(text, at + 1, end) : at;
  if (hasT && text[next] === '0' && !isDigit(text, next + 1) && text[next + 1] !== ':')
    return {start: at, end: next + 1, minutes: 0};
  const sign = text[next];
  const isNegative = isDash(sign);
  if (sign !== '+' && !(isNegative && hasT)) return undefined;
  next = skipSpaces(text, next + 1, end);
  const length = readLength(text, next, end);
  if (!length || (!hasT && !length.hasUnit)) return undefined;
  return {start: at, end: length.end, minutes: isNegative ? -length.minutes : length.minutes};
}

/** What an author has yet to fill in: `HH:MM`, `xx:xx`, `--:--`, `??`, `TBD`. */
export function readPlaceholder(text: string, at: number, end: number): Span | undefined {
  const word = wordAt(text, at, end);
  if (/^(?:TBD|TBC|TODO)$/.test(word)) return {start: at, end: at + word.length};
  if (text[at] === '?' && text[at + 1] === '?' && text[at + 2] !== ':') return {start: at, end: runEnd(text, at, end)};
  const first = pairAt(text, at, end);
  if (!first || text[at + 2] !== ':' || !pairAt(text, at + 3, end)) return undefined;
  const stop = text[at + 5] === ':' && pairAt(text, at + 6, end) ? at + 8 : at + 5;
  return isLetter(text, stop) ? undefined : {start: at, end: stop};
}

interface Length {
  readonly end: number;
  readonly minutes: number;
  readonly hasUnit: boolean;
}

/** `5m`, `5 min`, `1h30m`, `1h 30`, `00:05` (hours and minutes), `0:05:30`. */
function readLength(text: string, at: number, end: number): Length | undefined {
  let minutes = 0;
  let stop = at;
  let hasUnit = false;
  for (let next = at; isDigit(text, next); next = skipSpaces(text, stop, end)) {
    const digits = countDigits(text, next, end);
    const value = Number(text.slice(next, next + digits));
    if (text[next + digits] === ':' && countDigits(text, next + digits + 1, end, 3) === 2) {
      const rest = Number(text.slice(next + digits + 1, next + digits + 3));
      return {end: next + digits + 3, minutes: minutes + value * 60 + rest, hasUnit: true};
    }
    const unitAt = skipSpaces(text, next + digits, Math.min(end, next + digits + 1));
    const unit = wordAt(text, unitAt, end).toLowerCase();
    const scale = scaleOf(unit);
    if (scale === undefined && (hasUnit || next !== at)) break;
    minutes += value * (scale ?? 1);
    stop = scale === undefined ? next + digits : unitAt + unit.length;
    if (scale === undefined) break;
    hasUnit = true;
  }
  return stop === at ? undefined : {end: stop, minutes, hasUnit};
}

/** Minutes in a unit of time. */
export function scaleOf(unit: string): number | undefined {
  if (/^(?:m|min|mins|minute|minutes)$/.test(unit)) return 1;
  if (/^(?:h|hr|hrs|hour|hours)$/.test(unit)) return 60;
  if (/^(?:d|day|days)$/.test(unit)) return 1440;
  return /^(?:s|sec|secs|second|seconds)$/.test(unit) ? 1 / 60 : undefined;
}

function pairAt(text: string, at: number, end: number): boolean {
  if (at + 2 > end) return false;
  const pair = text.slice(at, at + 2).toLowerCase();
  return (
    pair === 'hh' || pair === 'mm' || pair === 'ss' || pair === 'xx' || pair === '??' || pair === '--' || pair === '__'
  );
}

function runEnd(text: string, at: number, end: number): number {
  let stop = at;
  while (stop < end && text[stop] === '?') stop++;
  return stop;
}

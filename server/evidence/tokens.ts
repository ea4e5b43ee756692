import type {Line} from '../model/reading.ts';
import type {Span} from '../model/text.ts';
import {isDash, isDigit, isInsideWord, isLetter, isSpace} from '../model/time/chars.ts';
import {readClock} from '../model/time/clock.ts';
import {readDate} from '../model/time/date.ts';
import {wordKeys} from './inflection.ts';

/** A word, number, time of day or date; `label` ends a label ("Root cause:"), `break` ends a sentence. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'time' | 'date' | 'label' | 'break';
  /** In lower case, without a possessive ending. Empty for times and dates. */
  readonly word: string;
  /** Under which the word is looked up. */
  readonly keys: readonly string[];
  /** Begins with a capital letter or `@`. */
  readonly capital: boolean;
}

const none: readonly string[] = [];
const percentKeys = ['percent'];

const strict = {loose: false, bare: false};
const loose = {loose: true, bare: false};

/** Reads one line of prose into tokens, from its first content on. */
export function readTokens(prose: string, line: Line, into: Token[]): void {
  const cell = line.cells.length > 1 ? line.cells[1]?.start : undefined;
  let at = line.content.start;
  let isFirst = true;
  let isCellOpen = cell !== undefined;
  while (at < line.end) {
    if (isCellOpen && cell !== undefined && at >= cell) {
      isCellOpen = false;
      if (!isFirst) into.push(mark('label', cell, cell));
    }
    const token = tokenAt(prose, at, line.end, isFirst);
    if (!token) {
      at = prose[at] === '&' ? entityEnd(prose, at, line.end) : at + 1;
      continue;
    }
    at = token.end;
    // Marks in a row ("Cause: - ") end one label.
    if (token.kind === 'label' && into.at(-1)?.kind === 'label' && !isFirst) continue;
    into.push(token);
    if (token.kind !== 'label' && token.kind !== 'break') isFirst = false;
  }
}

const LONGEST_ENTITY = 10;

/** Where `&emsp;` ends; a lone `&` is one character. */
function entityEnd(prose: string, at: number, end: number): number {
  let stop = at + 1;
  while (stop < end && stop - at < LONGEST_ENTITY && isWordChar(prose.charCodeAt(stop))) stop++;
  return prose[stop] === ';' && stop > at + 1 ? stop + 1 : at + 1;
}

function tokenAt(prose: string, at: number, end: number, isFirst: boolean): Token | undefined {
  const code = prose.charCodeAt(at);
  if (code === 32) return undefined;
  if (isDigit(prose, at)) return isInsideWord(prose, at) ? wordFrom(prose, at, end) : numberAt(prose, at, end, isFirst);
  if (isWordChar(code)) return monthAt(prose, at, end) ?? wordFrom(prose, at, end);
  const char = prose[at];
  if (char === '%') return {start: at, end: at + 1, kind: 'word', word: 'percent', keys: percentKeys, capital: false};
  if (char === '@' && isLetter(prose, at + 1)) return {...wordFrom(prose, at + 1, end), start: at, capital: true};
  if (char === ':' || char === '：') return mark('label', at, at + 1);
  if (char === '?' || char === '!' || char === ';') return mark('break', at, at + 1);
  if (char === '.') return isSentenceEnd(prose, at, end) ? mark('break', at, at + 1) : undefined;
  if ((isDash(char) || char === '|') && isSpace(prose, at + 1) && (at === 0 || isSpace(prose, at - 1)))
    return mark('label', at, at + 1);
  return undefined;
}

function numberAt(prose: string, at: number, end: number, isFirst: boolean): Token {
  const date = readDate(prose, at, end);
  if (date) return mark('date', date.start, date.end);
  const clock = readClock(prose, at, end, isFirst ? loose : strict);
  if (clock) return mark('time', clock.start, clock.end);
  let stop = at;
  while (stop < end && (isDigit(prose, stop) || isInnerMark(prose, stop))) stop++;
  const word = prose.slice(at, stop);
  return {start: at, end: stop, kind: 'number', word, keys: [word], capital: false};
}

/** The comma of `340,000` and the point of `7.5`. */
function isInnerMark(prose: string, at: number): boolean {
  return (prose[at] === ',' || prose[at] === '.') && isDigit(prose, at + 1);
}

const monthInitials = 'jfmasondJFMASOND';

function monthAt(prose: string, at: number, end: number): Token | undefined {
  if (!monthInitials.includes(prose[at] ?? '')) return undefined;
  const date = readDate(prose, at, end);
  if (date) return mark('date', date.start, date.end);
  const code = prose.charCodeAt(at) | 32;
  if (code !== 109 && code !== 110) return undefined;
  const named = readClock(prose, at, end, strict);
  return named && mark('time', named.start, named.end);
}

function wordFrom(prose: string, at: number, end: number): Token {
  let stop = at;
  while (stop < end && (isWordChar(prose.charCodeAt(stop)) || isInnerApostrophe(prose, stop))) stop++;
  const raw = prose.slice(at, stop).toLowerCase().replaceAll('’', "'");
  const word = raw.endsWith("'s") ? raw.slice(0, -2) : raw;
  const first = prose[at] ?? '';
  return {start: at, end: stop, kind: 'word', word, keys: wordKeys(word), capital: first !== first.toLowerCase()};
}

function isWordChar(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
  return (code >= 0xc0 && code < 0x2000) || (code >= 0x2c00 && code < 0xd800 && (code < 0x3000 || code > 0x303f));
}

function isInnerApostrophe(prose: string, at: number): boolean {
  return (prose[at] === "'" || prose[at] === '’') && isWordChar(prose.charCodeAt(at + 1));
}

const abbreviations = new Set([
  'e.g',
  'i.e',
  'g',
  'e',
  'etc',
  'approx',
  'vs',
  'no',
  'mr',
  'mrs',
  'ms',
  'dr',
  'sr',
  'jr',
  'prof',
  'st',
  'a.m',
  'p.m',
]);

function isSentenceEnd(prose: string, at: number, end: number): boolean {
  if (at + 1 < end && !isSpace(prose, at + 1) && !isClosing(prose[at + 1])) return false;
  let start = at;
  while (start > 0 && at - start < 8 && isLetter(prose, start - 1)) start--;
  return !abbreviations.has(prose.slice(start, at).toLowerCase());
}

function isClosing(char: string | undefined): boolean {
  return char !== undefined && '"\'”’)]'.includes(char);
}

function mark(kind: Token['kind'], start: number, end: number): Token {
  return {start, end, kind, word: '', keys: none, capital: false};
}

import type {Line} from '../model/reading.ts';
import type {Span} from '../model/text.ts';
import {isDash, isDigit, isInsideWord, isLetter, isSpace} from '../model/time/chars.ts';
import {readClock} from '../model/time/clock.ts';
import {readDate} from '../model/time/date.ts';
import {zoneOfAbbreviation} from '../model/time/zone.ts';
import {lexicon} from './classes.ts';
import {factsOfNumber, factsOfWord, noFacts, type WordFacts} from './vocabulary.ts';

/** A word, number, time of day or date; `label` ends a label ("Root cause:"), `break` ends a sentence. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'time' | 'date' | 'label' | 'break';
  /** In lower case, without a possessive ending. Empty for times and dates. */
  readonly word: string;
  readonly facts: WordFacts;
  /** Begins with a capital letter or `@`. */
  readonly capital: boolean;
}

const percent: WordFacts = {...noFacts, text: 'percent', keys: ['percent'], members: lexicon.membersFrom(['percent'])};

const strict = {loose: false, bare: false};
const loose = {loose: true, bare: false};

/** Reads one line of prose into tokens, from its first content on. */
export function readTokens(prose: string, line: Line, into: Token[]): void {
  let cell = line.cells.length > 1 ? line.cells[1]?.start : undefined;
  let at = line.content.start;
  let isFirst = true;
  while (at < line.end) {
    if (cell !== undefined && at >= cell) {
      if (!isFirst) into.push(mark('label', cell, cell));
      cell = undefined;
    }
    const code = prose.charCodeAt(at);
    const token = code === SPACE ? undefined : tokenAt(prose, at, line.end, code, isFirst);
    if (!token) {
      at = code === AMPERSAND ? entityEnd(prose, at, line.end) : at + 1;
      continue;
    }
    at = token.end;
    // Marks in a row ("Cause: - ") end one label.
    if (token.kind === 'label' && into[into.length - 1]?.kind === 'label' && !isFirst) continue;
    into.push(token);
    if (token.kind !== 'label' && token.kind !== 'break') isFirst = false;
  }
}

const SPACE = 32;
const AMPERSAND = 38;
const APOSTROPHE = 39;
/** Of what words are made of, only digits come before it. */
const NINE = 57;
const TYPOGRAPHIC_APOSTROPHE = 0x2019;

const LONGEST_ENTITY = 10;

/** Where `&emsp;` ends; a lone `&` is one character. */
function entityEnd(prose: string, at: number, end: number): number {
  let stop = at + 1;
  while (stop < end && stop - at < LONGEST_ENTITY && isWordChar(prose.charCodeAt(stop))) stop++;
  return prose[stop] === ';' && stop > at + 1 ? stop + 1 : at + 1;
}

function tokenAt(prose: string, at: number, end: number, code: number, isFirst: boolean): Token | undefined {
  if (isWordChar(code))
    return code <= NINE && !isInsideWord(prose, at) ? numberAt(prose, at, end, isFirst) : wordAt(prose, at, end);
  const char = prose[at];
  if (char === '%') return make('word', at, at + 1, percent);
  if (char === '@') return isLetter(prose, at + 1) ? nameAt(prose, at, end) : undefined;
  if (char === ':' || char === '：') return mark('label', at, at + 1);
  if (char === '?' || char === '!' || char === ';') return mark('break', at, at + 1);
  if (char === '.') return isSentenceEnd(prose, at, end) ? mark('break', at, at + 1) : undefined;
  if ((isDash(char) || char === '|') && isSpace(prose, at + 1) && isSpace(prose, at - 1))
    return mark('label', at, at + 1);
  return undefined;
}

function numberAt(prose: string, at: number, end: number, isFirst: boolean): Token {
  let stop = at;
  while (stop < end && isDigit(prose, stop)) stop++;
  // No date has a colon behind its first number.
  const date = prose[stop] === ':' ? undefined : readDate(prose, at, end);
  if (date) return mark('date', date.start, date.end);
  const clock = readClock(prose, at, end, isFirst || isHourly(prose, at, end) ? loose : strict);
  if (clock) return mark('time', clock.start, clock.end);
  if (stop === at + 4 && isZoned(prose, at, end)) return mark('time', at, stop);
  while (stop < end && (isDigit(prose, stop) || isInnerMark(prose, stop))) stop++;
  return make('number', at, stop, factsOfNumber(prose.slice(at, stop)));
}

const hourly = /(?:[01]\d|2[0-3])[hH][0-5]\d\b/y;
const lasting = /\b(?:for|lasted|lasting|took|over|within|of|after|in)\s{1,3}(?:about|some|around|nearly)?\s{0,3}$/i;

/** `14h34`, but for "lasted 10h30". */
function isHourly(prose: string, at: number, end: number): boolean {
  hourly.lastIndex = at;
  return hourly.test(prose) && hourly.lastIndex <= end && !lasting.test(prose.slice(Math.max(0, at - 20), at));
}

const zoned =
  /(?:[01]\d|2[0-3])[0-5]\d(?:(?: (?:and|to|until|till|through) | ?[-–] ?)(?:[01]\d|2[0-4])[0-5]\d)? ?([A-Z]{3,4})\b/y;

/** Four digits before a zone, or before others that are: `2100 UTC`, `1900 and 2100 UTC`. */
function isZoned(prose: string, at: number, end: number): boolean {
  zoned.lastIndex = at;
  const found = zoned.exec(prose);
  return found?.[1] !== undefined && zoned.lastIndex <= end && zoneOfAbbreviation(found[1]) !== undefined;
}

/** The comma of `340,000` and the point of `7.5`. */
function isInnerMark(prose: string, at: number): boolean {
  return (prose[at] === ',' || prose[at] === '.') && isDigit(prose, at + 1);
}

function wordAt(prose: string, at: number, end: number): Token {
  const stop = wordEnd(prose, at, end);
  const facts = factsOfWord(prose.slice(at, stop));
  return (facts.mayBeTime ? namedTimeAt(prose, at, end) : undefined) ?? make('word', at, stop, facts);
}

/** `May 9th`, `noon` */
function namedTimeAt(prose: string, at: number, end: number): Token | undefined {
  const date = readDate(prose, at, end);
  if (date) return mark('date', date.start, date.end);
  const clock = readClock(prose, at, end, strict);
  return clock && mark('time', clock.start, clock.end);
}

/** `@name` */
function nameAt(prose: string, at: number, end: number): Token {
  const stop = wordEnd(prose, at + 1, end);
  return make('word', at, stop, factsOfWord(prose.slice(at + 1, stop)), true);
}

function wordEnd(prose: string, at: number, end: number): number {
  let stop = at;
  for (; stop < end; stop++) {
    const code = prose.charCodeAt(stop);
    const isSmallLetter = code >= 97 && code <= 122;
    if (!isSmallLetter && !isWordChar(code) && !isInnerApostrophe(prose, stop)) break;
  }
  return stop;
}

function isWordChar(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
  return (code >= 0xc0 && code < 0x2000) || (code >= 0x2c00 && code < 0xd800 && (code < 0x3000 || code > 0x303f));
}

function isInnerApostrophe(prose: string, at: number): boolean {
  const code = prose.charCodeAt(at);
  return (code === APOSTROPHE || code === TYPOGRAPHIC_APOSTROPHE) && isWordChar(prose.charCodeAt(at + 1));
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

function make(kind: Token['kind'], start: number, end: number, facts: WordFacts, capital = facts.capital): Token {
  return {start, end, kind, word: facts.text, facts, capital};
}

/** A token that is no word. */
export function mark(kind: Token['kind'], start: number, end: number): Token {
  return make(kind, start, end, noFacts);
}

/** The token, as it stands in a text that begins `by` units later. */
export function moveBack({start, end, kind, facts, capital}: Token, by: number): Token {
  return make(kind, start - by, end - by, facts, capital);
}

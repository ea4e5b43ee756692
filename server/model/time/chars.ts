/** Character tests for the hand scanners of times, dates and zones. Offsets are UTF-16 offsets; past the end every test is false. */
import {codeSpace} from '../markdown/words.ts';

const joiner = codeSpace.charCodeAt(0);

export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** ASCII letters and Latin letters with accents: enough for the names of months, days and cities. */
export function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 32;
  return (code >= 97 && code <= 122) || (code >= 0xe0 && code <= 0x17f);
}

/** White space within a line, no-break and typographic spaces included. */
export function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    code === 32 ||
    code === 9 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x3000
  );
}

/** White space as above, or a line end. */
export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13 || isSpace(text, at);
}

/** What JavaScript takes for white space, line ends included. */
export function isWhite(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return /\s/.test(text.charAt(at));
}

/** Skips white space, and what stands for it within inline code, where times are written as well. */
export function skipSpaces(text: string, at: number, end: number): number {
  while (at < end && (isSpace(text, at) || text.charCodeAt(at) === joiner)) at++;
  return at;
}

/** Number of digits from `at`, counted up to `limit`. */
export function countDigits(text: string, at: number, end: number, limit = 6): number {
  let count = 0;
  while (count < limit && at + count < end && isDigit(text, at + count)) count++;
  return count;
}

/** The run of letters at `at`; empty where there is none or where it is longer than 24, which no name here is. */
export function wordAt(text: string, at: number, end: number): string {
  let stop = at;
  while (stop < end && stop - at <= 24 && isLetter(text, stop)) stop++;
  return stop - at > 24 ? '' : text.slice(at, stop);
}

/** Is the offset inside a word or number, so that nothing can begin there? */
export function isInsideWord(text: string, at: number): boolean {
  return at > 0 && (isDigit(text, at - 1) || isLetter(text, at - 1) || text[at - 1] === '_');
}

export function isDash(char: string | undefined): boolean {
  return char === '-' || char === '–' || char === '—' || char === '−' || char === '‐' || char === '‑';
}

/**
 * Words are what stands between white space and dashes and has at least one letter or digit: a hyphenated compound, a time, a
 * number with its unit are one word each. Inline code is one word, for the mask joins it with `codeSpace`. Scripts that write no
 * spaces between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese) are segmented.
 */
const hasWord = /[\p{L}\p{N}]/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

/** Stands for white space within inline code, so that the code stays one word. It counts as no space here alone. */
export const codeSpace = '\u2060';

let segmenter: Intl.Segmenter | undefined;

/** Offsets into the line (UTF-16) at which its words begin. */
export function wordStarts(line: string): number[] {
  return plainWordStarts(line) ?? allWordStarts(line);
}

/** As `wordStarts`, of a line that is all ASCII: most are. `undefined` of any other. */
function plainWordStarts(line: string): number[] | undefined {
  const starts: number[] = [];
  let start = -1;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code > 127) return undefined;
    if (code === 32 || (code >= 9 && code <= 13)) start = -1;
    else if (start === -1) start = at;
    if (start >= 0 && isAlphanumeric(code)) {
      starts.push(start);
      start = -2;
    }
  }
  return starts;
}

function allWordStarts(line: string): number[] {
  const starts: number[] = [];
  let start = 0;
  for (let at = 0; at <= line.length; at++) {
    if (at < line.length && !isGap(line.charCodeAt(at))) continue;
    const word = line.slice(start, at);
    if (isAscii(word) ? hasAsciiWord(word) : hasWord.test(word)) addWord(word, start, starts);
    start = at + 1;
  }
  return starts;
}

/** White space as `\s` has it, dashes and arrows. */
function isGap(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x2000) return code === 0xa0 || code === 0x1680;
  if (code > 0x21ff) return code === 0x3000 || code === 0xfeff;
  return code <= 0x200a || code >= 0x2190 || (code >= 0x2012 && code <= 0x2015) || otherSpaces.includes(code);
}

const otherSpaces = [0x2028, 0x2029, 0x202f, 0x205f];

function addWord(word: string, at: number, starts: number[]): void {
  if (isAscii(word) || word.search(unspaced) < 0) {
    starts.push(at);
    return;
  }
  let rest = 0;
  for (const run of word.matchAll(unspaced)) {
    if (hasWord.test(word.slice(rest, run.index))) starts.push(at + rest);
    segmenter ??= new Intl.Segmenter(undefined, {granularity: 'word'});
    for (const part of segmenter.segment(run[0])) if (part.isWordLike) starts.push(at + run.index + part.index);
    rest = run.index + run[0].length;
  }
  if (hasWord.test(word.slice(rest))) starts.push(at + rest);
}

function isAscii(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 127) return false;
  return true;
}

function hasAsciiWord(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    if (isAlphanumeric(word.charCodeAt(at))) return true;
  }
  return false;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

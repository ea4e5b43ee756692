import {isBlank, isLetter} from '../time/chars.ts';

/**
 * Sentences in a text: ends marked by `.`, `!` or `?` before a capital letter, and the rest. Abbreviations of one or two letters
 * ("e.g. Redis") and numbers do not end one.
 */
export function countSentences(prose: string): number {
  const end = prose.length;
  let count = 0;
  let since = 0;
  for (let at = 0; at < end; at++) {
    if (!isEndMark(prose.charCodeAt(at))) continue;
    let next = at + 1;
    while (next < end && ')"\'”’]*_'.includes(prose[next] ?? ' ')) next++;
    if (next < end && !isBlank(prose, next)) continue;
    while (next < end && isBlank(prose, next)) next++;
    const isEnd = next >= end || /[\p{Lu}\p{N}"“'‘([@#]/u.test(prose[next] ?? '');
    if (!isEnd || isAbbreviation(prose, since, at)) continue;
    count++;
    since = next;
  }
  return count + (hasWords(prose, since, end) ? 1 : 0);
}

/** `.`, `!` or `?` */
function isEndMark(code: number): boolean {
  return code === 46 || code === 33 || code === 63;
}

function isAbbreviation(prose: string, start: number, dot: number): boolean {
  let from = dot;
  while (from > start && isLetter(prose, from - 1)) from--;
  const word = prose.slice(from, dot).toLowerCase();
  return prose[dot] === '.' && (word.length === 1 || /^(?:eg|ie|vs|cf|mr|ms|dr|st|no|etc|approx)$/.test(word));
}

function hasWords(prose: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}]/u.test(prose.slice(start, end));
}

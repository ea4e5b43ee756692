import type {Span} from '../text.ts';
import type {MilestoneName} from './milestone-phrases.ts';
import {classifyLabel, findWords} from './milestone-words.ts';

/** What an entry may be told to be a milestone by. Offsets are counted from the beginning of the entry. */
export interface Hints {
  /** Marked by the author: `**Detected**`, START OF OUTAGE, `#resolved`. */
  readonly marks: readonly Hint[];
  /** Told from the entry's words. */
  readonly words: readonly Hint[];
}

export interface Hint {
  readonly name: MilestoneName;
  readonly span: Span;
}

/** @param own where the entry's own words stand; marks may stand before them */
export function findHints(text: string, prose: string, own: Span): Hints {
  const marks: Hint[] = [];
  for (const span of labelsOf(text, prose, own)) {
    const name = classifyLabel(prose.slice(span.start, span.end));
    if (name) marks.push({name, span});
  }
  return {marks, words: findWords(prose, own)};
}

/** What an author may have meant as a mark: a label before a colon, the whole of a short entry, bold text, brackets, tags. */
function labelsOf(text: string, prose: string, span: Span): Span[] {
  const labels: Span[] = [];
  const end = Math.min(span.end, span.start + 400);
  const lineEnd = endOfLine(prose, span.start, end);
  const colon = prose.indexOf(':', span.start);
  if (colon > 0 && colon < lineEnd && colon - span.start < 40) labels.push({start: span.start, end: colon});
  else if (lineEnd - span.start < 40) labels.push({start: span.start, end: lineEnd});
  for (const match of text.slice(0, end).matchAll(marked)) {
    const inner = match[1] ?? match[2] ?? match[3] ?? '';
    const from = match.index + match[0].indexOf(inner);
    labels.push({start: from, end: from + inner.length});
  }
  return labels;
}

const marked = /\*\*([^*\n]{3,40})\*\*|\[([^[\]\n]{3,40})\](?![([])|#([a-z]{5,14})\b/gi;

function endOfLine(prose: string, start: number, end: number): number {
  let at = start;
  while (at < end && prose[at] !== '\n' && prose[at] !== '\r') at++;
  return at;
}

import type {Span} from '../text.ts';
import {classifyLabel, findWords, type MilestoneName} from './milestone-words.ts';

/** What an entry may be told to be a milestone by. */
export interface Hint {
  readonly name: MilestoneName;
  /** Marked by the author (`**Detected**`, START OF OUTAGE, `#resolved`), or told from the entry's words. */
  readonly by: 'mark' | 'words';
  /** The mark or the words; offsets are counted from the beginning of the entry. */
  readonly span: Span;
}

/**
 * Marks and words of milestones in an entry, in this order.
 *
 * @param own where the entry's own words stand
 */
export function findHints(text: string, prose: string, own: Span): Hint[] {
  const marks = [...labelsOf(text, prose, own)].flatMap(span => {
    const name = classifyLabel(prose.slice(span.start, span.end));
    return name ? [{name, by: 'mark', span} as const] : [];
  });
  const words = findWords(prose, own).map(({name, span}) => ({name, by: 'words', span}) as const);
  return [...marks, ...words];
}

/** What an author may have meant as a mark: a label before a colon, the whole of a short entry, bold text, brackets, tags. */
function* labelsOf(text: string, prose: string, span: Span): Generator<Span> {
  const end = Math.min(span.end, span.start + 400);
  const lineEnd = endOfLine(prose, span.start, end);
  const colon = prose.indexOf(':', span.start);
  if (colon > 0 && colon < lineEnd && colon - span.start < 40) yield {start: span.start, end: colon};
  else if (lineEnd - span.start < 40) yield {start: span.start, end: lineEnd};
  for (const match of text
    .slice(0, end)
    .matchAll(/\*\*([^*\n]{3,40})\*\*|\[([^[\]\n]{3,40})\](?!\()|#([a-z]{5,14})\b/gi)) {
    const inner = match[1] ?? match[2] ?? match[3] ?? '';
    const from = match.index + match[0].indexOf(inner);
    yield {start: from, end: from + inner.length};
  }
}

function endOfLine(prose: string, start: number, end: number): number {
  let at = start;
  while (at < end && prose[at] !== '\n' && prose[at] !== '\r') at++;
  return at;
}

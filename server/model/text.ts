/** A half-open range of UTF-16 offsets into one text: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One replacement: the text of `span` becomes `text`. `snippet` is the same insertion with LSP tab stops. */
export interface Edit extends Span {
  readonly text: string;
  readonly snippet?: string;
}

/**
 * The edits that can be applied together, by where they begin; insertions at the same offset in the order given.
 *
 * @param edits in any order; where two overlap, the one that begins first wins and the other is left out.
 */
export function withoutOverlaps<T extends Span>(edits: readonly T[]): T[] {
  const sorted = edits.map((edit, index) => ({edit, index}));
  sorted.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  let at = 0;
  return sorted.flatMap(({edit}) => {
    if (edit.start < at) return [];
    at = edit.end;
    return [edit];
  });
}

/** Applies edits to a text, of those that overlap the one that begins first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of withoutOverlaps(edits)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

const blankLineAtEnd = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/;

/** Does the text end with a blank line? `\r\n` is one end of a line. */
export function endsWithBlankLine(text: string): boolean {
  return blankLineAtEnd.test(text);
}

/** So many UTF-16 units are compared at once. */
const block = 1024;

/** How many UTF-16 units two texts have in common at their beginnings. */
export function commonStart(a: string, b: string): number {
  if (a === b) return a.length;
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + block <= most && a.slice(at, at + block) === b.slice(at, at + block)) at += block;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** How many UTF-16 units two texts have in common at their ends. */
export function commonEnd(a: string, b: string): number {
  if (a === b) return a.length;
  const most = Math.min(a.length, b.length);
  const same = (from: number, to: number) =>
    a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from);
  let at = 0;
  while (at + block <= most && same(at, at + block)) at += block;
  while (at < most && a.charCodeAt(a.length - 1 - at) === b.charCodeAt(b.length - 1 - at)) at++;
  return at;
}

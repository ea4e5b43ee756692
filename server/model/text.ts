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
 * Applies edits to a text.
 *
 * @param edits in any order; where two overlap, the one that begins first wins and the other is left out.
 *   Insertions at the same offset are applied in the order given.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].map((edit, index) => ({edit, index}));
  sorted.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  let result = '';
  let at = 0;
  for (const {edit} of sorted) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

import type {Lead, LineKind, ListItem} from '../reading.ts';
import type {Span} from '../text.ts';
import {lineIndexAt} from './source-lines.ts';

/** A list item whose end is still sought. */
export interface DraftItem extends Omit<ListItem, 'end' | 'parent'> {
  end: number;
  readonly parent: DraftItem | undefined;
}

/** One line while a piece of Markdown is being read. */
export interface DraftLine extends Span {
  kind: LineKind;
  level: number;
  /** Shown as a heading; false for one that Markdown does not see. */
  real: boolean;
  quote: number;
  item: DraftItem | undefined;
  bullet: boolean;
  /** Column at which the text of the line's list item begins; -1 outside of paragraphs in lists. */
  column: number;
  content: Span;
  cells: Span[];
  lead: Lead | undefined;
}

/** What is collected while a text is read: a draft of every line, and the parts of the text that a reader sees. */
export class Draft {
  readonly lines: DraftLine[];
  readonly visible: Span[] = [];
  /** Single units that join the characters around them: `codeSpace` in the mask. */
  readonly joints: number[] = [];
  readonly comments: Span[] = [];
  /** Labels of link definitions. */
  readonly labels: string[] = [];
  readonly text: string;

  constructor(text: string, lines: readonly Span[]) {
    this.text = text;
    this.lines = lines.map(line => blankLine(text, line));
  }

  lineIndex(offset: number): number {
    return lineIndexAt(this.lines, offset);
  }

  /** Lines that the span touches, as indexes: `[first, last]`. */
  range(span: Span): [number, number] {
    return [this.lineIndex(span.start), this.lineIndex(Math.max(span.start, span.end - 1))];
  }

  /** Calls `visit` for every line of the span. */
  each(span: Span, visit: (line: DraftLine, index: number, first: number) => void): void {
    const [first, last] = this.range(span);
    for (let index = first; index <= last; index++) {
      const line = this.lines[index];
      if (line) visit(line, index, first);
    }
  }
}

function blankLine(text: string, span: Span): DraftLine {
  const content = trim(text, span);
  return {
    start: span.start,
    end: span.end,
    kind: content.start === content.end ? 'blank' : 'text',
    level: 0,
    real: false,
    quote: 0,
    item: undefined,
    bullet: false,
    column: -1,
    content,
    cells: [],
    lead: undefined,
  };
}

/** The span without white space at its ends. */
export function trim(text: string, span: Span): Span {
  let {start, end} = span;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return {start, end};
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}

/** Offset of a continuation line's text: behind white space and at most `quote` marks of block quotes. */
export function afterQuotes(text: string, line: Span, quote: number): number {
  let at = trim(text, line).start;
  for (let depth = 0; depth < quote && text[at] === '>'; depth++) at = trim(text, {start: at + 1, end: line.end}).start;
  return at;
}

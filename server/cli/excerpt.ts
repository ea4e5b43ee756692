import type {Span} from '../model/text.ts';

/** UTF-16 units of a line that are shown at most, and those before the place when the line is cut there. */
const longest = 120;
const before = 40;

export interface Excerpt {
  readonly source: string;
  /** `^` under the span. */
  readonly marks: string;
}

/** The line of a text in which a span begins, and marks under the span, as they look in a terminal. */
export function excerptOf(text: string, span: Span): Excerpt {
  const lineStart = backToBreak(text, span.start);
  const lineEnd = onToBreak(text, span.start);
  const from = span.start - lineStart > longest - before ? wholeCharacter(text, span.start - before) : lineStart;
  const to = lineEnd - from > longest ? wholeCharacter(text, from + longest) : lineEnd;
  const lead = from > lineStart ? '…' : '';
  const tail = to < lineEnd ? '…' : '';
  const indent = columns(lead + visible(text.slice(from, span.start)));
  const marked = columns(visible(text.slice(span.start, Math.min(span.end, to))));
  return {
    source: lead + visible(text.slice(from, to)).trimEnd() + tail,
    marks: ' '.repeat(indent) + '^'.repeat(Math.max(1, marked)),
  };
}

/** Nothing that steers the terminal: documents and file names come from strangers. Tabs are two blanks. */
export function visible(text: string): string {
  return text.replaceAll('\t', '  ').replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD');
}

function backToBreak(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isBreak(text[at - 1])) at--;
  return at;
}

function onToBreak(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isBreak(text[at])) at++;
  return at;
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/** The same offset, or the one before where it would split a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit < 0xe000 ? offset - 1 : offset;
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/u;
const narrowest = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns of a terminal: wide characters take two, combining ones none. */
function columns(text: string): number {
  let count = 0;
  for (const character of text) count += narrowest.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return count;
}

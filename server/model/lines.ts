import {readBlocks} from './blocks.ts';
import {isConflictMark} from './conflicts.ts';
import {Draft, type DraftLine, isSpace, trim} from './draft.ts';
import type {Conflict, FrontMatter, Lead, Line, Reading} from './reading.ts';
import type {Span} from './text.ts';
import {codeSpace, wordStarts} from './words.ts';

export interface Lines {
  readonly lines: readonly Line[];
  readonly prose: string;
  readonly comments: readonly Span[];
  readonly wrapper: Reading['wrapper'];
}

/**
 * Reads the Markdown between front matter and end.
 *
 * @param spans all lines of the text, from `splitLines`.
 * @param start offset of the first character that is Markdown.
 */
export function readLines(
  text: string,
  spans: readonly Span[],
  start: number,
  frontMatter: FrontMatter | undefined,
  conflicts: readonly Conflict[],
): Lines {
  const draft = new Draft(text, spans);
  readBlocks(withoutConflictMarks(text, spans, conflicts).slice(start), start, draft);
  for (const line of draft.lines) {
    if (frontMatter && line.end <= frontMatter.end) line.kind = 'front-matter';
    else if (isConflictMark(text, line, conflicts)) line.kind = 'conflict';
  }
  const wrapper = readWrapper(text, draft);
  const prose = maskedText(text, draft);
  return {
    lines: draft.lines.map((line, index) => finish(line, index, text, prose)),
    prose,
    comments: draft.comments,
    wrapper,
  };
}

function withoutConflictMarks(text: string, spans: readonly Span[], conflicts: readonly Conflict[]): string {
  if (conflicts.length === 0) return text;
  let clean = '';
  let at = 0;
  for (const line of spans) {
    if (!isConflictMark(text, line, conflicts)) continue;
    clean += text.slice(at, line.start) + ' '.repeat(line.end - line.start);
    at = line.end;
  }
  return clean + text.slice(at);
}

const textLanguage = /^[`~]{3,}[ \t]*(?:md|markdown|te?xt|plaintext)?[ \t]*$/i;

/** A fence that holds nearly all there is: its content is read as Markdown too. */
function readWrapper(text: string, draft: Draft): Reading['wrapper'] {
  const first = draft.lines.findIndex(line => line.kind === 'fence');
  const open = draft.lines[first];
  if (!open || !textLanguage.test(text.slice(open.start, open.end))) return undefined;
  const mark = text.slice(open.start, open.start + 3);
  let last = first + 1;
  while (draft.lines[last]?.kind === 'fence' && !isFenceEnd(text, draft.lines[last], mark)) last++;
  const close = draft.lines[last]?.kind === 'fence' ? draft.lines[last] : undefined;
  const inside = draft.lines.slice(first + 1, last);
  const filled = (lines: DraftLine[]) => lines.filter(line => line.content.end > line.content.start).length;
  if (filled(inside) < 8 || filled(inside) < 0.8 * filled(draft.lines)) return undefined;
  const from = inside[0]?.start ?? 0;
  const to = inside[inside.length - 1]?.end ?? from;
  for (const line of inside) line.kind = line.content.end > line.content.start ? 'text' : 'blank';
  readBlocks(text.slice(from, to), from, draft);
  for (const line of inside) line.real = false;
  return {open: {start: open.start, end: open.end}, close: close && {start: close.start, end: close.end}};
}

function isFenceEnd(text: string, line: Span | undefined, mark: string): boolean {
  return line !== undefined && text.slice(line.start, line.end).trim().startsWith(mark);
}

/** The text with everything blank that a reader does not see; line ends stay, so that lines and offsets are the same. */
function maskedText(text: string, draft: Draft): string {
  const visible = [...draft.visible].sort((a, b) => a.start - b.start);
  const joints = [...draft.joints].sort((a, b) => a - b);
  let prose = '';
  let at = 0;
  for (const span of visible) {
    if (span.end <= at) continue;
    const start = Math.max(span.start, at);
    prose += blank(text, at, start) + text.slice(start, span.end);
    at = span.end;
  }
  prose += blank(text, at, text.length);
  if (joints.length === 0) return prose;
  let joined = '';
  at = 0;
  for (const joint of joints) {
    joined += prose.slice(at, joint) + codeSpace;
    at = joint + 1;
  }
  return joined + prose.slice(at);
}

function blank(text: string, start: number, end: number): string {
  return start === end ? '' : text.slice(start, end).replace(/[^\r\n]/g, ' ');
}

function finish(line: DraftLine, index: number, text: string, prose: string): Line {
  const {start, end, kind, content, level, item, bullet, quote, cells} = line;
  const shown = kind !== 'blank' && kind !== 'fence' && kind !== 'front-matter' && kind !== 'comment';
  const indent = columns(text, line);
  return {
    start,
    end,
    index,
    kind,
    content,
    indent,
    item,
    bullet,
    level,
    real: line.real,
    quote,
    lazy: line.column >= 0 && !bullet && quote === 0 && indent < line.column,
    lead: line.lead ?? (shown && level === 0 ? rawLead(text, content) : undefined),
    cells,
    words: shown ? wordStarts(prose.slice(start, end), start) : [],
  };
}

/** Columns of white space at the beginning of a line; tabs count to the next multiple of four. */
function columns(text: string, line: Span): number {
  let width = 0;
  for (let at = line.start; at < line.end && isSpace(text.charCodeAt(at)); at++)
    width += text[at] === '\t' ? 4 - (width % 4) : 1;
  return width;
}

/** `**Timeline: **`, `*Timeline:***`: marks around the whole line that Markdown does not take for emphasis. */
function rawLead(text: string, content: Span): Lead | undefined {
  let {start, end} = content;
  if (text[start] !== '*' && text[start] !== '_') return undefined;
  while (start < end && isMark(text[start])) start++;
  while (end > start && (isMark(text[end - 1]) || text[end - 1] === ':')) end--;
  const before = start - content.start;
  const inner = trim(text, {start, end});
  if (content.end - end === 0 || inner.start === inner.end || text[content.end - 1] === ' ') return undefined;
  if (!isMark(text[content.end - 1]) && !isMark(text[content.end - 2])) return undefined;
  return {...inner, style: before > 1 ? 'bold' : 'italic', whole: true};
}

function isMark(char: string | undefined): boolean {
  return char === '*' || char === '_';
}

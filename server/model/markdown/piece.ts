import type {Root} from 'mdast';
import {gap} from '../gap.ts';
import type {Lead} from '../reading.ts';
import {Remembering} from '../remembering.ts';
import type {Span} from '../text.ts';
import {readBlocks} from './blocks.ts';
import {Draft, type DraftLine, isSpace, trim} from './draft.ts';
import {isBeyondLimits} from './limits.ts';
import {missingEnd} from './open-end.ts';
import {OwnLine} from './own-line.ts';
import {parseMarkdown} from './parser.ts';
import {readPlainBlocks} from './plain-blocks.ts';
import {readSimpleBlocks} from './simple-blocks.ts';
import {splitLines} from './source-lines.ts';
import {codeSpace, wordStarts} from './words.ts';

/** A stretch of whole lines that Markdown reads the same alone and in the document. All offsets and line numbers are its own. */
export class Piece extends Remembering {
  /** Its text, line ends included. */
  readonly source: string;
  readonly prose: string;
  readonly lines: readonly OwnLine[];
  readonly comments: readonly Span[];
  /** Labels of the link definitions in it. */
  readonly labels: readonly string[];
  /** What ends a fence or an HTML block that has no end in it and would go on into whatever follows; else `undefined`. */
  readonly open: string | undefined;
  /** Beyond the limits of the parser, and therefore read line by line. */
  readonly simple: boolean;

  constructor(fields: Omit<Piece, keyof Remembering>) {
    super();
    this.source = fields.source;
    this.prose = fields.prose;
    this.lines = fields.lines;
    this.comments = fields.comments;
    this.labels = fields.labels;
    this.open = fields.open;
    this.simple = fields.simple;
  }
}

/**
 * Reads one piece.
 *
 * @param labels of link definitions elsewhere in the document: they decide whether `[a]` is a link.
 * @param parse use the parser even where plain blocks need none; only tests want that.
 */
export function readPiece(text: string, labels: readonly string[] = [], parse = false): Piece {
  const source = detached(text);
  const spans = splitLines(source);
  const last = spans[spans.length - 1];
  if (spans.length > 1 && last && last.start === source.length) spans.pop();
  const draft = new Draft(source, spans);
  const simple = !parse && isBeyondLimits(source);
  if (simple) readSimpleBlocks(draft);
  const open = simple || (!parse && readPlainBlocks(draft)) ? undefined : readWithParser(draft, labels);
  endItems(draft.lines);
  const prose = withoutGaps(maskedText(draft), draft.lines);
  const lines = draft.lines.map((line, index) => finish(line, index, source, prose));
  return new Piece({source, prose, lines, comments: draft.comments, labels: draft.labels, open, simple});
}

/** The same text in memory of its own. A slice keeps alive what it was cut from: here a whole version of the document. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

/** @returns what ends a fence or HTML block that is still open at the end. */
function readWithParser(draft: Draft, labels: readonly string[]): string | undefined {
  const head = draft.text.includes(']') && labels.length > 0 ? `${labels.map(definition).join('\n')}\n\n` : '';
  // Within a document U+FEFF is a blank without width; at the beginning of a text the parser would drop it, and move all offsets.
  const source = draft.text.startsWith('\uFEFF') ? `\u200B${draft.text.slice(1)}` : draft.text;
  const root = withoutHead(parseMarkdown(head + source), head.length);
  readBlocks(root, -head.length, draft);
  return missingEnd(root, draft.text, head.length);
}

/** @param label as CommonMark compares them: what was written, with its escapes and character references */
function definition(label: string): string {
  return `[${label}]: x`;
}

/** Without the definitions that were put before the text. */
function withoutHead(root: Root, length: number): Root {
  if (length === 0) return root;
  return {...root, children: root.children.filter(node => (node.position?.start.offset ?? 0) >= length)};
}

/** A list item ends with the last text in it, whatever comes after. */
function endItems(lines: readonly DraftLine[]): void {
  for (const {item, content} of lines) {
    for (let outer = item; outer && content.end > content.start; outer = outer.parent)
      outer.end = Math.max(outer.end, content.end);
  }
}

/** The text with everything blank that a reader does not see; line ends stay, so that lines and offsets are the same. */
function maskedText(draft: Draft): string {
  const {text} = draft;
  const visible = [...draft.visible].sort((a, b) => a.start - b.start);
  let prose = '';
  let at = 0;
  for (const span of visible) {
    if (span.end <= at) continue;
    const start = Math.max(span.start, at);
    prose += blank(text, at, start) + text.slice(start, span.end);
    at = span.end;
  }
  prose += blank(text, at, text.length);
  return withJoints(prose, draft.joints);
}

function withJoints(prose: string, joints: readonly number[]): string {
  let joined = '';
  let at = 0;
  for (const joint of [...joints].sort((a, b) => a - b)) {
    if (joint < at) continue;
    joined += prose.slice(at, joint) + codeSpace;
    at = joint + 1;
  }
  return joined + prose.slice(at);
}

/** Gaps are blank, but for those in titles, which say what they are called. */
function withoutGaps(prose: string, lines: readonly DraftLine[]): string {
  if (!prose.includes('{{')) return prose;
  let said = '';
  let at = 0;
  for (const {start, end, kind} of lines) {
    if (kind === 'heading') continue;
    said += prose.slice(at, start) + withBlankGaps(prose.slice(start, end));
    at = end;
  }
  return said + prose.slice(at);
}

function withBlankGaps(text: string): string {
  return text.includes('{{') ? text.replace(gap, found => ' '.repeat(found.length)) : text;
}

/** The stretch of text as blanks; line ends stay. */
export function blank(text: string, start: number, end: number): string {
  return start === end ? '' : text.slice(start, end).replaceAll(/[^\r\n]+/g, run => ' '.repeat(run.length));
}

function finish(line: DraftLine, index: number, text: string, prose: string): OwnLine {
  const {start, end, kind, content, level, real, item, bullet, quote, cells} = line;
  const indent = columns(text, line);
  return new OwnLine({
    start,
    end,
    index,
    kind,
    content,
    indent,
    item,
    bullet,
    level,
    real,
    quote,
    lazy: line.column >= 0 && !bullet && quote === 0 && indent < line.column,
    lead: line.lead ?? (level === 0 && isText(line) ? rawLead(text, content) : undefined),
    cells,
    words:
      kind === 'blank' || kind === 'fence' || kind === 'comment'
        ? []
        : wordStarts(withBlankGaps(prose.slice(start, end))),
  });
}

function isText(line: DraftLine): boolean {
  return line.kind === 'text' || line.kind === 'code' || line.kind === 'html';
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
  if (!isMark(text[start])) return undefined;
  while (start < end && isMark(text[start])) start++;
  while (end > start && (isMark(text[end - 1]) || text[end - 1] === ':')) end--;
  const inner = trim(text, {start, end});
  const marked = isMark(text[content.end - 1]) || (text[content.end - 1] === ':' && isMark(text[content.end - 2]));
  if (!marked || inner.start === inner.end) return undefined;
  return {style: start - content.start > 1 ? 'bold' : 'italic', whole: true, ...inner};
}

function isMark(char: string | undefined): boolean {
  return char === '*' || char === '_';
}

/** The span, `offset` units further on. */
export function move(span: Span, offset: number): Span {
  return {start: span.start + offset, end: span.end + offset};
}

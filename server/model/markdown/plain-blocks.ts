import type {Span} from '../text.ts';
import {type Draft, type DraftItem, type DraftLine, trim} from './draft.ts';
import {pushVisible} from './inline.ts';

/**
 * Reads blocks that have only one reading: paragraphs, ATX headings, items of an outermost list, thematic breaks, with inline code
 * and bold text in them. Most of a postmortem is that, and needs no parser. Whatever else there is makes it give up before it enters
 * anything, and remark-parse reads the piece; that both enter the same is held by a test.
 *
 * @returns whether the piece was read.
 */
export function readPlainBlocks(draft: Draft): boolean {
  const lines: PlainLine[] = [];
  for (const line of draft.lines) {
    const plain = classify(draft.text, line, lines[lines.length - 1]);
    if (!plain) return false;
    lines.push(plain);
  }
  let item: DraftItem | undefined;
  for (const [index, plain] of lines.entries()) {
    const line = draft.lines[index];
    if (line) item = enter(draft, line, plain, item);
  }
  return true;
}

interface PlainLine {
  readonly kind: 'blank' | 'heading' | 'rule' | 'item' | 'text';
  /** Without marker and white space. */
  readonly content: Span;
  readonly inline: readonly Inline[];
  /** Number of `#`, or units of the list marker. */
  readonly mark: number;
  /** Column at which the text of the list item begins that this line is in; 0 outside of lists. */
  readonly column: number;
  /** Units of the box of the task that this line is in; 0 outside of tasks. */
  readonly box: number;
}

type Inline = Span & {readonly type: 'text' | 'code' | 'bold'};

const heading = /^(#{1,6})[ \t]+(?=[^\s#])/;
const bullet = /^(?:[-*+]|\d{1,9}[.)]) {1,4}(?=\S)/;
/** With exactly one blank before text that has no mark at its beginning, for there the parser counts the box in. */
const checkBox = /^\[[ xX]\] (?=[^\s*`])/;
const thematicBreak = /^(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;
/** What may begin a line without beginning a block. */
const beginning =
  /^(?:[\p{L}\p{Extended_Pictographic}"'(“‘’”$%@/]|\d(?!\d{0,8}[.)](?:\s|$))|`(?!``)|\*\*(?=[\p{L}\p{N}]))/u;

function classify(text: string, line: DraftLine, before: PlainLine | undefined): PlainLine | undefined {
  if (line.kind === 'blank') return classifyBlank(text, line);
  let indent = 0;
  while (text.charCodeAt(line.start + indent) === 32) indent++;
  const fresh = before === undefined || before.kind === 'blank' || before.kind === 'heading' || before.kind === 'rule';
  if (indent === 0 && isBlockMark(text.charCodeAt(line.start))) {
    const source = text.slice(line.start, line.end);
    const hashes = heading.exec(source);
    if (hashes?.[1]) return make(text, line, 'heading', hashes[0].length, {mark: hashes[1].length});
    if (thematicBreak.test(source))
      return fresh ? {kind: 'rule', content: trim(text, line), inline: [], mark: 0, column: 0, box: 0} : undefined;
    const marker = bullet.exec(source)?.[0];
    if (marker) return fresh || before.column > 0 ? makeItem(text, line, marker) : undefined;
  }
  if (fresh && indent > 0) return undefined;
  const column = fresh ? 0 : before.column;
  if (indent > 0 && column > 0 && (indent < column || indent > column + 3)) return undefined;
  return make(text, line, 'text', indent, {column, box: column > 0 ? (before?.box ?? 0) : 0});
}

/** A line of other white space than blanks and tabs is for the parser to read. */
function classifyBlank(text: string, {start, end}: DraftLine): PlainLine | undefined {
  if (!/^[ \t]*$/.test(text.slice(start, end))) return undefined;
  return {kind: 'blank', content: {start: end, end}, inline: [], mark: 0, column: 0, box: 0};
}

/** `#`, `-`, `*`, `_`, `+` or a digit: what headings, thematic breaks and list items begin with. */
function isBlockMark(code: number): boolean {
  return code === 35 || code === 45 || code === 42 || code === 95 || code === 43 || (code >= 48 && code <= 57);
}

function makeItem(text: string, line: DraftLine, marker: string): PlainLine | undefined {
  const start = line.start + marker.length;
  const box = checkBox.exec(text.slice(start, start + 5))?.[0].length ?? 0;
  return make(text, line, 'item', marker.length + box, {mark: marker.trimEnd().length, column: marker.length, box});
}

function make(
  text: string,
  line: DraftLine,
  kind: PlainLine['kind'],
  skip: number,
  {mark = 0, column = 0, box = 0}: Partial<Pick<PlainLine, 'mark' | 'column' | 'box'>>,
): PlainLine | undefined {
  let end = line.end;
  while (end > line.start && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  // Whether a tab at the end of a line is shown is for the parser to say.
  if (text.slice(end, line.end).includes('\t')) return undefined;
  const content = {start: line.start + skip, end};
  const source = text.slice(content.start, content.end);
  if (!beginning.test(source) || (kind === 'heading' && source.endsWith('#'))) return undefined;
  const inline = readPlainInline(source, content.start);
  return inline && {kind, content, inline, mark, column, box};
}

/** Bold text and inline code that nothing else could be; `undefined` where there are marks of any other sort. */
function readPlainInline(source: string, offset: number): Inline[] | undefined {
  const found: Inline[] = [];
  let from = 0;
  const add = (type: Inline['type'], start: number, end: number) => {
    if (start > from) found.push({type: 'text', start: offset + from, end: offset + start});
    found.push({type, start: offset + start, end: offset + end});
    from = end;
  };
  for (let at = 0; at < source.length; at++) {
    const char = source.charCodeAt(at);
    if (!isMark(char)) continue;
    if (char === 96 || char === 42) {
      const end = char === 96 ? codeEnd(source, at) : boldEnd(source, at);
      if (end === undefined) return undefined;
      add(char === 96 ? 'code' : 'bold', at, end);
      at = end - 1;
    } else if (!isHarmless(source, at, char)) return undefined;
  }
  if (from < source.length) found.push({type: 'text', start: offset + from, end: offset + source.length});
  return found;
}

/** Backtick, star, backslash, brackets, angle bracket, ampersand, underscore, bar, NUL. */
function isMark(code: number): boolean {
  return (
    code === 96 ||
    code === 42 ||
    code === 92 ||
    code === 91 ||
    code === 93 ||
    code === 60 ||
    code === 38 ||
    code === 95 ||
    code === 124 ||
    code === 0
  );
}

function isHarmless(source: string, at: number, code: number): boolean {
  const after = source[at + 1] ?? ' ';
  if (code === 60) return /[\s\d=]/.test(after) && !isAddress(source, at);
  if (code === 38) return after === ' ';
  if (code === 95) return isAlphanumeric(source.charCodeAt(at - 1)) && isAlphanumeric(source.charCodeAt(at + 1));
  return false;
}

/** `<5@example.com>` is a link. */
function isAddress(source: string, at: number): boolean {
  const inner = source.slice(at + 1, Math.max(at + 1, source.indexOf('>', at)));
  return inner.includes('@') && !/\s/.test(inner);
}

/** Offset behind inline code in single backticks. */
function codeEnd(source: string, at: number): number | undefined {
  const close = source.indexOf('`', at + 1);
  if (close < 0 || source[close + 1] === '`' || source.slice(at + 1, close).trim() === '') return undefined;
  return source.slice(at, close).includes('|') ? undefined : close + 1;
}

/** Offset behind bold text: stars that can only open, no mark inside, stars that can only close. */
function boldEnd(source: string, at: number): number | undefined {
  if (source[at + 1] !== '*' || (at > 0 && source[at - 1] !== ' ') || !isAlphanumeric(source.charCodeAt(at + 2)))
    return undefined;
  const close = source.indexOf('*', at + 2);
  if (close < 0 || source[close + 1] !== '*') return undefined;
  const inner = source.slice(at + 2, close);
  if (/[`\\[\]<&_|\s]$|[`\\[\]<&_|]/.test(inner) || !/[A-Za-z0-9:.!?)]$/.test(inner)) return undefined;
  return /^(?:$|[ :.,;!?)])/.test(source.slice(close + 2, close + 3)) ? close + 2 : undefined;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function enter(draft: Draft, line: DraftLine, plain: PlainLine, open: DraftItem | undefined): DraftItem | undefined {
  if (plain.kind === 'blank') return open;
  line.kind = plain.kind === 'item' ? 'text' : plain.kind;
  if (plain.kind === 'rule') return undefined;
  line.content = trim(draft.text, plain.content);
  line.level = plain.kind === 'heading' ? plain.mark : 0;
  line.real = plain.kind === 'heading';
  const item = plain.kind === 'item' ? newItem(draft.text, line, plain) : plain.column > 0 ? open : undefined;
  line.item = item;
  line.bullet = plain.kind === 'item';
  line.column = plain.column > 0 ? plain.column + plain.box : -1;
  enterInline(draft, line, plain);
  return item;
}

function newItem(text: string, line: DraftLine, {mark, column, box}: PlainLine): DraftItem {
  const marker = {start: line.start, end: line.start + mark};
  return {
    start: line.start,
    end: marker.end,
    depth: 1,
    ordered: mark > 1,
    marker,
    checked: box > 0 ? text[line.start + column + 1] !== ' ' : undefined,
    parent: undefined,
  };
}

function enterInline(draft: Draft, line: DraftLine, {inline}: PlainLine): void {
  for (const span of inline) {
    if (span.type === 'text') pushVisible(draft, span.start, span.end);
    else if (span.type === 'code') enterCode(draft, span);
    else {
      enterLead(draft, line, span);
      pushVisible(draft, span.start + 2, span.end - 2);
    }
  }
}

function enterCode(draft: Draft, span: Span): void {
  const inner = trim(draft.text, {start: span.start + 1, end: span.end - 1});
  draft.visible.push(inner);
  for (let at = inner.start; at < inner.end; at++)
    if (draft.text[at] === ' ' || draft.text[at] === '\t') draft.joints.push(at);
}

const word = /[\p{L}\p{N}]/u;

function enterLead(draft: Draft, line: DraftLine, span: Span): void {
  if (line.lead || word.test(draft.text.slice(line.content.start, span.start))) return;
  const rest = draft.text.slice(Math.min(span.end, line.content.end), line.content.end);
  line.lead = {start: span.start + 2, end: span.end - 2, style: 'bold', whole: !word.test(rest)};
}

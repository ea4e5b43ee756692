import {conflictMarks} from '../conflicts.ts';
import type {Conflict, FrontMatter, Line, LineKind, Reading} from '../reading.ts';
import type {Span} from '../text.ts';
import {type Hidden, hiddenIn, withHidden} from './hidden.ts';
import {OwnLine} from './own-line.ts';
import {blank} from './piece.ts';
import {areLabelled, type PlacedPiece, readPieces, readSomePieces, type Version} from './pieces.ts';
import {ofKind} from './placed-lines.ts';
import {splitLines} from './source-lines.ts';

export interface Lines {
  readonly lines: readonly Line[];
  readonly prose: string;
  /** All of the text but front matter, piece by piece. */
  readonly pieces: readonly PlacedPiece[];
  /** The same before a fence around it was opened: what the next version of the text is compared with. */
  readonly version: Version;
  readonly wrapper: Reading['wrapper'];
}

/**
 * Reads all lines of a text.
 *
 * @param start offset of the first character that is Markdown.
 * @param previous an earlier version of the text: what stands unchanged is not read again.
 */
export function readLines(
  text: string,
  start: number,
  frontMatter: FrontMatter | undefined,
  conflicts: readonly Conflict[],
  previous: Version | undefined,
): Lines {
  const head = headLines(text, start, frontMatter);
  const marks = conflictMarks(text, conflicts);
  const source = marks.size === 0 ? text : withoutMarks(text, marks);
  const from = firstOffset(text, start, head);
  const pieces = readPieces(source, from, source.length, head.length, previous);
  const hidden = readHidden(source, from, head.length, pieces, previous, Number.POSITIVE_INFINITY);
  const put = putTogether(source, from, head, pieces, previous, hidden);
  if (marks.size === 0) return put;
  return {...put, lines: put.lines.map(line => (marks.has(line.start) ? ofKind(line, 'conflict') : line))};
}

/** What was read of a text so far. */
export interface SomeLines {
  readonly version: Version;
  /** Everything, where the end was reached. */
  readonly all: Lines | undefined;
  /** Lines read so far. */
  readonly count: number;
}

/**
 * Reads some more of a text without conflicts. What was read before is handed out with it.
 *
 * @param most UTF-16 units to read at once.
 */
export function readSomeLines(
  text: string,
  start: number,
  frontMatter: FrontMatter | undefined,
  previous: Version | undefined,
  most: number,
): SomeLines {
  const head = headLines(text, start, frontMatter);
  const from = firstOffset(text, start, head);
  const {pieces, behind} = readSomePieces(text, from, text.length, head.length, previous, most);
  const last = pieces.at(-1);
  const count = last ? last.firstLine + last.piece.lines.length : head.length;
  let inside = previous?.inside;
  if ((last?.end ?? from) >= text.length && areLabelled(pieces)) {
    const hidden = readHidden(text, from, head.length, pieces, previous, most);
    if (!hidden || hidden.isWhole) {
      const all = putTogether(text, from, head, pieces, previous, hidden);
      return {version: all.version, all, count: all.lines.length};
    }
    inside = hidden.inside;
  }
  const prose = proseOf(pieces, blank(text, 0, from), previous);
  return {version: {source: text, prose, pieces, behind, inside}, all: undefined, count};
}

interface HiddenLines {
  readonly hidden: Hidden;
  readonly inside: NonNullable<Version['inside']>;
  /** Is all of it read? */
  readonly isWhole: boolean;
}

/** @param pieces all of them */
function readHidden(
  source: string,
  from: number,
  firstLine: number,
  pieces: readonly PlacedPiece[],
  previous: Version | undefined,
  most: number,
): HiddenLines | undefined {
  const hidden = hiddenIn(source, from, firstLine, pieces);
  if (!hidden) return undefined;
  const {start, end} = hidden;
  const some = readSomePieces(hidden.source, start, end, hidden.firstLine, previous?.inside, most);
  const isWhole = (some.pieces.at(-1)?.end ?? start) >= end && areLabelled(some.pieces);
  return {hidden, inside: {source: hidden.source, ...some}, isWhole};
}

/** @param pieces all of them */
function putTogether(
  source: string,
  from: number,
  head: readonly Line[],
  pieces: readonly PlacedPiece[],
  previous: Version | undefined,
  hidden: HiddenLines | undefined,
): Lines {
  const placed = hidden ? withHidden(hidden.hidden, hidden.inside.pieces) : pieces;
  const front = blank(source, 0, from);
  const prose = proseOf(pieces, front, previous);
  const lines = [...head];
  for (const piece of placed) for (const line of piece.lines) lines.push(line);
  if (endsWithLineEnd(source) || lines.length === 0)
    lines.push(emptyLine({start: source.length, end: source.length}, lines.length, 'blank'));
  return {
    lines,
    prose: hidden ? front + placed.map(({piece}) => piece.prose).join('') : prose,
    pieces: placed,
    version: {source, prose, pieces, inside: hidden?.inside},
    wrapper: hidden?.hidden.wrapper,
  };
}

/** Where the lines begin that are no front matter. */
function firstOffset(text: string, start: number, head: readonly Line[]): number {
  return head.length === 0 ? start : (head[head.length - 1]?.end ?? 0) + lineEnd(text, start);
}

/** Lines of the front matter, its marks included. */
function headLines(text: string, start: number, frontMatter: FrontMatter | undefined): Line[] {
  if (!frontMatter) return [];
  return splitLines(text, 0, start).map((span, index) => emptyLine(span, index, 'front-matter'));
}

function emptyLine({start, end}: Span, index: number, kind: LineKind): Line {
  return new OwnLine({
    start,
    end,
    index,
    kind,
    content: {start: end, end},
    indent: 0,
    item: undefined,
    bullet: false,
    level: 0,
    real: false,
    quote: 0,
    lazy: false,
    lead: undefined,
    cells: [],
    words: [],
  });
}

function lineEnd(text: string, at: number): number {
  if (text[at] === '\r') return text[at + 1] === '\n' ? 2 : 1;
  return text[at] === '\n' ? 1 : 0;
}

function endsWithLineEnd(text: string): boolean {
  return text.endsWith('\n') || text.endsWith('\r');
}

function withoutMarks(text: string, marks: ReadonlyMap<number, number>): string {
  let clean = '';
  let at = 0;
  for (const [start, end] of marks) {
    clean += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return clean + text.slice(at);
}

/** What a reader sees of a text, put together from what a reader saw of the version before. */
function proseOf(pieces: readonly PlacedPiece[], front: string, previous: Version | undefined): string {
  const isAlike = previous?.pieces[0]?.start === front.length && previous.prose.startsWith(front);
  const old = isAlike ? previous.pieces : [];
  const isSame = (one: PlacedPiece | undefined, other: PlacedPiece | undefined) =>
    one !== undefined && one.piece === other?.piece;
  let first = 0;
  while (isSame(pieces[first], old[first])) first++;
  let same = 0;
  while (same < pieces.length - first && isSame(pieces.at(-1 - same), old.at(-1 - same))) same++;
  const edited = pieces.slice(first, pieces.length - same);
  const before = first === 0 ? front : (previous?.prose.slice(0, pieces[first - 1]?.end) ?? '');
  const behind = same === 0 ? '' : (previous?.prose.slice(old.at(-same)?.start) ?? '');
  return before + edited.map(({piece}) => piece.prose).join('') + behind;
}

import type {Line, Wrapper} from '../reading.ts';
import {newQuestion} from '../remembering.ts';
import type {Span} from '../text.ts';
import {OwnLine} from './own-line.ts';
import {Piece} from './piece.ts';
import {type PlacedPiece, readPieces} from './pieces.ts';
import {placeLines} from './placed-lines.ts';

const textLanguage = /^[`~]{3,}[ \t]*(?:(?:md|markdown|te?xt|plaintext)[ \t]*)?$/i;

/** What is read as Markdown though it stands in a fence or a comment. */
export interface Hidden extends Span {
  /** The text, up to its end at most. */
  readonly source: string;
  readonly firstLine: number;
  readonly wrapper: Wrapper;
  /** What stands around it. */
  readonly before: readonly PlacedPiece[];
  readonly behind: readonly PlacedPiece[];
}

/** @param pieces all of a text, of which the first begins at `from` */
export function hiddenIn(
  source: string,
  from: number,
  firstLine: number,
  pieces: readonly PlacedPiece[],
): Hidden | undefined {
  return allHidden(source, from, firstLine, pieces) ?? hiddenAtEnd(source, pieces);
}

/** All of a text, with what was hidden in it. Headings within the fence are none to Markdown. */
export function withHidden({before, behind}: Hidden, pieces: readonly PlacedPiece[]): PlacedPiece[] {
  return [...before, ...pieces.map(unreal), ...behind];
}

/** A fence that holds nearly all there is. */
function allHidden(
  source: string,
  from: number,
  firstLine: number,
  pieces: readonly PlacedPiece[],
): Hidden | undefined {
  if (!pieces.some(({piece: {lines}}) => lines.some(line => line.kind === 'fence'))) return undefined;
  const lines = pieces.flatMap(piece => piece.lines);
  const first = lines.findIndex(line => line.kind === 'fence');
  const open = lines[first];
  if (!open || !textLanguage.test(source.slice(open.start, open.end))) return undefined;
  const mark = source.slice(open.start, open.start + 3);
  const isEnd = (line: Line) => source.slice(line.start, line.end).trim().startsWith(mark);
  let last = first + 1;
  while (lines[last]?.kind === 'fence' && !isEnd(lines[last] ?? open)) last++;
  const close = lines[last]?.kind === 'fence' ? lines[last] : undefined;
  const inside = lines.slice(first + 1, last);
  if (filled(inside) < 8 || filled(inside) < 0.8 * filled(lines)) return undefined;
  const start = inside[0]?.start ?? open.end;
  const end = close?.start ?? source.length;
  const after = Math.max(end, lines[last + 1]?.start ?? source.length);
  return {
    start,
    end,
    source: source.slice(0, end),
    firstLine: firstLine + first + 1,
    wrapper: {
      open: {start: open.start, end: open.end},
      close: close && {start: close.start, end: close.end},
      cut: undefined,
    },
    before: readPieces(source, from, start, firstLine),
    behind: [
      ...readPieces(source, end, Math.min(after, source.length), firstLine + last),
      ...readPieces(source, after, source.length, firstLine + last + 1),
    ],
  };
}

function filled(lines: readonly Line[]): number {
  return lines.filter(line => line.content.end > line.content.start).length;
}

const unrealOf = newQuestion<Piece>();

function unreal({piece: real, ...placed}: PlacedPiece): PlacedPiece {
  const known = unrealOf.answerOf(real);
  const piece = known ?? new Piece({...real, lines: real.lines.map(line => new OwnLine({...line, real: false}))});
  if (!known) unrealOf.keep(real, piece);
  return {...placed, piece, lines: placeLines(piece, placed.start, placed.firstLine)};
}

/**
 * What a fence or a comment holds that nobody closed, from the first heading in it on: most likely its end was forgotten, or is not typed
 * yet.
 */
function hiddenAtEnd(source: string, pieces: readonly PlacedPiece[]): Hidden | undefined {
  const last = pieces.at(-1);
  const ending = last?.piece.open;
  if (!last || ending === undefined || !/^(?:`|~|-->)/.test(ending)) return undefined;
  const first = lineOfOpening(last, source, ending);
  const open = last.lines[first];
  const index = last.lines.findIndex((line, at) => {
    const above = last.lines[at - 1];
    return at > first && isHeading(source, line) && (at === first + 1 || isBlank(source, above ?? line));
  });
  const heading = last.lines[index];
  if (!open || !heading) return undefined;
  const piece = cutBefore(last.piece, index, heading.start - last.start);
  const rest = {...last, piece, end: heading.start, lines: placeLines(piece, last.start, last.firstLine)};
  return {
    start: heading.start,
    end: source.length,
    source,
    firstLine: heading.index,
    wrapper: {open: {start: open.start, end: open.end}, close: undefined, cut: heading.start},
    before: [...pieces.slice(0, -1), rest],
    behind: [],
  };
}

/** Index of the line that opens the block which is still open at the end. */
function lineOfOpening({lines}: PlacedPiece, source: string, ending: string): number {
  const textOf = ({start, end}: Line) => source.slice(start, end).trim();
  if (ending === '-->') return lines.findLastIndex(line => line.kind === 'comment' && textOf(line).startsWith('<!--'));
  let first = -1;
  // Blank lines at the end of the text are none of the fence's.
  const end = lines.findLastIndex(({kind}) => kind === 'fence') + 1;
  for (const [index, line] of lines.slice(0, end).entries()) {
    if (line.kind !== 'fence') first = -1;
    else if (first < 0) first = index;
    else if (closesFence(textOf(line), textOf(lines[first] ?? line))) first = -1;
  }
  return first;
}

function closesFence(line: string, opening: string): boolean {
  const mark = /^(?:`{3,}|~{3,})/.exec(opening)?.[0] ?? '';
  return line.length >= mark.length && line === (mark[0] ?? '').repeat(line.length);
}

/** Does a line within code begin as a heading below the document's title does? A single `#` begins a comment in code. */
function isHeading(source: string, {start, end}: Line): boolean {
  return /^ {0,3}#{2,6}[ \t]+[\p{L}\p{N}]/u.test(source.slice(start, end));
}

function isBlank(source: string, {start, end}: Line): boolean {
  return source.slice(start, end).trim() === '';
}

interface Cut {
  readonly at: number;
  readonly piece: Piece;
}

const cutOf = newQuestion<Cut>();

/** The piece up to a line in a block at its end. */
function cutBefore(whole: Piece, line: number, at: number): Piece {
  const known = cutOf.answerOf(whole);
  if (known?.at === at) return known.piece;
  const piece = new Piece({
    ...whole,
    source: whole.source.slice(0, at),
    prose: whole.prose.slice(0, at),
    lines: whole.lines.slice(0, line),
    comments: whole.comments.filter(({start}) => start < at).map(({start, end}) => ({start, end: Math.min(end, at)})),
  });
  cutOf.keep(whole, {at, piece});
  return piece;
}

import type {Line, Reading} from '../reading.ts';
import {newQuestion} from '../remembering.ts';
import {OwnLine} from './own-line.ts';
import {Piece} from './piece.ts';
import {type PlacedPiece, readPieces, type Version} from './pieces.ts';
import {placeLines} from './placed-lines.ts';

const textLanguage = /^[`~]{3,}[ \t]*(?:(?:md|markdown|te?xt|plaintext)[ \t]*)?$/i;

interface Unwrapped {
  readonly pieces: readonly PlacedPiece[];
  readonly inside: Version['inside'];
  readonly wrapper: Reading['wrapper'];
}

/**
 * A fence that holds nearly all there is: its content is read as Markdown too.
 *
 * @param previous what such a fence held in an earlier version.
 */
export function unwrap(
  source: string,
  from: number,
  firstLine: number,
  pieces: readonly PlacedPiece[],
  previous: Version['inside'],
): Unwrapped | undefined {
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
  const inner = source.slice(0, end);
  const held = {source: inner, pieces: readPieces(inner, start, end, firstLine + first + 1, previous)};
  const stretches = [
    ...readPieces(source, from, start, firstLine),
    ...held.pieces.map(unreal),
    ...readPieces(source, end, Math.min(after, source.length), firstLine + last),
    ...readPieces(source, after, source.length, firstLine + last + 1),
  ];
  return {
    pieces: stretches,
    inside: held,
    wrapper: {
      open: {start: open.start, end: open.end},
      close: close && {start: close.start, end: close.end},
      cut: undefined,
    },
  };
}

function filled(lines: readonly Line[]): number {
  return lines.filter(line => line.content.end > line.content.start).length;
}

const unrealOf = newQuestion<Piece>();

/** Headings within the fence are none to Markdown. */
function unreal({piece: real, ...placed}: PlacedPiece): PlacedPiece {
  const known = unrealOf.answerOf(real);
  const piece = known ?? new Piece({...real, lines: real.lines.map(line => new OwnLine({...line, real: false}))});
  if (!known) unrealOf.keep(real, piece);
  return {...placed, piece, lines: placeLines(piece, placed.start, placed.firstLine)};
}

/**
 * A fence or a comment that nobody closed, with headings in it: most likely its end was forgotten, or is not typed yet. From the first
 * of them on its content is read as Markdown too.
 *
 * @param previous what such a block held in an earlier version.
 */
export function unwrapOpen(
  source: string,
  pieces: readonly PlacedPiece[],
  previous: Version['inside'],
): Unwrapped | undefined {
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
  const held = {source, pieces: readPieces(source, heading.start, source.length, heading.index, previous)};
  const piece = cutBefore(last.piece, index, heading.start - last.start);
  const rest = {...last, piece, end: heading.start, lines: placeLines(piece, last.start, last.firstLine)};
  const wrapper = {open: {start: open.start, end: open.end}, close: undefined, cut: heading.start};
  return {pieces: [...pieces.slice(0, -1), rest, ...held.pieces.map(unreal)], inside: held, wrapper};
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

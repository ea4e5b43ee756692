import type {Line} from '../reading.ts';
import {mayFollow, nextCut} from './cuts.ts';
import {type Piece, readPiece} from './piece.ts';
import {placeLines} from './placed-lines.ts';

/** A piece where it stands in the document. */
export interface PlacedPiece {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
  readonly lines: readonly Line[];
  /** Labels of link definitions elsewhere that it was read with. */
  readonly labels: string;
}

/** Below this many UTF-16 units a changed stretch is cut as finely as can be; above, pieces are at least as long as `coarse`. */
const small = 8000;
const coarse = 500;

/**
 * Reads a text piece by piece. The result is that of reading it whole: pieces are cut only where no block can reach across.
 *
 * @param firstLine number of the first line.
 * @param previous pieces of an earlier version: those that are found again are not read again.
 * @param most stop when so many UTF-16 units had to be read.
 */
export function readPieces(
  source: string,
  start: number,
  end: number,
  firstLine: number,
  previous: readonly PlacedPiece[] = [],
  most = Number.POSITIVE_INFINITY,
): PlacedPiece[] {
  const placed = cutAndRead(source, start, end, previous, most);
  const labels = [...new Set(placed.flatMap(piece => piece.labels))].sort();
  return place(placed, labels, start, firstLine, previous);
}

/** Pieces in order, those of the previous version where their text stands unchanged before or after what was edited. */
function cutAndRead(
  source: string,
  start: number,
  end: number,
  previous: readonly PlacedPiece[],
  most: number,
): Piece[] {
  const kept = matchingHead(source, start, end, previous);
  const tail = matchingTail(source, end, previous.slice(kept.count));
  const pieces = previous.slice(0, kept.count).map(found => found.piece);
  const least = tail.start - kept.end > small ? coarse : 0;
  let at = kept.end;
  while (at < end && at - kept.end < most) {
    const rest = tail.pieces.get(at);
    if (rest) return [...pieces, ...rest()];
    let to = nextCut(source, at, end, tail.start, least);
    let piece = readPiece(source.slice(at, to));
    while (piece.open && to < end) {
      const from = to;
      while (to < end && to - at < 2 * (from - at)) to = nextCut(source, to, end, end, 0);
      piece = readPiece(source.slice(at, to));
    }
    pieces.push(piece);
    at = to;
  }
  return pieces;
}

function matchingHead(
  source: string,
  start: number,
  end: number,
  previous: readonly PlacedPiece[],
): {count: number; end: number} {
  let count = 0;
  let at = start;
  for (const {piece} of previous) {
    if (at + piece.source.length > end || !source.startsWith(piece.source, at)) break;
    at += piece.source.length;
    count++;
  }
  // The last one ends there only if what follows now still begins a block of its own.
  const last = previous[count - 1]?.piece;
  if (last && at < end && !mayFollow(last.source, source, at)) {
    return {count: count - 1, end: at - last.source.length};
  }
  return last?.open && at < end ? {count: count - 1, end: at - last.source.length} : {count, end: at};
}

interface Tail {
  readonly start: number;
  /** By the offset at which a piece begins now: that piece and all behind it. */
  readonly pieces: ReadonlyMap<number, () => Piece[]>;
}

function matchingTail(source: string, end: number, previous: readonly PlacedPiece[]): Tail {
  const pieces = new Map<number, () => Piece[]>();
  let at = end;
  for (let index = previous.length - 1; index >= 0; index--) {
    const piece = previous[index]?.piece;
    if (!piece || at - piece.source.length < 0 || !source.startsWith(piece.source, at - piece.source.length)) break;
    at -= piece.source.length;
    pieces.set(at, () => previous.slice(index).map(found => found.piece));
  }
  return {start: at, pieces};
}

function place(
  pieces: readonly Piece[],
  labels: readonly string[],
  start: number,
  firstLine: number,
  previous: readonly PlacedPiece[],
): PlacedPiece[] {
  const known = new Map(previous.map(found => [found.piece, found]));
  const key = labels.join('\n');
  let offset = start;
  let line = firstLine;
  return pieces.map(found => {
    const wanted = found.source.includes(']') ? key : '';
    const old = known.get(found);
    const piece = (old?.labels ?? '') === wanted ? found : readPiece(found.source, labels);
    const same = piece === found && old && old.start === offset && old.firstLine === line;
    const placed = same
      ? old
      : {
          piece,
          start: offset,
          end: offset + piece.source.length,
          firstLine: line,
          lines: placeLines(piece, offset, line),
          labels: wanted,
        };
    offset = placed.end;
    line += piece.lines.length;
    return placed;
  });
}

import {readPiece} from '../../server/model/markdown/piece.ts';
import type {PlacedPiece} from '../../server/model/markdown/pieces.ts';
import {placeLines} from '../../server/model/markdown/placed-lines.ts';
import {plain} from '../plain.ts';

/** What a list of pieces says, without where it was cut. */
export function summary(pieces: readonly PlacedPiece[]) {
  return {
    lines: plain(pieces.flatMap(piece => piece.lines)),
    prose: pieces.map(({piece}) => piece.prose).join(''),
    comments: pieces.flatMap(({piece, start}) => piece.comments.map(span => [span.start + start, span.end + start])),
  };
}

/** The text read in one go by remark-parse. */
export function whole(text: string) {
  if (text === '') return {lines: [], prose: '', comments: []};
  const piece = readPiece(text, [], true);
  return {
    lines: plain(placeLines(piece, 0, 0)),
    prose: piece.prose,
    comments: piece.comments.map(span => [span.start, span.end]),
  };
}

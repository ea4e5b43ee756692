import type {Line} from '../reading.ts';
import {newQuestion} from '../remembering.ts';
import {commonEnd, commonStart} from '../text.ts';
import {mayFollow, nextCut} from './cuts.ts';
import {mostLines} from './limits.ts';
import {cutBehind} from './open-end.ts';
import {type Piece, readPiece} from './piece.ts';
import {placeLines} from './placed-lines.ts';

/** A piece where it stands in the document. */
export interface PlacedPiece {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
  readonly lines: readonly Line[];
  /** Labels of link definitions that it was read with, one in each line. */
  readonly labels: string;
}

/** A piece as it was read, and where it stood. */
export type KnownPiece = Pick<PlacedPiece, 'piece' | 'start' | 'labels'>;

/** A text, or its beginning, as it was read: what its next version is compared with. */
export interface Version {
  readonly source: string;
  /** As a reader sees it, front matter blank: see `Reading`. */
  readonly prose: string;
  /** Nothing is left out between them. */
  readonly pieces: readonly PlacedPiece[];
  /** Of a text that is not read to its end: what is known behind the first place that is not read, in order. */
  readonly behind?: readonly KnownPiece[];
  /** What is hidden in a fence or a comment, read as Markdown: perhaps its beginning only. */
  readonly inside?: Pick<Version, 'source' | 'pieces' | 'behind'> | undefined;
}

/** Longer texts, in UTF-16 units, are cut less finely, for many small pieces scattered in memory make each keystroke half as long again. */
const small = 8000;
const coarse = 300;
/** To begin takes the parser half a millisecond: as long as so many UTF-16 units. */
const eachPiece = 40;

type Earlier = Pick<Version, 'source' | 'pieces' | 'behind'>;

/**
 * Reads a text piece by piece. The result is that of reading it whole: pieces are cut only where no block can reach across.
 *
 * @param firstLine number of the first line.
 * @param previous an earlier version: its pieces are not read again where they stand unchanged.
 */
export function readPieces(
  source: string,
  start: number,
  end: number,
  firstLine: number,
  previous?: Earlier,
): readonly PlacedPiece[] {
  return readSomePieces(source, start, end, firstLine, previous, Number.POSITIVE_INFINITY).pieces;
}

/**
 * As `readPieces`, but not more than can be read at once.
 *
 * @param most stop when so many UTF-16 units had to be read; also behind more lines than a document may have. Link definitions count only
 *   when the end has been reached: then so many units at most are read again with their labels.
 */
export function readSomePieces(
  source: string,
  start: number,
  end: number,
  firstLine: number,
  previous: Earlier | undefined,
  most: number,
): Required<Pick<Version, 'pieces' | 'behind'>> {
  const {head, tail, unmoved, moved} = unchanged(source, start, end, previous);
  const placed = [...head];
  const least = end - start > small ? coarse : 0;
  let at = head.at(-1)?.end ?? start;
  let [read, next] = [0, 0];
  const startOf = (index: number) => {
    const known = tail[index];
    return known ? known.start + (index < unmoved ? 0 : moved) : end;
  };
  while (at < end && read < most && lineBehind(placed, firstLine) <= mostLines) {
    while (startOf(next) < at) next++;
    const known = startOf(next) === at ? tail[next] : undefined;
    const piece = known?.piece ?? readNext(source, at, end, startOf(next), least);
    append(placed, known ?? {piece, labels: ''}, start, firstLine);
    if (!known) read += piece.source.length + eachPiece;
    at += piece.source.length;
  }
  if (at >= end || most === Number.POSITIVE_INFINITY) return {pieces: withLabels(placed, most), behind: []};
  const behind = tail.map(({piece, labels}, index) => ({piece, start: startOf(index), labels}));
  return {pieces: placed, behind: behind.filter(known => known.start >= at)};
}

/** So often a piece goes on to the end of what is open in it, only for another block to be open there; then it goes further each time. */
const mostTries = 8;

/** The piece that begins at the offset; it is cut again as long as a block in it has no end. */
function readNext(source: string, at: number, end: number, stop: number, least: number): Piece {
  let to = nextCut(source, at, end, stop, least);
  let piece = readPiece(source.slice(at, to));
  if (least > 0 && (piece.open !== undefined || piece.simple)) {
    // How far it reaches, and what is too much for the parser, must not depend on how much was edited.
    to = nextCut(source, at, end, stop, 0);
    piece = readPiece(source.slice(at, to));
  }
  for (let tries = 1; piece.open !== undefined && to < end; tries++) {
    to = tries > mostTries ? twiceAsFar(source, at, to, end) : cutBehind(source, to, end, piece.open);
    piece = readPiece(source.slice(at, to));
  }
  return piece;
}

function twiceAsFar(source: string, at: number, from: number, end: number): number {
  let to = from;
  while (to < end && to - at < 2 * (from - at)) to = nextCut(source, to, end, end, 0);
  return to;
}

interface Unchanged {
  /** Pieces in front of what was edited, up to the first place that was not read: they stand where they stood. */
  readonly head: readonly PlacedPiece[];
  /** What is known behind them, as it stood. */
  readonly tail: readonly (PlacedPiece | KnownPiece)[];
  /** How many of the tail are in front of what was edited, too. */
  readonly unmoved: number;
  /** How much further on the others stand now. */
  readonly moved: number;
}

function unchanged(source: string, start: number, end: number, previous: Earlier | undefined): Unchanged {
  const pieces = previous?.pieces ?? [];
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!previous || !first || !last) return {head: [], tail: [], unmoved: 0, moved: 0};
  const same = commonStart(previous.source, source);
  const count = first.start === start ? pieces.findIndex(piece => piece.end > Math.min(same, end)) : 0;
  const head = pieces.slice(0, count < 0 ? pieces.length : count);
  // The piece at the end of the text might have reached further, had there been more.
  const isLast = head.length === pieces.length && last.end === previous.source.length && last.end < end;
  if (isLast || !standsAlone(head.at(-1), source, end)) head.pop();
  const behind = previous.behind ?? [];
  const rest = pieces.slice(head.length);
  // What was read last may not stand alone, and must not be read again and again.
  if (previous.source === source) return {head, tail: [...rest, ...behind], unmoved: 0, moved: 0};
  const most = Math.min(previous.source.length, source.length) - (head.at(-1)?.end ?? start);
  const sameEnd = end === source.length ? Math.min(most, commonEnd(previous.source, source)) : 0;
  const inFront = behind.filter(known => known.start + known.piece.source.length <= same && known.start < end);
  // The last of them stands next to the edit, and what it was may depend on that.
  if (same < source.length) inFront.pop();
  const isBehind = (known: KnownPiece) => known.start >= previous.source.length - sameEnd;
  const others = [...rest, ...behind.slice(inFront.length)].filter(isBehind);
  return {head, tail: [...inFront, ...others], unmoved: inFront.length, moved: source.length - previous.source.length};
}

/** A piece ends where it did only if what follows now still begins a block of its own. */
function standsAlone(placed: PlacedPiece | undefined, source: string, end: number): boolean {
  if (!placed || placed.end >= end) return true;
  return placed.piece.open === undefined && mayFollow(placed.piece.source, source, placed.end);
}

/** Puts a piece behind the others, as it is where that is where it stood. */
function append(
  placed: PlacedPiece[],
  next: PlacedPiece | Pick<PlacedPiece, 'piece' | 'labels'>,
  start: number,
  firstLine: number,
): void {
  const before = placed[placed.length - 1];
  const offset = before ? before.end : start;
  const line = lineBehind(placed, firstLine);
  const stays = 'firstLine' in next && next.start === offset && next.firstLine === line;
  placed.push(stays ? next : placeAt(next.piece, offset, line, next.labels));
}

/** The line that comes next. */
function lineBehind(placed: readonly PlacedPiece[], firstLine: number): number {
  const last = placed[placed.length - 1];
  return last ? last.firstLine + last.piece.lines.length : firstLine;
}

function placeAt(piece: Piece, start: number, firstLine: number, labels: string): PlacedPiece {
  const end = start + piece.source.length;
  return {piece, start, end, firstLine, lines: placeLines(piece, start, firstLine), labels};
}

/**
 * Link definitions act at a distance: pieces that may have links are read with the labels that they may refer to.
 *
 * @param most stop when so many UTF-16 units had to be read.
 */
function withLabels(placed: readonly PlacedPiece[], most: number): readonly PlacedPiece[] {
  const labels = labelsOf(placed);
  if (!labels) return placed;
  let read = 0;
  return placed.map(old => {
    const {piece, start, firstLine} = old;
    const {own, key} = mentioned(piece, labels);
    if (old.labels === key || read >= most) return old;
    read += piece.source.length + key.length;
    return placeAt(readPiece(piece.source, own), start, firstLine, key);
  });
}

/** Was each piece read with the labels that it may refer to? */
export function areLabelled(placed: readonly PlacedPiece[]): boolean {
  const labels = labelsOf(placed);
  return !labels || placed.every(old => old.labels === mentioned(old.piece, labels).key);
}

interface Labels {
  readonly all: readonly string[];
  readonly key: string;
}

/** The labels of all link definitions; `undefined` where there are none. */
function labelsOf(placed: readonly PlacedPiece[]): Labels | undefined {
  const labels = new Set<string>();
  for (const {piece} of placed) for (const label of piece.labels) labels.add(label);
  if (labels.size === 0 && placed.every(old => old.labels === '')) return undefined;
  const all = [...labels].sort();
  return {all, key: all.join('\n')};
}

interface Mentioned {
  /** Key of all labels. */
  readonly of: string;
  readonly own: readonly string[];
  readonly key: string;
}

const mentionedIn = newQuestion<Mentioned>();

/** The labels that a piece may refer to: those of which the first word stands in it, in whatever case. */
function mentioned(piece: Piece, {all, key: of}: Labels): Mentioned {
  const known = mentionedIn.answerOf(piece);
  if (known?.of === of) return known;
  const text = piece.source.includes(']') ? folded(piece.source.replaceAll('\0', '\uFFFD')) : '';
  const own = text === '' ? [] : all.filter(label => text.includes(folded(label.replace(/ .*/, ''))));
  const found = {of, own, key: own.join('\n')};
  mentionedIn.keep(piece, found);
  return found;
}

/** As CommonMark compares labels. */
function folded(text: string): string {
  return text.toLowerCase().toUpperCase();
}

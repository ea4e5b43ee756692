import type {Lead, Line, LineKind, ListItem, Reading} from '../reading.ts';
import type {Span} from '../text.ts';
import {move, type Piece} from './piece.ts';

/** The piece's lines as lines of the document, `offset` units and `index` lines further on. */
export function placeLines({lines}: Piece, offset: number, index: number): readonly Line[] {
  const items = new Map<ListItem, ListItem>();
  return lines.map(line => new PlacedLine(line, offset, index, placeItem(line.item, offset, items)));
}

function placeItem(item: ListItem | undefined, offset: number, items: Map<ListItem, ListItem>): ListItem | undefined {
  if (!item) return undefined;
  const known = items.get(item);
  if (known) return known;
  const {depth, ordered, checked} = item;
  const marker = move(item.marker, offset);
  const parent = placeItem(item.parent, offset, items);
  const placed = {depth, ordered, marker, checked, start: item.start + offset, end: item.end + offset, parent};
  items.set(item, placed);
  return placed;
}

/** A line of the document that knows which line of its piece it is. */
class PlacedLine implements Line {
  readonly start: number;
  readonly end: number;
  readonly index: number;
  readonly kind: LineKind;
  readonly content: Span;
  readonly indent: number;
  readonly item: ListItem | undefined;
  readonly bullet: boolean;
  readonly level: number;
  readonly real: boolean;
  readonly quote: number;
  readonly lazy: boolean;
  readonly lead: Lead | undefined;
  readonly cells: readonly Span[];
  readonly words: readonly number[];
  readonly #own: Line;

  constructor(own: Line, offset: number, index: number, item: ListItem | undefined) {
    const {lead} = own;
    this.start = own.start + offset;
    this.end = own.end + offset;
    this.index = own.index + index;
    this.kind = own.kind;
    this.content = move(own.content, offset);
    this.indent = own.indent;
    this.item = item;
    this.bullet = own.bullet;
    this.level = own.level;
    this.real = own.real;
    this.quote = own.quote;
    this.lazy = own.lazy;
    this.lead = lead && {start: lead.start + offset, end: lead.end + offset, style: lead.style, whole: lead.whole};
    this.cells = own.cells.length === 0 ? own.cells : own.cells.map(cell => move(cell, offset));
    this.words = own.words;
    this.#own = own;
  }

  static own(line: Line): Line {
    return #own in line ? line.#own : line;
  }
}

/** A line by itself: offsets are counted from its beginning. */
export interface LoneLine {
  readonly text: string;
  readonly prose: string;
  readonly line: Line;
}

/**
 * Makes a function that is asked once of every line, in however many versions of the document the line stands unchanged.
 *
 * @param tell what follows from the line alone.
 */
export function rememberedByLine<Told>(tell: (lone: LoneLine) => Told) {
  const known = new WeakMap<Line, {readonly told: Told}>();
  return (document: Pick<Reading, 'text' | 'prose'>, line: Line): Told => {
    const own = PlacedLine.own(line);
    const found = known.get(own);
    if (found) return found.told;
    const told = tell(lone(document, line));
    known.set(own, {told});
    return told;
  };
}

/**
 * As `rememberedByLine`, of a span of the document: its answer is kept as long as the line stands that it lies in, and it is asked
 * about the same part of it. Spans that leave the line are asked about each time.
 *
 * @param tell what follows from the text and prose of a span, and an offset in it that the caller names.
 */
export function rememberedInLine<Told>(tell: (text: string, prose: string, at: number) => Told) {
  const known = new WeakMap<Line, {from: number; to: number; at: number; told: Told}>();
  return ({text, prose}: Pick<Reading, 'text' | 'prose'>, line: Line | undefined, {start, end}: Span, at = 0): Told => {
    if (!line || start < line.start || end > line.end) return tell(text.slice(start, end), prose.slice(start, end), at);
    const own = PlacedLine.own(line);
    const [from, to] = [start - line.start, end - line.start];
    const found = known.get(own);
    if (found && found.from === from && found.to === to && found.at === at) return found.told;
    const told = tell(text.slice(start, end), prose.slice(start, end), at);
    known.set(own, {from, to, at, told});
    return told;
  };
}

function lone({text, prose}: Pick<Reading, 'text' | 'prose'>, line: Line): LoneLine {
  const {start, end, index} = line;
  return {
    text: text.slice(start, end),
    prose: prose.slice(start, end),
    line: new PlacedLine(line, -start, -index, placeItem(line.item, -start, new Map())),
  };
}

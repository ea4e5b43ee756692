import type {Lead, Line, LineKind, ListItem} from '../reading.ts';
import type {Span} from '../text.ts';
import {OwnLine} from './own-line.ts';
import {move, type Piece} from './piece.ts';

/**
 * The piece's lines as lines of the document, `offset` units and `index` lines further on. They are looked through to the piece's own lines:
 * placing them again costs next to nothing.
 */
export function placeLines({lines}: Pick<Piece, 'lines'>, offset: number, index: number): readonly Line[] {
  const place = new Place(offset, index);
  return lines.map(line => new PlacedLine(line, place));
}

/** The line as another kind of line. */
export function ofKind(line: Line, kind: LineKind): Line {
  return PlacedLine.ofKind(line, kind);
}

/** The line as its piece has it: one object as long as the piece stands. A line that belongs to no piece is its own. */
export function ownLine(line: Line): OwnLine {
  return PlacedLine.own(line);
}

/** The line as if its document had no other: offsets are counted from its beginning. */
export function loneLine(own: OwnLine): Line {
  return new PlacedLine(own, new Place(-own.start, -own.index));
}

/** Where the lines of a piece stand in a document. */
class Place {
  readonly offset: number;
  readonly index: number;
  /** The item that was asked for first: most pieces have one. */
  #own: ListItem | undefined;
  #placed: ListItem | undefined;
  #others: Map<ListItem, ListItem> | undefined;

  constructor(offset: number, index: number) {
    this.offset = offset;
    this.index = index;
  }

  /** The item where it stands: one object for all lines of the item. */
  item(own: ListItem): ListItem {
    if (own === this.#own && this.#placed) return this.#placed;
    const known = this.#others?.get(own);
    if (known) return known;
    const placed = new PlacedItem(own, this);
    if (this.#own) {
      this.#others ??= new Map();
      this.#others.set(own, placed);
    } else {
      this.#own = own;
      this.#placed = placed;
    }
    return placed;
  }
}

/** A list item of the document. */
class PlacedItem implements ListItem {
  readonly #own: ListItem;
  readonly #place: Place;

  constructor(own: ListItem, place: Place) {
    this.#own = own;
    this.#place = place;
  }

  get start(): number {
    return this.#own.start + this.#place.offset;
  }

  get end(): number {
    return this.#own.end + this.#place.offset;
  }

  get depth(): number {
    return this.#own.depth;
  }

  get ordered(): boolean {
    return this.#own.ordered;
  }

  get marker(): Span {
    return move(this.#own.marker, this.#place.offset);
  }

  get checked(): boolean | undefined {
    return this.#own.checked;
  }

  get parent(): ListItem | undefined {
    const {parent} = this.#own;
    return parent && this.#place.item(parent);
  }
}

/** A line of the document: a line of its piece, and where the piece stands. */
class PlacedLine implements Line {
  readonly #own: OwnLine;
  readonly #place: Place;

  constructor(own: OwnLine, place: Place) {
    this.#own = own;
    this.#place = place;
  }

  get start(): number {
    return this.#own.start + this.#place.offset;
  }

  get end(): number {
    return this.#own.end + this.#place.offset;
  }

  get index(): number {
    return this.#own.index + this.#place.index;
  }

  get kind(): LineKind {
    return this.#own.kind;
  }

  get content(): Span {
    return move(this.#own.content, this.#place.offset);
  }

  get indent(): number {
    return this.#own.indent;
  }

  get item(): ListItem | undefined {
    const {item} = this.#own;
    return item && this.#place.item(item);
  }

  get bullet(): boolean {
    return this.#own.bullet;
  }

  get level(): number {
    return this.#own.level;
  }

  get real(): boolean {
    return this.#own.real;
  }

  get quote(): number {
    return this.#own.quote;
  }

  get lazy(): boolean {
    return this.#own.lazy;
  }

  get lead(): Lead | undefined {
    const {lead} = this.#own;
    if (!lead) return undefined;
    const {offset} = this.#place;
    return {start: lead.start + offset, end: lead.end + offset, style: lead.style, whole: lead.whole};
  }

  get cells(): readonly Span[] {
    const {cells} = this.#own;
    return cells.length === 0 ? cells : cells.map(cell => move(cell, this.#place.offset));
  }

  get words(): readonly number[] {
    return this.#own.words;
  }

  /** The line as its piece has it; a line that belongs to no piece is its own. */
  static own(line: Line): OwnLine {
    if (#own in line) return line.#own;
    return line instanceof OwnLine ? line : new OwnLine(line);
  }

  static ofKind(line: Line, kind: LineKind): Line {
    const changed = new OwnLine({...PlacedLine.own(line), kind});
    return #place in line ? new PlacedLine(changed, line.#place) : changed;
  }
}

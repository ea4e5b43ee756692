import {type Stretch, stretchesOf} from '../model/markdown/stretches.ts';
import type {Reading} from '../model/reading.ts';
import type {Span} from '../model/text.ts';
import {firstFrom} from './first-from.ts';
import {Places} from './places.ts';
import type {Sentence} from './sentences.ts';
import {Telling} from './telling.ts';

/** A telling where it stands in this version of the document. */
export interface PlacedTelling {
  readonly telling: Telling;
  /** UTF-16 offset of its beginning. */
  readonly offset: number;
  /** Index among those of the document. */
  readonly index: number;
}

/** A sentence of the document: offsets are the document's, tokens those of its telling. */
export class Statement implements Span {
  readonly placed: PlacedTelling;
  /** The sentence as its telling has it: one object as long as that stands. */
  readonly own: Sentence;
  /** Index among those of its telling. */
  readonly index: number;

  constructor(placed: PlacedTelling, index: number) {
    const own = placed.telling.sentences[index];
    if (!own) throw new RangeError(`a telling of ${placed.telling.sentences.length} sentences has none at ${index}`);
    this.placed = placed;
    this.own = own;
    this.index = index;
  }

  get telling(): Telling {
    return this.placed.telling;
  }

  get start(): number {
    return this.own.start + this.placed.offset;
  }

  get end(): number {
    return this.own.end + this.placed.offset;
  }

  get span(): Span {
    return {start: this.start, end: this.end};
  }

  /** How many tokens it has. */
  get length(): number {
    return this.own.last - this.own.first;
  }

  /** Where a token stands in the document. */
  spanOf(token: number): Span | undefined {
    const found = this.telling.tokens[token];
    const {offset} = this.placed;
    return found && {start: found.start + offset, end: found.end + offset};
  }
}

/** A document as evidence sees it. Made once per version, of tellings that are made once; the rest is made when it is asked for. */
export class Statements {
  readonly reading: Reading;
  /** Those that say something, in order. */
  readonly tellings: readonly PlacedTelling[];
  #places: Places | undefined;

  constructor(reading: Reading, tellings: readonly PlacedTelling[]) {
    this.reading = reading;
    this.tellings = tellings;
  }

  get places(): Places {
    this.#places ??= new Places(this.reading, this.#firstText());
    return this.#places;
  }

  /** The sentences that begin in one of the spans, in order. */
  *in(spans: readonly Span[]): Generator<Statement> {
    for (const {start, end} of spans) {
      const to = this.tellingFrom(end);
      for (let at = this.tellingAt(start); at < to; at++) {
        const placed = this.tellings[at];
        if (!placed) continue;
        const {sentences} = placed.telling;
        const last = firstFrom(sentences, end - placed.offset, startOf);
        for (let index = firstFrom(sentences, start - placed.offset, startOf); index < last; index++)
          yield new Statement(placed, index);
      }
    }
  }

  /** Does the one sentence follow the other? */
  isNext({placed, index}: Statement, next: Statement): boolean {
    if (next.placed.index === placed.index) return next.index === index + 1;
    const isLast = index === placed.telling.sentences.length - 1;
    return isLast && next.placed.index === placed.index + 1 && next.index === 0;
  }

  /** The sentences that follow, in order. */
  *after({placed, index}: Statement): Generator<Statement> {
    let next = index + 1;
    for (let at = placed.index; at < this.tellings.length; at++) {
      const here = this.tellings[at];
      for (; here && next < here.telling.sentences.length; next++) yield new Statement(here, next);
      next = 0;
    }
  }

  /** Index of the telling in which a sentence at the offset would stand. */
  tellingAt(offset: number): number {
    return Math.max(0, this.tellingFrom(offset + 1) - 1);
  }

  /** Index of the first telling that begins at the offset or behind it. */
  tellingFrom(offset: number): number {
    return firstFrom(this.tellings, offset, offsetOf);
  }

  /** Where the first sentence begins that is no label. */
  #firstText(): number | undefined {
    for (const {telling, offset} of this.tellings) {
      const text = telling.sentences.find(sentence => !sentence.isLabel);
      if (text) return text.start + offset;
    }
    return undefined;
  }
}

const startOf = ({start}: Span) => start;
const offsetOf = ({offset}: PlacedTelling) => offset;

export function readStatements(reading: Reading): Statements {
  const tellings: PlacedTelling[] = [];
  let label: PlacedTelling | undefined;
  for (const {piece, start} of stretchesOf(reading)) {
    const telling = tellingOf(piece, label?.telling, label ? start - label.offset : 0);
    const placed = {telling, offset: start, index: tellings.length};
    if (telling.sentences.length > 0) tellings.push(placed);
    if (!telling.isEmpty) label = telling.endsInLabel ? placed : undefined;
  }
  return new Statements(reading, tellings);
}

interface Known {
  readonly telling: Telling;
  readonly label: Telling | undefined;
  /** How far before the stretch the label's telling begins. */
  readonly back: number;
}

const known = new WeakMap<Stretch['piece'], Known>();

function tellingOf(piece: Stretch['piece'], label: Telling | undefined, back: number): Telling {
  const found = known.get(piece);
  if (found && found.label === label && found.back === back) return found.telling;
  const telling = new Telling(piece, label?.label ?? [], back);
  known.set(piece, {telling, label, back});
  return telling;
}

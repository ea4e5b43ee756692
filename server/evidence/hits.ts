import type {Span} from '../model/text.ts';
import {firstFrom} from './first-from.ts';
import {type PlacedTelling, Statement, type Statements} from './statements.ts';
import type {Telling} from './telling.ts';
import type {PhraseHit} from './walk.ts';

/** A phrase that a document says, and the sentence that says it. */
export interface Hit extends Pick<PhraseHit, 'first' | 'last' | 'isLabel'> {
  readonly statement: Statement;
}

/** The phrases of one list that a document says. A telling is asked for its own only when a search comes to it. */
export class Hits {
  readonly #statements: Statements;
  readonly #hitsIn: (telling: Telling) => readonly PhraseHit[];

  /** @param hitsIn what a telling says of the list, in its order */
  constructor(statements: Statements, hitsIn: (telling: Telling) => readonly PhraseHit[]) {
    this.#statements = statements;
    this.#hitsIn = hitsIn;
  }

  /** Those whose sentences begin in one of the spans, in order. */
  *in(spans: readonly Span[]): Generator<Hit> {
    for (const {start, end} of spans)
      for (const placed of this.#statements.tellingsIn(start, end)) {
        const hits = this.#hitsIn(placed.telling);
        const to = firstAt(hits, placed, end);
        for (let at = firstAt(hits, placed, start); at < to; at++) {
          const hit = hits[at];
          if (hit) yield place(hit, placed);
        }
      }
  }

  /** The last one first. */
  *reversedIn(spans: readonly Span[]): Generator<Hit> {
    for (const {start, end} of spans.toReversed())
      for (const placed of this.#statements.tellingsIn(start, end).toReversed()) {
        const hits = this.#hitsIn(placed.telling);
        const from = firstAt(hits, placed, start);
        for (let at = firstAt(hits, placed, end) - 1; at >= from; at--) {
          const hit = hits[at];
          if (hit) yield place(hit, placed);
        }
      }
  }

  /** Is there one in the sentence? */
  has({telling, index}: Statement): boolean {
    const hits = this.#hitsIn(telling);
    return hits[firstFrom(hits, index, ({sentence}) => sentence)]?.sentence === index;
  }
}

/** Index of the first hit whose sentence begins at an offset of the document or behind it. */
function firstAt(hits: readonly PhraseHit[], {telling, offset}: PlacedTelling, from: number): number {
  if (hits.length === 0) return 0;
  return firstFrom(hits, from - offset, ({sentence}) => telling.sentences[sentence]?.start ?? 0);
}

function place({sentence, first, last, isLabel}: PhraseHit, placed: PlacedTelling): Hit {
  const own = placed.telling.sentences[sentence];
  if (!own) throw new RangeError(`there is no sentence ${sentence}`);
  return {first, last, isLabel, statement: new Statement(placed, own, sentence)};
}

import type {Span} from '../model/text.ts';
import {firstFrom} from './first-from.ts';
import {type PlacedTelling, Statement, type Statements} from './statements.ts';
import type {PhraseHit} from './walk.ts';

/** A phrase that a document says, and the sentence that says it. */
export interface Hit extends Pick<PhraseHit, 'first' | 'last' | 'isLabel'> {
  readonly statement: Statement;
}

const none: readonly PhraseHit[] = [];

/** The phrases of one list that a document says. A telling is asked for its own only when a search comes to it. */
export class Hits {
  readonly #statements: Statements;
  readonly #in: (placed: PlacedTelling) => readonly PhraseHit[];

  /** @param hitsIn what a telling says, in its order */
  constructor(statements: Statements, hitsIn: (placed: PlacedTelling) => readonly PhraseHit[]) {
    this.#statements = statements;
    this.#in = hitsIn;
  }

  /** The first answer, asked of those whose sentences begin in one of the spans. */
  first<Told>(spans: readonly Span[], tell: (hit: Hit) => Told | undefined): Told | undefined {
    for (const span of spans) {
      const to = this.#statements.tellingFrom(span.end);
      for (let index = this.#statements.tellingAt(span.start); index < to; index++) {
        const placed = this.#statements.tellings[index];
        if (!placed) continue;
        for (const hit of this.#between(placed, span)) {
          const told = tell(place(hit, placed));
          if (told !== undefined) return told;
        }
      }
    }
    return undefined;
  }

  /** As `first`, but the last one is asked first. */
  last<Told>(spans: readonly Span[], tell: (hit: Hit) => Told | undefined): Told | undefined {
    for (const span of spans.toReversed()) {
      const from = this.#statements.tellingAt(span.start);
      for (let index = this.#statements.tellingFrom(span.end) - 1; index >= from; index--) {
        const placed = this.#statements.tellings[index];
        if (!placed) continue;
        for (const hit of this.#between(placed, span).toReversed()) {
          const told = tell(place(hit, placed));
          if (told !== undefined) return told;
        }
      }
    }
    return undefined;
  }

  /** Is there one in the sentence? */
  has({placed, index}: Statement): boolean {
    const hits = this.#in(placed);
    return hits[firstFrom(hits, index, ({sentence}) => sentence)]?.sentence === index;
  }

  /** Those in the telling whose sentences begin in the span. */
  #between(placed: PlacedTelling, {start, end}: Span): readonly PhraseHit[] {
    const hits = this.#in(placed);
    if (hits.length === 0) return none;
    const {telling, offset} = placed;
    const startOf = ({sentence}: PhraseHit) => (telling.sentences[sentence]?.start ?? 0) + offset;
    const from = firstFrom(hits, start, startOf);
    const to = firstFrom(hits, end, startOf);
    return from === 0 && to === hits.length ? hits : hits.slice(from, to);
  }
}

function place({sentence, first, last, isLabel}: PhraseHit, placed: PlacedTelling): Hit {
  return {first, last, isLabel, statement: new Statement(placed, sentence)};
}

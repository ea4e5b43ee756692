import type {PhraseHit} from './phrases.ts';
import type {PlacedTelling} from './statements.ts';

/** Phrases of one list in one telling, sentences counted from its beginning. */
export interface FoundIn {
  readonly placed: PlacedTelling;
  readonly hits: readonly PhraseHit[];
}

/** The phrases of one list that a document says, in its order, their sentences counted from its beginning. */
export class Hits implements Iterable<PhraseHit> {
  readonly #found: readonly FoundIn[];

  constructor(found: readonly FoundIn[]) {
    this.#found = found;
  }

  *[Symbol.iterator](): Generator<PhraseHit> {
    for (const {placed, hits} of this.#found) for (const hit of hits) yield place(hit, placed);
  }

  find(accepts: (hit: PhraseHit) => boolean): PhraseHit | undefined {
    for (const hit of this) if (accepts(hit)) return hit;
    return undefined;
  }

  /** The last one first. */
  *reversed(): Generator<PhraseHit> {
    for (const {placed, hits} of this.#found.toReversed())
      for (const hit of hits.toReversed()) yield place(hit, placed);
  }
}

function place(hit: PhraseHit, {firstSentence}: PlacedTelling): PhraseHit {
  return {...hit, sentence: hit.sentence + firstSentence};
}

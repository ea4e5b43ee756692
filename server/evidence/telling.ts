import type {Stretch} from '../model/markdown/stretches.ts';
import {newQuestion, Remembering} from '../model/remembering.ts';
import {findClasses} from './find-classes.ts';
import type {ClassHit} from './lexicon.ts';
import {readSentences, type Sentence, type Sentences} from './sentences.ts';
import {moveBack, type Token} from './tokens.ts';

/**
 * Makes a function that is asked once of every telling, in however many versions of the document it stands.
 *
 * @param tell what follows from the telling alone.
 */
export function rememberedByTelling<Told>(tell: (telling: Telling) => Told): (telling: Telling) => Told {
  const question = newQuestion<{readonly told: Told}>();
  return telling => {
    const known = question.answerOf(telling);
    if (known) return known.told;
    const told = tell(telling);
    question.keep(telling, {told});
    return told;
  };
}

/**
 * What a stretch of the document tells, as long as its text stands unchanged. Offsets are counted from its beginning; sentences
 * name their tokens by index.
 */
export class Telling extends Remembering implements Sentences {
  readonly prose: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** Its first token of its own: those before are a label's that stands before the stretch. */
  readonly first: number;
  /** What comes next is read with the label that it ends with. */
  readonly endsInLabel: boolean;
  #classes: readonly (readonly ClassHit[])[] | undefined;

  /**
   * @param label tokens of a label right before the stretch, which is read with it
   * @param back how far before the stretch their offsets begin to count
   */
  constructor(piece: Stretch['piece'], label: readonly Token[], back: number) {
    super();
    const moved = label.map(token => moveBack(token, back));
    const {tokens, sentences} = readSentences(piece, moved);
    this.prose = piece.prose;
    this.tokens = tokens;
    this.sentences = sentences;
    this.first = label.length;
    const last = sentences[sentences.length - 1];
    this.endsInLabel = last?.isLabel === true && last.last === tokens.length;
  }

  /** Members of word classes that begin at each token. */
  get classes(): readonly (readonly ClassHit[])[] {
    this.#classes ??= findClasses(this);
    return this.#classes;
  }

  /** Nothing is read of it: what stands before it and what comes after are neighbours. */
  get isEmpty(): boolean {
    return this.sentences.length === 0 && this.tokens.length === this.first;
  }

  /** The tokens of that label; none where it ends otherwise. */
  get label(): readonly Token[] {
    return this.endsInLabel ? this.tokens.slice(this.sentences[this.sentences.length - 1]?.first) : [];
  }
}

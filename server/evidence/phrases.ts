import type {ClassHit, Lexicon} from './lexicon.ts';
import type {Sentence} from './sentences.ts';
import type {Token} from './tokens.ts';
import type {WordFacts} from './vocabulary.ts';
import {ALL, labelStep, Node, type PhraseHit, type Step, stepOf, Walk} from './walk.ts';

/** How many words are remembered with their symbols. */
const MANY = 20_000;

const none: readonly ClassHit[] = [];

/** How many tokens `...` lets pass. */
const GAP = 6;

/**
 * Lists of phrases in one tree, walked through on behalf of all of them or of some.
 *
 * A phrase is words with spaces between them. `a|b` is either; `word?` may be left out; `~page` is any form of the verb,
 * `page~ed` its past, `page~ing` its gerund; `<team>` is a member of a word class; `...` lets up to six words of the same
 * sentence pass, `...2` up to two; `:` is the end of a label; `^` at the beginning is the beginning of a sentence, or of what
 * follows its time or label. Marks are passed over, and hyphens: `on-call` is `on call`. Time is linear in the text, for a phrase
 * looks ahead only as far as it is long.
 */
export class PhraseLists {
  readonly #lexicon: Lexicon;
  readonly #root = new Node();
  readonly #anchored = new Node();
  readonly #unknown: string[] = [];
  /** Symbols of the words that phrases name. Those of classes are their numbers. */
  readonly #symbols = new Map<string, number>();
  readonly #known = new Map<WordFacts, Step>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Classes that phrases name and the lexicon does not have. */
  get unknownClasses(): readonly string[] {
    return this.#unknown;
  }

  /**
   * @param list the number that hits of this phrase carry
   * @param group number of the lists that it is looked for together with
   */
  add(list: number, phrase: string, group = 0): void {
    const isAnchored = phrase.startsWith('^');
    const parts = phrase
      .slice(isAnchored ? 1 : 0)
      .trim()
      .replaceAll(/(?<=\w)-(?=\w)/g, ' ')
      .split(/\s+/);
    let nodes: readonly Node[] = [isAnchored ? this.#anchored : this.#root];
    const bit = groupBit(group);
    for (const part of parts) {
      for (const node of nodes) node.groups |= bit;
      nodes = this.#extend(nodes, part);
    }
    for (const node of nodes) {
      node.groups |= bit;
      node.ends = [...(node.ends ?? []), list];
    }
    this.#known.clear();
  }

  /** Every phrase in one sentence, and those that begin in the label before it, in the order in which they begin. */
  find(
    tokens: readonly Token[],
    classes: readonly (readonly ClassHit[])[],
    sentence: Sentence,
    index: number,
  ): PhraseHit[] {
    return this.findIn(tokens, this.steps(tokens, classes, sentence.last), sentence, index, ALL);
  }

  /** What phrases make of each token before `last`: all that a walk needs to know of them. */
  steps(tokens: readonly Token[], classes: readonly (readonly ClassHit[])[], last = tokens.length): Step[] {
    const steps: Step[] = [];
    for (let at = 0; at < last; at++) steps.push(this.#stepAt(tokens[at], classes[at] ?? none));
    return steps;
  }

  /** Groups of lists of which a phrase may begin in the sentence. */
  groupsIn(steps: readonly Step[], {context, last}: Sentence): number {
    let groups = this.#anchored.groups;
    for (let at = context; at < last; at++) groups |= steps[at]?.groups ?? 0;
    return groups;
  }

  /**
   * As `find`, on behalf of some groups of lists.
   *
   * @param groups one bit for each; hits may be of others too
   */
  findIn(
    tokens: readonly Token[],
    steps: readonly Step[],
    sentence: Sentence,
    index: number,
    groups: number,
  ): PhraseHit[] {
    const {context, first, last} = sentence;
    const walk = new Walk(steps, groups, index, last);
    const isAnchored = (this.#anchored.groups & groups) !== 0;
    let start = isAnchored ? firstWord(tokens, context, last) : last;
    for (let at = context; at < last; at++) {
      const step = steps[at];
      if (start < at && (step === labelStep || at === first)) start = firstWord(tokens, at, last);
      if (step && (step.groups & groups) !== 0) walk.from(this.#root, at);
      if (at === start) walk.fromElsewhere(this.#anchored, at);
    }
    return context < first ? walk.found.filter(hit => hit.last > first) : walk.found;
  }

  #stepAt(token: Token | undefined, classes: readonly ClassHit[]): Step {
    if (!token || token.kind === 'label') return labelStep;
    const {facts} = token;
    // Where its classes follow from the word alone, so does the whole step.
    return classes === facts.members.short ? this.#stepOfWord(facts) : stepOf(this.#symbolsOf(facts), classes);
  }

  #stepOfWord(facts: WordFacts): Step {
    const known = this.#known.get(facts);
    if (known) return known;
    const symbols = [...this.#symbolsOf(facts), ...facts.members.short.map(hit => hit.class)];
    const step = stepOf(
      symbols,
      none,
      symbols.flatMap(symbol => this.#root.next?.get(symbol) ?? []),
    );
    if (this.#known.size >= MANY) this.#known.clear();
    this.#known.set(facts, step);
    return step;
  }

  #symbolsOf({keys}: WordFacts): number[] {
    return keys.map(key => this.#symbols.get(key)).filter(symbol => symbol !== undefined);
  }

  #extend(nodes: readonly Node[], part: string): readonly Node[] {
    const isOptional = part.length > 1 && part.endsWith('?');
    const plain = isOptional ? part.slice(0, -1) : part;
    const [only] = nodes.length === 1 ? nodes : [];
    const known = only?.parts?.get(plain);
    const next = known ?? new Node();
    if (!known) for (const node of nodes) this.#link(node, plain, next);
    if (only && !known) only.parts = (only.parts ?? new Map()).set(plain, next);
    return isOptional ? [...nodes, next] : [next];
  }

  #link(node: Node, part: string, next: Node): void {
    if (part === ':') node.addLabel(next);
    else if (part.startsWith('...'))
      node.gaps = [...(node.gaps ?? []), {most: Number(part.slice(3)) || GAP, node: next}];
    else for (const choice of part.split('|')) this.#linkChoice(node, choice, next);
  }

  #linkChoice(node: Node, choice: string, next: Node): void {
    const symbol = choice.startsWith('<') ? this.#lexicon.id(choice.slice(1, -1)) : this.#symbolOf(choice);
    if (symbol === undefined) this.#unknown.push(choice);
    else node.add(symbol, next);
  }

  #symbolOf(choice: string): number {
    const word = choice.toLowerCase();
    const known = this.#symbols.get(word);
    if (known !== undefined) return known;
    const made = this.#lexicon.size + this.#symbols.size;
    this.#symbols.set(word, made);
    return made;
  }
}

/** The first word that is no time or date, for these come before what an entry says. */
function firstWord(tokens: readonly Token[], first: number, last: number): number {
  let at = first;
  while (at < last && isBeforeText(tokens[at])) at++;
  return at;
}

function isBeforeText(token: Token | undefined): boolean {
  return token !== undefined && (token.kind !== 'word' || zoneWord.has(token.word));
}

const zoneWord = new Set(
  'am pm utc gmt wat cat eat est edt pst pdt cst cdt mst mdt cet cest ist bst sast z'.split(' '),
);

/** Stands for a group among others, and perhaps for some more. */
export function groupBit(group: number): number {
  return 1 << (group % 32);
}

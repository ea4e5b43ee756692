import type {ClassHit, Lexicon} from './lexicon.ts';
import type {Sentence} from './sentences.ts';
import type {Token} from './tokens.ts';

/** Where a phrase was found. */
export interface PhraseHit {
  readonly list: number;
  readonly sentence: number;
  /** Its tokens, `last` not included. */
  readonly first: number;
  readonly last: number;
  /** The phrase ends in a label's colon: what counts is what the label stands before. */
  readonly isLabel: boolean;
}

/** A place in phrases: what may come next. Phrases that begin alike share their places. All have one shape, which makes walks fast. */
class Node {
  words: Map<string, Node[]> | undefined = undefined;
  classes: Map<number, Node[]> | undefined = undefined;
  /** After `...`: what follows, and how many tokens may come between. */
  gaps: {readonly most: number; readonly node: Node}[] | undefined = undefined;
  labels: Node[] | undefined = undefined;
  /** Lists of the phrases that end here. */
  ends: number[] | undefined = undefined;
  /** What comes next, by how phrases write it. */
  parts: Map<string, Node> | undefined = undefined;
}

const none: readonly never[] = [];

/** How many tokens `...` lets pass. */
const GAP = 6;

/**
 * Lists of phrases, found together in one walk over the tokens.
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

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Classes that phrases name and the lexicon does not have. */
  get unknownClasses(): readonly string[] {
    return this.#unknown;
  }

  /** @param list the number that hits of this phrase carry */
  add(list: number, phrase: string): void {
    const isAnchored = phrase.startsWith('^');
    const parts = phrase
      .slice(isAnchored ? 1 : 0)
      .trim()
      .replaceAll(/(?<=\w)-(?=\w)/g, ' ')
      .split(/\s+/);
    let nodes: readonly Node[] = [isAnchored ? this.#anchored : this.#root];
    for (const part of parts) nodes = this.#extend(nodes, part);
    for (const node of nodes) node.ends = [...(node.ends ?? []), list];
  }

  /** Every phrase in one sentence, and those that begin in the label before it, in the order in which they begin. */
  find(
    tokens: readonly Token[],
    hits: readonly (readonly ClassHit[])[],
    sentence: Sentence,
    index: number,
  ): PhraseHit[] {
    const walk = new Walk(tokens, hits, sentence.last, index);
    let start = firstWord(tokens, sentence.context, sentence.last);
    for (let at = sentence.context; at < sentence.last; at++) {
      const opens = tokens[at]?.kind === 'label' || at === sentence.first;
      if (opens && start < at) start = firstWord(tokens, at, sentence.last);
      walk.from(this.#root, at);
      if (at === start) walk.from(this.#anchored, at);
    }
    return sentence.context < sentence.first ? walk.found.filter(hit => hit.last > sentence.first) : walk.found;
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
    if (part === ':') node.labels = [...(node.labels ?? []), next];
    else if (part.startsWith('...'))
      node.gaps = [...(node.gaps ?? []), {most: Number(part.slice(3)) || GAP, node: next}];
    else for (const choice of part.split('|')) this.#linkChoice(node, choice, next);
  }

  #linkChoice(node: Node, choice: string, next: Node): void {
    if (!choice.startsWith('<')) {
      node.words = pushTo(node.words, choice.toLowerCase(), next);
      return;
    }
    const id = this.#lexicon.id(choice.slice(1, -1));
    if (id === undefined) this.#unknown.push(choice);
    else node.classes = pushTo(node.classes, id, next);
  }
}

/** One walk through the tree of phrases, from each token of a sentence. */
class Walk {
  readonly found: PhraseHit[] = [];
  #first = 0;
  readonly #tokens: readonly Token[];
  readonly #hits: readonly (readonly ClassHit[])[];
  readonly #end: number;
  readonly #sentence: number;

  constructor(tokens: readonly Token[], hits: readonly (readonly ClassHit[])[], end: number, sentence: number) {
    this.#tokens = tokens;
    this.#hits = hits;
    this.#end = end;
    this.#sentence = sentence;
  }

  from(root: Node, at: number): void {
    const kind = this.#tokens[at]?.kind;
    if (kind === 'label' || kind === 'break') return;
    this.#first = at;
    this.#step(root, at);
  }

  #enter(node: Node, at: number, isLabel = false): void {
    for (const list of node.ends ?? [])
      this.found.push({list, sentence: this.#sentence, first: this.#first, last: at, isLabel});
    this.#step(node, at);
  }

  #step(node: Node, at: number): void {
    const token = this.#tokens[at];
    if (at >= this.#end || !token) return;
    if (token.kind === 'label') {
      this.#enterLabel(node, at);
      for (const gap of node.gaps ?? none) this.#enterLabel(gap.node, at);
      this.#step(node, at + 1);
      return;
    }
    if (node.words) {
      for (const key of token.keys) for (const next of node.words.get(key) ?? none) this.#enter(next, at + 1);
    }
    if (node.classes) {
      for (const hit of this.#hits[at] ?? none)
        for (const next of node.classes.get(hit.class) ?? none) this.#enter(next, at + hit.length);
    }
    for (const {most, node: after} of node.gaps ?? none) this.#pass(after, at, most);
  }

  #enterLabel(node: Node, at: number): void {
    for (const next of node.labels ?? none) this.#enter(next, at + 1, true);
  }

  /** Steps on after each of the next tokens, of which `most` may be passed over. */
  #pass(node: Node, at: number, most: number): void {
    for (let next = at, passed = 0; next < this.#end && passed <= most; next++) {
      if (this.#tokens[next]?.kind === 'label') {
        this.#enterLabel(node, next);
        continue;
      }
      this.#step(node, next);
      passed++;
    }
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

function pushTo<Key>(lists: Map<Key, Node[]> | undefined, key: Key, node: Node): Map<Key, Node[]> {
  const made = lists ?? new Map<Key, Node[]>();
  const list = made.get(key);
  if (!list) made.set(key, [node]);
  else if (!list.includes(node)) list.push(node);
  return made;
}

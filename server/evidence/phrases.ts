import {wordForms} from './inflection.ts';
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

interface Node {
  readonly words: Map<string, Node>;
  readonly classes: Map<number, Node>;
  /** After `...`: what follows, by how many tokens may come between. */
  readonly gaps: Map<number, Node>;
  label: Node | undefined;
  readonly ends: number[];
}

/** How many tokens `...` lets pass. */
const GAP = 6;

/**
 * Lists of phrases, found together in one walk over the tokens.
 *
 * A phrase is words with spaces between them. `a|b` is either; `word?` may be left out; `~page` is any form of the verb,
 * `page~ed` its past, `page~ing` its gerund; `<team>` is a member of a word class; `...` lets up to six words of the same sentence pass, `...2` up to two; `:` is the end of
 * a label; `^` at the beginning is the beginning of a sentence, or of what follows its
 * time or label. A hyphen counts as a space. Marks are
 * passed over. Time is linear in the text: a phrase looks ahead only as far as it is long.
 */
export class PhraseLists {
  readonly #lexicon: Lexicon;
  readonly #root = newNode();
  readonly #anchored = newNode();
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
    for (const node of nodes) if (!node.ends.includes(list)) node.ends.push(list);
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
      if (tokens[at]?.kind === 'label' || at === sentence.first) start = firstWord(tokens, at, sentence.last);
      walk.from(this.#root, at);
      if (at === start) walk.from(this.#anchored, at);
    }
    return sentence.context < sentence.first ? walk.found.filter(hit => hit.last > sentence.first) : walk.found;
  }

  #extend(nodes: readonly Node[], part: string): readonly Node[] {
    const isOptional = part.length > 1 && part.endsWith('?');
    const plain = isOptional ? part.slice(0, -1) : part;
    const next = new Set<Node>(isOptional ? nodes : []);
    for (const node of nodes) for (const child of this.#children(node, plain)) next.add(child);
    return [...next];
  }

  #children(node: Node, part: string): Node[] {
    if (part === ':') return [(node.label ??= newNode())];
    if (part.startsWith('...')) {
      return [child(node.gaps, Number(part.slice(3)) || GAP)];
    }
    return part.split('|').flatMap(choice => this.#choice(node, choice));
  }

  #choice(node: Node, choice: string): Node[] {
    if (choice.startsWith('<')) {
      const id = this.#lexicon.id(choice.slice(1, -1));
      if (id === undefined) this.#unknown.push(choice);
      return id === undefined ? [] : [child(node.classes, id)];
    }
    return wordForms(choice.toLowerCase()).map(form => child(node.words, form));
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
    for (const list of node.ends)
      this.found.push({list, sentence: this.#sentence, first: this.#first, last: at, isLabel});
    this.#step(node, at);
  }

  #step(node: Node, at: number): void {
    if (at >= this.#end) return;
    const token = this.#tokens[at];
    if (!token) return;
    if (token.kind === 'label') {
      for (const before of [node, ...node.gaps.values()]) if (before.label) this.#enter(before.label, at + 1, true);
      this.#step(node, at + 1);
      return;
    }
    const next = node.words.get(token.word);
    if (next && token.word) this.#enter(next, at + 1);
    for (const hit of this.#hits[at] ?? []) {
      const after = node.classes.get(hit.class);
      if (after) this.#enter(after, at + hit.length);
    }
    for (const [most, after] of node.gaps) this.#pass(after, at, most);
  }

  /** Steps on after each of the next tokens, of which `most` may be passed over. */
  #pass(node: Node, at: number, most: number): void {
    for (let next = at, passed = 0; next < this.#end && passed <= most; next++) {
      if (this.#tokens[next]?.kind === 'label') {
        if (node.label) this.#enter(node.label, next + 1, true);
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

function child<Key>(children: Map<Key, Node>, key: Key): Node {
  const known = children.get(key);
  if (known) return known;
  const made = newNode();
  children.set(key, made);
  return made;
}

function newNode(): Node {
  return {words: new Map(), classes: new Map(), gaps: new Map(), label: undefined, ends: []};
}

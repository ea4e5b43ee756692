import type {ClassHit} from './lexicon.ts';

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

/**
 * A place in phrases: what may come next. Phrases that begin alike share their places. All have one shape, which makes walks fast.
 *
 * Words and word classes are symbols here, which are numbers.
 */
export class Node {
  /** By symbol. */
  next: Map<number, Node[]> | undefined = undefined;
  /** Marks of all that leads on from here, but for gaps. */
  marks = 0;
  /** After `...`: what follows, and how many tokens may come between. */
  gaps: {readonly most: number; readonly node: Node}[] | undefined = undefined;
  labels: Node[] | undefined = undefined;
  /** Lists of the phrases that end here. */
  ends: number[] | undefined = undefined;
  /** What comes next, by how phrases write it. */
  parts: Map<string, Node> | undefined = undefined;

  add(symbol: number, node: Node): void {
    this.next ??= new Map();
    this.marks |= markOf(symbol);
    const nodes = this.next.get(symbol);
    if (!nodes) this.next.set(symbol, [node]);
    else if (!nodes.includes(node)) nodes.push(node);
  }

  addLabel(node: Node): void {
    this.marks |= LABEL;
    this.labels = [...(this.labels ?? []), node];
  }
}

/** What phrases know a word by. */
export interface Known {
  readonly symbols: readonly number[];
  readonly marks: number;
}

/** The mark of a label's end. */
const LABEL = 1 << 31;

/** One bit, which other symbols have too: a token without any mark of a place does not lead on from there, and most have none. */
function markOf(symbol: number): number {
  return 1 << (symbol % 31);
}

export function marksOf(symbols: readonly number[]): number {
  let marks = 0;
  for (const symbol of symbols) marks |= markOf(symbol);
  return marks;
}

/** Walks through the tree of phrases, from the tokens of one sentence. */
export class Walk {
  readonly found: PhraseHit[] = [];
  readonly #sentence: number;
  /** Index of the first token that is walked over. */
  readonly #base: number;
  #first = 0;
  readonly #marks: number[] = [];
  readonly #symbols: (readonly number[])[] = [];
  readonly #classes: (readonly ClassHit[])[] = [];

  constructor(sentence: number, base: number) {
    this.#sentence = sentence;
    this.#base = base;
  }

  addLabel(): void {
    this.#add(LABEL, [], []);
  }

  addWord({symbols, marks}: Known, classes: readonly ClassHit[]): void {
    let all = marks;
    for (const hit of classes) all |= markOf(hit.class);
    this.#add(all, symbols, classes);
  }

  #add(marks: number, symbols: readonly number[], classes: readonly ClassHit[]): void {
    this.#marks.push(marks);
    this.#symbols.push(symbols);
    this.#classes.push(classes);
  }

  /** Finds the phrases below a place that begin at a token. */
  from(root: Node, token: number): void {
    this.#first = token;
    this.#step(root, token - this.#base);
  }

  #enter(node: Node, at: number, isLabel: boolean): void {
    if (node.ends) {
      const [sentence, first, last] = [this.#sentence, this.#first, at + this.#base];
      for (const list of node.ends) this.found.push({list, sentence, first, last, isLabel});
    }
    if (node.marks !== 0 || node.gaps) this.#step(node, at);
  }

  #step(node: Node, at: number): void {
    const marks = this.#marks[at];
    if (marks === undefined) return;
    if (marks === LABEL) this.#stepOverLabel(node, at);
    else {
      if ((node.marks & marks) !== 0) this.#follow(node, at);
      if (node.gaps) for (const gap of node.gaps) this.#pass(gap.node, at, gap.most);
    }
  }

  #follow(node: Node, at: number): void {
    for (const symbol of this.#symbols[at] ?? [])
      if ((node.marks & markOf(symbol)) !== 0) this.#enterAll(node.next?.get(symbol), at + 1);
    for (const hit of this.#classes[at] ?? [])
      if ((node.marks & markOf(hit.class)) !== 0) this.#enterAll(node.next?.get(hit.class), at + hit.length);
  }

  #enterAll(nodes: readonly Node[] | undefined, at: number): void {
    if (nodes) for (const node of nodes) this.#enter(node, at, false);
  }

  #stepOverLabel(node: Node, at: number): void {
    this.#enterLabel(node, at);
    if (node.gaps) for (const gap of node.gaps) this.#enterLabel(gap.node, at);
    this.#step(node, at + 1);
  }

  #enterLabel({labels}: Node, at: number): void {
    if (labels) for (const node of labels) this.#enter(node, at + 1, true);
  }

  /** Steps on after each of the next tokens, of which `most` may be passed over. */
  #pass(node: Node, at: number, most: number): void {
    for (let next = at, passed = 0; next < this.#marks.length && passed <= most; next++) {
      const marks = this.#marks[next] ?? 0;
      if (marks !== LABEL) passed++;
      if (marks === LABEL) this.#enterLabel(node, next);
      else if ((node.marks & marks) !== 0 || node.gaps) this.#step(node, next);
    }
  }
}

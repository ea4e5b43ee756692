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
  gaps: Gap[] | undefined = undefined;
  labels: Node[] | undefined = undefined;
  /** One bit for each group of lists whose phrases lead through here. */
  groups = 0;
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

interface Gap {
  readonly most: number;
  readonly node: Node;
}

/** What phrases make of a token. */
export interface Step {
  /** Symbols of the token itself. */
  readonly symbols: readonly number[];
  /** Classes of which it begins a member, beside these. */
  readonly classes: readonly ClassHit[];
  /** Marks of all of them. */
  readonly marks: number;
  /** Where they lead to from the beginning of a phrase; `undefined` where nobody looked before. */
  readonly starts: readonly Node[] | undefined;
  /** Groups of lists whose phrases may begin here. */
  readonly groups: number;
}

/** The mark of a label's end. */
const LABEL = 1 << 31;

/** One bit, which other symbols have too: a token without any mark of a place does not lead on from there, and most have none. */
function markOf(symbol: number): number {
  return 1 << (symbol % 31);
}

/** The end of a label. */
export const labelStep: Step = {symbols: [], classes: [], marks: LABEL, starts: [], groups: 0};

/** All groups of lists. */
export const ALL = -1;

function groupsOf(nodes: readonly Node[]): number {
  let groups = 0;
  for (const node of nodes) groups |= node.groups;
  return groups;
}

export function stepOf(symbols: readonly number[], classes: readonly ClassHit[], starts?: readonly Node[]): Step {
  let marks = 0;
  for (const symbol of symbols) marks |= markOf(symbol);
  for (const hit of classes) marks |= markOf(hit.class);
  return {symbols, classes, marks, starts, groups: starts ? groupsOf(starts) : ALL};
}

/** Walks through the tree of phrases, from the tokens of one sentence. */
export class Walk {
  readonly found: PhraseHit[] = [];
  readonly #steps: readonly Step[];
  readonly #groups: number;
  readonly #sentence: number;
  readonly #end: number;
  #first = 0;

  /**
   * @param steps one for each token
   * @param groups of lists: only places that lead to one of them are entered
   * @param end the token behind the last one of the sentence
   */
  constructor(steps: readonly Step[], groups: number, sentence: number, end: number) {
    this.#steps = steps;
    this.#groups = groups;
    this.#sentence = sentence;
    this.#end = end;
  }

  /** Finds the phrases that begin at a token. */
  from(root: Node, at: number): void {
    const starts = this.#steps[at]?.starts;
    this.#first = at;
    if (!starts) this.#step(root, at);
    else {
      this.#enterAll(starts, at + 1);
      if (root.gaps) this.#passGaps(root.gaps, at);
    }
  }

  /** As `from`, below another place than that of which steps know where they lead to. */
  fromElsewhere(root: Node, at: number): void {
    this.#first = at;
    this.#step(root, at);
  }

  #step(node: Node, from: number): void {
    let at = from;
    // However many labels end here: they need no call each.
    for (; at < this.#end && this.#steps[at] === labelStep; at++) {
      this.#enterLabel(node, at);
      if (node.gaps) for (const gap of node.gaps) this.#enterLabel(gap.node, at);
    }
    const step = this.#steps[at];
    if (!step || at >= this.#end) return;
    if ((node.marks & step.marks) !== 0) this.#follow(node, step, at);
    if (node.gaps) this.#passGaps(node.gaps, at);
  }

  #follow(node: Node, {symbols, classes}: Step, at: number): void {
    for (const symbol of symbols)
      if ((node.marks & markOf(symbol)) !== 0) this.#enterAll(node.next?.get(symbol), at + 1);
    for (const hit of classes)
      if ((node.marks & markOf(hit.class)) !== 0) this.#enterAll(node.next?.get(hit.class), at + hit.length);
  }

  #enterAll(nodes: readonly Node[] | undefined, at: number): void {
    if (nodes) for (const node of nodes) this.#enter(node, at, false);
  }

  #enterLabel({labels}: Node, at: number): void {
    if (labels) for (const node of labels) this.#enter(node, at + 1, true);
  }

  #enter(node: Node, at: number, isLabel: boolean): void {
    if ((node.groups & this.#groups) === 0) return;
    if (node.ends) for (const list of node.ends) this.#add(list, at, isLabel);
    if (node.marks !== 0 || node.gaps) this.#step(node, at);
  }

  #add(list: number, last: number, isLabel: boolean): void {
    this.found.push({list, sentence: this.#sentence, first: this.#first, last, isLabel});
  }

  #passGaps(gaps: readonly Gap[], at: number): void {
    for (const {node, most} of gaps) this.#pass(node, at, most);
  }

  /** Steps on after each of the next tokens, of which `most` may be passed over. */
  #pass(node: Node, at: number, most: number): void {
    for (let next = at, passed = 0; next < this.#end && passed <= most; next++) {
      const step = this.#steps[next];
      if (!step) return;
      if (step === labelStep) {
        this.#enterLabel(node, next);
        continue;
      }
      if ((node.marks & step.marks) !== 0 || node.gaps) this.#step(node, next);
      passed++;
    }
  }
}

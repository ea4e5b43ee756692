import {wordForms} from './inflection.ts';

/**
 * Word classes: names for words that mean the same here. Written as data: one class a key, its members separated by commas; a
 * member may have several words. `~verb` stands for every form of the verb, `verb~ed` for its past forms, `verb~ing` for its gerund.
 */
export type ClassSource = Readonly<Record<string, string>>;

/** Where a member of a class begins and how many tokens it has. */
export interface ClassHit {
  readonly class: number;
  readonly length: number;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly classes: number[];
}

/** All word classes in one tree of words: found in one walk over the tokens. */
export class Lexicon {
  readonly #ids = new Map<string, number>();
  readonly #root: Node = newNode();

  constructor(...sources: readonly ClassSource[]) {
    for (const source of sources)
      for (const [name, members] of Object.entries(source)) this.#add(this.#open(name), members);
  }

  /** The number by which hits name the class; `undefined` for a class that does not exist. */
  id(name: string): number | undefined {
    return this.#ids.get(name);
  }

  /** Is the word the whole of a member of the class? */
  has(name: string, word: string): boolean {
    const id = this.#ids.get(name);
    return id !== undefined && (this.#root.next.get(word)?.classes.includes(id) ?? false);
  }

  /** Every member that begins at the token, into `hits`. */
  find(words: readonly {readonly word: string}[], at: number, last: number, hits: ClassHit[]): void {
    let node = this.#root.next.get(words[at]?.word ?? '');
    for (let length = 1; node; length++) {
      for (const id of node.classes) hits.push({class: id, length});
      if (at + length >= last || node.next.size === 0) return;
      node = node.next.get(words[at + length]?.word ?? '');
    }
  }

  #open(name: string): number {
    const id = this.#ids.get(name) ?? this.#ids.size;
    this.#ids.set(name, id);
    return id;
  }

  #add(id: number, members: string): void {
    for (const member of members.split(',')) {
      const words = member.trim().replaceAll('-', ' ').split(/\s+/);
      const [first = '', ...rest] = words;
      for (const form of wordForms(first)) this.#insert(id, [form, ...rest]);
    }
  }

  #insert(id: number, words: readonly string[]): void {
    let node = this.#root;
    for (const word of words) {
      const next = node.next.get(word) ?? newNode();
      node.next.set(word, next);
      node = next;
    }
    if (!node.classes.includes(id)) node.classes.push(id);
  }
}

function newNode(): Node {
  return {next: new Map(), classes: []};
}

import {wordKeys} from './inflection.ts';

/**
 * Word classes: names for words that mean the same here. Written as data: one class a key, its members separated by commas; a
 * member may have several words, without hyphens. `~verb` stands for every form of the verb, `verb~ed` for its past forms,
 * `verb~ing` for its gerund.
 */
export type ClassSource = Readonly<Record<string, string>>;

/** A member of a class that begins at some token, and how many tokens it has. */
export interface ClassHit {
  readonly class: number;
  readonly length: number;
}

/** The members that begin with the same word. */
interface Entry {
  readonly short: ClassHit[];
  readonly long: (ClassHit & {readonly rest: readonly string[]})[];
}

/** All word classes by the first words of their members: one look-up for each token. */
export class Lexicon {
  readonly #ids = new Map<string, number>();
  readonly #entries = new Map<string, Entry>();

  constructor(...sources: readonly ClassSource[]) {
    for (const source of sources)
      for (const [name, members] of Object.entries(source)) {
        this.#ids.set(name, this.#ids.size);
        for (const member of members.split(',')) this.#add(this.#ids.size - 1, member.trim());
      }
  }

  /** The number by which hits name the class; `undefined` for a class that does not exist. */
  id(name: string): number | undefined {
    return this.#ids.get(name);
  }

  /** Adds every member that begins at the token and ends before `last`. */
  find(words: readonly {readonly word: string}[], at: number, last: number, hits: ClassHit[]): void {
    for (const key of wordKeys(words[at]?.word ?? '')) {
      const entry = this.#entries.get(key);
      if (!entry) continue;
      for (const hit of entry.short) hits.push(hit);
      for (const hit of entry.long)
        if (at + hit.length <= last && hit.rest.every((word, index) => words[at + 1 + index]?.word === word))
          hits.push(hit);
    }
  }

  #add(id: number, member: string): void {
    const [first, ...rest] = member.includes(' ') || member.includes('\n') ? member.split(/\s+/) : [member];
    if (!first) return;
    const entry = this.#entries.get(first) ?? {short: [], long: []};
    this.#entries.set(first, entry);
    if (rest.length > 0) entry.long.push({class: id, length: rest.length + 1, rest});
    else entry.short.push({class: id, length: 1});
  }
}

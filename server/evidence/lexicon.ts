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

/** A word of a text and the keys under which it is looked up. */
interface Looked {
  readonly word: string;
  readonly keys: readonly string[];
}

/** How many words are remembered with what they are members of. */
const MANY = 20_000;

/** All word classes by the first words of their members: one look-up for each token. */
export class Lexicon {
  readonly #ids = new Map<string, number>();
  readonly #entries = new Map<string, Entry>();
  readonly #known = new Map<string, Entry>();

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
  find(tokens: readonly Looked[], at: number, last: number, hits: ClassHit[]): void {
    const token = tokens[at];
    if (!token) return;
    const {short, long} = this.#entryOf(token);
    for (const hit of short) hits.push(hit);
    for (const hit of long)
      if (at + hit.length <= last && hit.rest.every((word, index) => tokens[at + 1 + index]?.word === word))
        hits.push(hit);
  }

  #entryOf({word, keys}: Looked): Entry {
    const known = this.#known.get(word);
    if (known) return known;
    if (this.#known.size >= MANY) this.#known.clear();
    const entries = keys.flatMap(key => this.#entries.get(key) ?? []);
    const short = entries.flatMap(({short}) => short);
    if (keys.some(key => key.endsWith('~ed'))) short.push({class: this.#ids.get('past') ?? -1, length: 1});
    const entry = {short, long: entries.flatMap(({long}) => long)};
    this.#known.set(word, entry);
    return entry;
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

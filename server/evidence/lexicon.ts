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

/** The members that begin with one word. */
export interface Members {
  /** Those of one word. */
  readonly short: readonly ClassHit[];
  readonly long: readonly LongMember[];
}

interface LongMember {
  readonly hit: ClassHit;
  /** Its words but for the first. */
  readonly rest: readonly string[];
}

export const noMembers: Members = {short: [], long: []};

/** What begins at a token and ends before `last`, of the members that its word begins. */
export function membersAt(
  {short, long}: Members,
  tokens: readonly {readonly word: string}[],
  at: number,
  last: number,
): readonly ClassHit[] {
  let hits = short;
  for (const {hit, rest} of long)
    if (at + hit.length <= last && rest.every((word, index) => tokens[at + 1 + index]?.word === word))
      hits = [...hits, hit];
  return hits;
}

/** All word classes by the first words of their members. */
export class Lexicon {
  readonly #ids = new Map<string, number>();
  readonly #members = new Map<string, {short: ClassHit[]; long: LongMember[]}>();

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

  /** How many classes there are: their numbers are smaller. */
  get size(): number {
    return this.#ids.size;
  }

  /** @param keys under which a word is looked up */
  membersFrom(keys: readonly string[]): Members {
    const short: ClassHit[] = [];
    const long: LongMember[] = [];
    for (const key of keys) {
      const members = this.#members.get(key);
      if (!members) continue;
      short.push(...members.short);
      long.push(...members.long);
    }
    if (keys.some(key => key.endsWith('~ed'))) short.push({class: this.#ids.get('past') ?? -1, length: 1});
    return short.length + long.length > 0 ? {short, long} : noMembers;
  }

  #add(id: number, member: string): void {
    const [first, ...rest] = member.includes(' ') || member.includes('\n') ? member.split(/\s+/) : [member];
    if (!first) return;
    const members = this.#members.get(first) ?? {short: [], long: []};
    this.#members.set(first, members);
    if (rest.length > 0) members.long.push({hit: {class: id, length: rest.length + 1}, rest});
    else members.short.push({class: id, length: 1});
  }
}

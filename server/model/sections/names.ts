import type {Title} from '../reading.ts';
import type {Template, TemplateSection} from '../template.ts';

/** A section recognised by name. */
export interface NameMatch {
  readonly section: TemplateSection;
  readonly match: Title['match'];
  /** Part of the text, as offsets into it, that is the name: without suffix and subtitle. */
  readonly start: number;
  readonly end: number;
}

interface Key {
  readonly section: TemplateSection;
  readonly match: 'title' | 'alias' | 'part';
  readonly joined: string;
  readonly tokens: readonly string[];
}

/** No title is longer, in UTF-16 units: what is, is a paragraph. */
const longestName = 300;

/** The names of a template's sections, compiled for look-up. */
export class Names {
  readonly #exact = new Map<string, Key>();
  readonly #reduced = new Map<string, Key>();
  readonly #keys: Key[] = [];
  /** Names that say enough to be looked for within a longer heading, by their first word. */
  readonly #telling = new Map<string, Key[]>();
  readonly #titles = new Map<string, string>();
  readonly #near = new Map<string, Key | undefined>();

  constructor(template: Template) {
    for (const section of template.sections) {
      this.#titles.set(section.id, spelling(section.title));
      this.#add(section, 'title', section.title);
    }
    for (const section of template.sections) for (const part of section.parts) this.#add(section, 'part', part);
    for (const section of template.sections) for (const alias of section.aliases) this.#add(section, 'alias', alias);
  }

  #add(section: TemplateSection, match: Key['match'], name: string): void {
    const tokens = nameTokens(name);
    if (tokens.length === 0) return;
    const key: Key = {section, match, joined: tokens.join(''), tokens};
    this.#keys.push(key);
    const [first] = tokens;
    if (first && match !== 'part' && isTelling(key))
      this.#telling.set(first, [...(this.#telling.get(first) ?? []), key]);
    setFirst(this.#exact, key.joined, key);
    setFirst(this.#reduced, reduce(tokens), key);
  }

  /**
   * The section that a title names. Tried in turn: the whole text; what stands before a bracket, colon or dash; what stands after it.
   *
   * @param loose headings may have words of their own around the name ("A timeline of chaos"); plain lines may not.
   */
  match(text: string, loose: boolean): NameMatch | undefined {
    // A heading that goes on behind its colon as if it were a paragraph.
    if (text.length > longestName)
      return loose ? this.#lookUp(text, 0, Math.max(0, text.slice(0, longestName).indexOf(':'))) : undefined;
    const number = /^\s*[([]\d{1,2}[)\]]\s*/.exec(text)?.[0].length ?? 0;
    if (number > 0) {
      const named = this.match(text.slice(number), loose);
      return named && {...named, start: named.start + number, end: named.end + number};
    }
    const whole = this.#lookUp(text, 0, text.length);
    if (whole) return whole;
    const cut = text.search(/[([:|]|\s[-–—]+\s|[–—]/);
    if (cut > 0) {
      const left = this.#lookUp(text, 0, cut);
      if (left && (loose || isSuffix(text.slice(cut)))) return left;
      const right = loose ? this.#lookUp(text, cut + 1, text.length) : undefined;
      if (right && right.match !== 'near') return right;
    }
    return loose ? this.#lookWithin(text, cut > 0 ? cut : text.length) : undefined;
  }

  #lookUp(text: string, start: number, stop: number): NameMatch | undefined {
    const end = start + withoutDate(text.slice(start, stop)).length;
    const name = text.slice(start, end);
    const tokens = nameTokens(name);
    if (tokens.length === 0) return undefined;
    const exact = this.#exact.get(tokens.join(''));
    if (exact) return {section: exact.section, match: this.#kindOf(exact, name), start, end};
    if (tokens.length > 9) return undefined;
    const reduced = reduce(tokens);
    const found = (reduced && this.#reduced.get(reduced)) || this.#nearest(tokens.join(''));
    if (!found) return undefined;
    return {section: found.section, match: found.match === 'title' ? 'near' : found.match, start, end};
  }

  /** The template's own title, or the same words written differently ("Time line")? */
  #kindOf(key: Key, name: string): Title['match'] {
    if (key.match !== 'title') return key.match;
    return spelling(name) === this.#titles.get(key.section.id) ? 'title' : 'near';
  }

  /** A name that is a slip of the pen away; the first letter is hardly ever wrong. */
  #nearest(joined: string): Key | undefined {
    if (joined.length < 6 || joined.length > 60) return undefined;
    if (this.#near.has(joined)) return this.#near.get(joined);
    let best: Key | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const key of this.#keys) {
      const allowed = slips(Math.min(joined.length, key.joined.length));
      if (joined[0] !== key.joined[0] || Math.abs(joined.length - key.joined.length) > allowed) continue;
      if (tellsOfDeeds(joined) !== tellsOfDeeds(key.joined)) continue;
      const distance = editDistance(joined, key.joined, allowed);
      if (distance <= allowed && distance < least) {
        best = key;
        least = distance;
      }
    }
    if (this.#near.size > 2000) this.#near.clear();
    this.#near.set(joined, best);
    return best;
  }

  /** A heading that holds a telling name among a few words of its own. */
  #lookWithin(text: string, end: number): NameMatch | undefined {
    const tokens = nameTokens(text.slice(0, end));
    if (tokens.length < 2 || tokens.length > 8) return undefined;
    let found: Key | undefined;
    for (const [at, token] of tokens.entries()) {
      for (const key of this.#telling.get(token) ?? []) {
        const longer = key.tokens.length > (found?.tokens.length ?? 0);
        if (longer && key.tokens.every((word, index) => tokens[at + index] === word)) found = key;
      }
    }
    return found && {section: found.section, match: 'near', start: 0, end};
  }
}

const compiled = new WeakMap<Template, Names>();

export function namesOf(template: Template): Names {
  let names = compiled.get(template);
  if (!names) {
    names = new Names(template);
    compiled.set(template, names);
  }
  return names;
}

function setFirst(map: Map<string, Key>, name: string, key: Key): void {
  if (name && !map.has(name)) map.set(name, key);
}

const stopWords = new Set('the a an of for our this and on in to with from my its'.split(' '));
/** Words that say nothing in a postmortem's title. */
export const emptyWords: ReadonlySet<string> = new Set(
  `incident issue outage event problem postmortem post mortem report detailed detail brief short executive overall full complete quick
   service system web stack server application website list section`.split(/\s+/),
);

/** Lower-case words of a name without numbering, articles, plurals and accents. */
export function nameTokens(name: string): string[] {
  const words = plainWords(name);
  const first = words.findIndex(word => !/^\d+$/.test(word));
  const named = words.slice(first < 0 ? -1 : first);
  return named.filter(word => !stopWords.has(word)).map(stem);
}

/** Two spellings of one word are the same. */
function spelling(name: string): string {
  return plainWords(name).join(' ').replaceAll('preventative', 'preventive');
}

function plainWords(name: string): string[] {
  if (!/[^\0-\x7f]|['`&]/.test(name)) return name.toLowerCase().match(/[a-z\d]+/g) ?? [];
  const plain = name
    .replaceAll(/['’`]/g, '')
    .replaceAll('&', ' and ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function stem(word: string): string {
  if (word.startsWith('preventat')) return word.replace('preventat', 'prevent').replace(/s$/, '');
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** " for 1/04/2022", " of May 10, 2023": on which day something was is no part of its name. */
const dateBehind =
  / (?:for|of|on) (?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?(?: \d{4})?):?\s?$/i;

function withoutDate(name: string): string {
  const at = / (?:for|of|on) /i.test(name) ? name.search(dateBehind) : -1;
  return at > 0 ? name.slice(0, at) : name;
}

function reduce(tokens: readonly string[]): string {
  const telling = tokens.filter(token => !emptyWords.has(token));
  return telling.sort().join(' ');
}

function isTelling(key: Key): boolean {
  const telling = key.tokens.filter(token => !emptyWords.has(token));
  return telling.length >= 2 || (telling[0]?.length ?? 0) >= 8;
}

/** What may follow a name on a plain line: a remark in brackets, a closing colon, a note on time zones. */
function isSuffix(rest: string): boolean {
  return (
    /^(?:\([^()]{0,80}\)|\[[^[\]]{0,80}\])?\s*(?:[:.–—-]+\s*)?$/.test(rest) || /^\W*all times\b.{0,40}$/i.test(rest)
  );
}

/** "Actions taken" is no slip of the pen for "Actions to take". */
function tellsOfDeeds(joined: string): boolean {
  return joined.endsWith('taken');
}

function slips(length: number): number {
  if (length < 8) return 1;
  if (length < 16) return 2;
  return length < 24 ? 3 : 4;
}

/** Levenshtein distance of two short strings; anything above `limit` is answered as `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  let row = Array.from({length: b.length + 1}, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      next.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return limit + 1;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

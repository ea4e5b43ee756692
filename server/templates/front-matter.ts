import {isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument} from 'yaml';
import type {WordRange} from '../model/template.ts';
import type {Span} from '../model/text.ts';

/** A mistake in a template file. */
export interface TemplateProblem {
  /** Where in the template file. */
  readonly span: Span;
  /** One sentence. */
  readonly message: string;
}

/** One key of a mapping and the place of its value. */
interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: unknown;
  readonly span: Span;
}

/** The YAML at the head of a template file, between two lines of three dashes; `start` is the offset of its first character. */
export interface FrontMatterSource {
  readonly yaml: string;
  readonly start: number;
  /** Offset at which the Markdown begins. */
  readonly bodyStart: number;
}

/** Splits a file into front matter and Markdown; a file without front matter has an empty one. */
export function splitFrontMatter(source: string): FrontMatterSource {
  const begin = source.startsWith('\uFEFF') ? 1 : 0;
  const none = {yaml: '', start: begin, bodyStart: begin};
  const opening = /^---[ \t]*\r?\n/.exec(source.slice(begin, begin + 200));
  if (!opening) return none;
  const start = begin + opening[0].length;
  const closing = /^---[ \t]*(?:\r?\n|$)/gm;
  closing.lastIndex = start;
  const end = closing.exec(source);
  return end ? {yaml: source.slice(start, end.index), start, bodyStart: end.index + end[0].length} : none;
}

/**
 * Reads YAML node by node, so that each mistake has its place. It builds no objects from the document's own keys and
 * follows no aliases: a hostile file cannot make it grow or reach a prototype.
 */
export class FrontMatterReader {
  readonly problems: TemplateProblem[] = [];
  readonly root: FrontMatterMap;
  readonly #offset: number;

  constructor(source: FrontMatterSource) {
    this.#offset = source.start;
    const document = parseDocument(source.yaml, {lineCounter: new LineCounter(), prettyErrors: false, strict: true});
    for (const error of document.errors)
      this.report({start: this.#offset + error.pos[0], end: this.#offset + error.pos[1]}, `YAML: ${error.message}`);
    const whole = {start: source.start, end: source.start + source.yaml.length};
    this.root = new FrontMatterMap(this, this.entries({value: document.contents, span: whole}, 'Front matter'), whole);
  }

  report(span: Span, message: string): undefined {
    this.problems.push({span, message});
  }

  span(node: unknown, fallback: Span): Span {
    const range = (node as Node | null)?.range;
    return range ? {start: this.#offset + range[0], end: this.#offset + range[1]} : fallback;
  }

  entries(place: {value: unknown; span: Span}, what: string): Entry[] {
    if (isEmpty(place.value)) return [];
    if (isMap(place.value)) return place.value.items.map(item => this.#entry(item, place.span));
    this.report(place.span, `${what} must be a mapping of names to values`);
    return [];
  }

  #entry({key, value}: Pair, parent: Span): Entry {
    const keySpan = this.span(key, parent);
    return {key: isScalar(key) ? String(key.value) : '', keySpan, value, span: this.span(value, keySpan)};
  }
}

/** A mapping whose keys are taken one after the other; those that nobody asked for are the unknown ones. */
export class FrontMatterMap {
  readonly span: Span;
  readonly #reader: FrontMatterReader;
  readonly #entries: Map<string, Entry>;
  readonly #asked = new Set<string>();

  constructor(reader: FrontMatterReader, entries: readonly Entry[], span: Span) {
    this.#reader = reader;
    this.#entries = new Map(entries.map(entry => [entry.key, entry]));
    this.span = span;
  }

  text(key: string): string | undefined {
    const entry = this.#take(key);
    if (!entry) return undefined;
    if (isScalar(entry.value) && typeof entry.value.value !== 'object') return String(entry.value.value).trim();
    return this.#reader.report(entry.span, `'${key}' must be text`);
  }

  flag(key: string): boolean | undefined {
    const entry = this.#take(key);
    if (!entry) return undefined;
    if (isScalar(entry.value) && typeof entry.value.value === 'boolean') return entry.value.value;
    return this.#reader.report(entry.span, `'${key}' must be true or false`);
  }

  choice<T extends string>(key: string, choices: readonly T[]): T | undefined {
    const entry = this.#take(key);
    if (!entry) return undefined;
    const found = choices.find(choice => isScalar(entry.value) && entry.value.value === choice);
    return found ?? this.#reader.report(entry.span, `'${key}' must be one of: ${choices.join(', ')}`);
  }

  /** A list of texts; a single text is a list of one. */
  texts(key: string): string[] {
    const entry = this.#take(key);
    if (!entry) return [];
    const items = isSeq(entry.value) ? entry.value.items : [entry.value];
    return items.flatMap(item => {
      if (isScalar(item) && item.value !== null && typeof item.value !== 'object') return [String(item.value).trim()];
      this.#reader.report(this.#reader.span(item, entry.span), `'${key}' must be a list of texts`);
      return [];
    });
  }

  words(key: string): WordRange | undefined {
    const range = this.map(key);
    if (!range) return undefined;
    const min = range.#count('min');
    const max = range.#count('max');
    range.rejectUnknown(['min', 'max']);
    if (min !== undefined && max !== undefined && min > max)
      return this.#reader.report(range.span, `'${key}': the minimum (${min}) is greater than the maximum (${max})`);
    return {...(min === undefined ? {} : {min}), ...(max === undefined ? {} : {max})};
  }

  map(key: string): FrontMatterMap | undefined {
    const entry = this.#take(key);
    return entry && new FrontMatterMap(this.#reader, this.#reader.entries(entry, `'${key}'`), entry.span);
  }

  /** Every key with the mapping under it. */
  maps(): {key: string; keySpan: Span; map: FrontMatterMap}[] {
    return [...this.#entries.values()].map(entry => ({
      key: entry.key,
      keySpan: entry.keySpan,
      map: new FrontMatterMap(this.#reader, this.#reader.entries(entry, `'${entry.key}'`), entry.span),
    }));
  }

  keySpan(key: string): Span {
    return this.#entries.get(key)?.keySpan ?? this.span;
  }

  valueSpan(key: string): Span {
    return this.#entries.get(key)?.span ?? this.span;
  }

  /** Keys that were not asked for: in a mapping of our own each is a mistake. */
  rejectUnknown(known: readonly string[]): void {
    for (const {key, keySpan} of this.#entries.values())
      if (!this.#asked.has(key)) this.#reader.report(keySpan, `Unknown key '${key}'; known are ${known.join(', ')}`);
  }

  unknown(): {key: string; keySpan: Span}[] {
    return [...this.#entries.values()].filter(({key}) => !this.#asked.has(key));
  }

  #count(key: string): number | undefined {
    const entry = this.#take(key);
    if (!entry) return undefined;
    const value = isScalar(entry.value) ? entry.value.value : undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
    return this.#reader.report(entry.span, `'${key}' must be a whole number of words`);
  }

  #take(key: string): Entry | undefined {
    this.#asked.add(key);
    const entry = this.#entries.get(key);
    if (!entry || isEmpty(entry.value)) return undefined;
    if (!isAlias(entry.value)) return entry;
    return this.#reader.report(entry.span, `'${key}': YAML aliases are not read in templates; write the value out`);
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (isScalar(value) && value.value === null);
}

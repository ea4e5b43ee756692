import type {Reading} from '../model/reading.ts';
import {type NameMatch, namesOf, nameTokens} from '../model/sections/names.ts';
import type {Template, TemplateSection} from '../model/template.ts';

/** How well a document's titles fit a template. */
export interface TemplateScore {
  readonly template: Template;
  /** From 0 to 1: the harmonic mean of how much of the template is there and how many of the titles it knows. */
  readonly score: number;
}

/** A template is recognised when it fits at least this well, */
const least = 0.54;
/** better than the default one by this much, */
const margin = 0.06;
/** and better than every other one by this much. */
const lead = 0.01;
/** More than any score is, with what is lost in rounding. */
const highest = 1 + 1e-9;

/** Answers are remembered by the document's titles, for these hardly ever change while someone types. */
const mostRemembered = 200;
/** So many UTF-16 units of titles at most: an ordinary document has a thousand, one of nothing but headings a hundred thousand. */
const mostRememberedText = 400_000;

/** Recognises which of some templates a document follows by its sections. */
export class TemplateRecogniser {
  readonly #templates: readonly Template[];
  readonly #rarity: Rarity;
  readonly #remembered = new Map<string, Template | undefined>();
  #rememberedText = 0;

  /** @param templates the default one first */
  constructor(templates: readonly Template[]) {
    this.#templates = templates;
    this.#rarity = new Rarity(templates);
  }

  /** @returns `undefined` where none fits clearly better than the default one */
  recognise(reading: Reading): Template | undefined {
    const marked = markedKey(reading);
    if (this.#remembered.has(marked)) return this.#remembered.get(marked);
    const titles = titlesOf(reading);
    // What lines begin with in bold changes more often, and is compared itself.
    const isMarked = titles.some(({level}) => level < boldLevel);
    const key = isMarked ? marked : titles.map(({text}) => text).join('\n');
    const known = this.#remembered.get(key);
    if (known || this.#remembered.has(key)) return known;
    const template = this.#choose(titles);
    this.#remember(key, template);
    return template;
  }

  #remember(key: string, template: Template | undefined): void {
    if (this.#remembered.size >= mostRemembered || this.#rememberedText + key.length > mostRememberedText) {
      this.#remembered.clear();
      this.#rememberedText = 0;
    }
    this.#remembered.set(key, template);
    this.#rememberedText += key.length;
  }

  /** Best first; of equals the one that comes first. */
  scores(reading: Reading): TemplateScore[] {
    return this.#scoresOf(titlesOf(reading));
  }

  #scoresOf(titles: readonly Titled[]): TemplateScore[] {
    const scores = this.#templates.map(template => ({template, score: score(titles, template, this.#rarity)}));
    return scores.sort((a, b) => b.score - a.score);
  }

  #choose(titles: readonly Titled[]): Template | undefined {
    const [usual] = this.#templates;
    if (!usual) return undefined;
    const usualScore = score(titles, usual, this.#rarity);
    // No score is above 1: most documents that follow the default template need not be compared with all others.
    if (usualScore + margin > highest) return undefined;
    const [best, next] = this.#scoresOf(titles);
    if (!best || best.score < Math.max(least, usualScore + margin, (next?.score ?? 0) + lead)) return undefined;
    if (losesTitle(titles, best.template, usual)) return undefined;
    return explainsLess(titles, best.template, usual) ? undefined : best.template;
  }
}

/**
 * Does a template explain no more titles than the default one, and leave out some that the default one explains, or lack a section of
 * its own where the default one is complete? Then it fits by accident.
 */
function explainsLess(titles: readonly Titled[], template: Template, usual: Template): boolean {
  const foundBy = (of: Template) => titles.map(({text}) => namesOf(of).match(text, true)?.section);
  const [own, usually] = [foundBy(template), foundBy(usual)];
  const explained = (found: readonly unknown[]) => found.filter(section => section !== undefined).length;
  if (explained(own) > explained(usually)) return false;
  const isComplete = ({sections}: Template, found: readonly unknown[]) =>
    sections.every(section => section.presence !== 'required' || section.parent || found.includes(section));
  if (isComplete(usual, usually) && !isComplete(template, own)) return true;
  return titles.some((_, index) => usually[index] !== undefined && own[index] === undefined);
}

/**
 * Has a template no place for a title at the level of the main sections that the default one knows, as "Root cause" is? Nobody would
 * ask for what stands there.
 */
function losesTitle(titles: readonly Titled[], template: Template, usual: Template): boolean {
  const main = Math.min(...titles.map(({level}) => level));
  const isKnown = (text: string, to: Template) => namesOf(to).match(text, true) !== undefined;
  return titles.some(({level, text}) => level === main && isKnown(text, usual) && !isKnown(text, template));
}

/** How telling a name is: one that every template has says little about which of them a document follows. */
class Rarity {
  readonly #counts = new Map<string, number>();
  readonly #known = new WeakMap<TemplateSection, number>();
  readonly #templates: number;

  constructor(templates: readonly Template[]) {
    this.#templates = templates.length;
    for (const {sections} of templates)
      for (const name of new Set(sections.map(({title}) => nameKey(title))))
        this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** That of a section's title: the same few are asked for with every document. */
  ofSection(section: TemplateSection): number {
    const rarity = this.#known.get(section) ?? this.of(section.title);
    this.#known.set(section, rarity);
    return rarity;
  }

  /** From 0.25 to 1. */
  of(name: string): number {
    const count = this.#counts.get(nameKey(name)) ?? 1;
    return 1 - (0.75 * Math.log(count)) / Math.log(Math.max(2, this.#templates));
  }
}

function nameKey(name: string): string {
  return nameTokens(name).join(' ');
}

const qualities: Record<NameMatch['match'], number> = {title: 1, near: 0.9, alias: 0.5, part: 0.4};

function score(titles: readonly Titled[], template: Template, rarity: Rarity): number {
  const names = namesOf(template);
  const matches = placed(titles.map(title => ({found: names.match(title.text, true), ...title})));
  const best = new Map<TemplateSection, number>();
  for (const {found} of matches)
    if (found) best.set(found.section, Math.max(best.get(found.section) ?? 0, qualities[found.match]));
  const keys = new Set(titles.map(({text}) => nameKey(text)));
  for (const section of best.keys()) {
    const isWhole = section.parts.length > 0 && section.parts.every(part => keys.has(nameKey(part)));
    if (isWhole) best.set(section, qualities.title);
  }
  const weights = matches.map((match, index) => rarity.of(match.text) * (isInside(matches, index) ? insideWeight : 1));
  const known = sum(matches, ({found}, index) => (found ? (weights[index] ?? 0) * (best.get(found.section) ?? 0) : 0));
  const asked = template.sections.filter(section => section.presence === 'required' || best.has(section));
  const there = sum(asked, section => rarity.ofSection(section) * (best.get(section) ?? 0));
  const precision =
    known /
    Math.max(
      1e-9,
      sum(weights, weight => weight),
    );
  const coverage =
    there /
    Math.max(
      1e-9,
      sum(asked, section => rarity.ofSection(section)),
    );
  return precision + coverage === 0 ? 0 : (2 * precision * coverage) / (precision + coverage);
}

type Matched = Titled & {readonly found: NameMatch | undefined};

/** Without what names a section inside another one, and yet stands before that one, at its level: "Detection" before "Action items". */
function placed(matches: readonly Matched[]): Matched[] {
  return matches.map((match, index) => {
    const parent = match.found?.section.parent;
    const isOutside =
      parent !== undefined &&
      matches.findLastIndex(({found, level}) => found?.section.id === parent && level >= match.level) > index &&
      !matches.slice(0, index).some(({found}) => found?.section.id === parent);
    return isOutside ? {...match, found: undefined} : match;
  });
}

/** Headings of an author's own below a section say little against the template. */
const insideWeight = 0.2;

/** Is it unknown, and below a heading that is known? */
function isInside(matches: readonly (Titled & {readonly found: unknown})[], index: number): boolean {
  const match = matches[index];
  if (!match || match.found) return false;
  return matches.slice(0, index).findLast(({level}) => level < match.level)?.found !== undefined;
}

function sum<T>(items: readonly T[], value: (item: T, index: number) => number): number {
  return items.reduce((total, item, index) => total + value(item, index), 0);
}

/** Level of what is no heading. */
const boldLevel = 7;

/** All that titles which are marked as such depend on: headings, and titles of sections with how many headings stand before them. */
function markedKey({headings, sections}: Reading): string {
  let key = '#';
  for (const {level, text} of headings) key += `${level} ${text}\n`;
  for (const {titles} of sections)
    for (const {real, level, text, start} of titles)
      key += real ? `${level}\n` : `${headings.filter(heading => heading.start < start).length}: ${text}\n`;
  return key;
}

/** A text that may name a section. */
interface Titled {
  readonly text: string;
  readonly level: number;
}

/** More titles are not weighed. */
const mostTitles = 200;

/**
 * Headings that may open sections, and titles of sections that are no headings yet: to mark them must not change the template. Where there are hardly any, what lines begin with in bold.
 */
function titlesOf({headings, sections, lines, prose}: Reading): Titled[] {
  const plain = sections.flatMap(({titles}) => titles.filter(({real}) => !real));
  const level = Math.min(...sections.flatMap(({titles}) => titles.filter(({real}) => real).map(each => each.level)), 2);
  const unmarked = plain.map(({start, name}) => ({start, level, text: prose.slice(name.start, name.end)}));
  const named = [...headings, ...unmarked].sort((a, b) => a.start - b.start).filter(({text}) => /\p{L}{3}/u.test(text));
  const [first, ...rest] = named;
  const body = first && rest.every(({level}) => level > first.level) ? rest : named;
  const titles = body.filter(({text}) => !isMoment(text));
  if (titles.length >= 2) return titles.slice(0, mostTitles);
  const bold = lines.flatMap(({lead}) => (lead?.style === 'bold' ? [lead] : []));
  return bold.slice(0, mostTitles).map(({start, end}) => ({text: prose.slice(start, end), level: boldLevel}));
}

/** A heading over one entry of a timeline: "13:05", "2017-09-27 14:30 - rollback". */
function isMoment(text: string): boolean {
  return /\b\d{1,2}[:.]\d{2}\b|\b\d{4}-\d{2}-\d{2}\b/.test(text) && /^\W*(?:\d|\p{L}{3,9} \d)/u.test(text);
}

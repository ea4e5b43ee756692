import {read, readInSteps} from '../model/read.ts';
import type {Reading} from '../model/reading.ts';
import {namesOf} from '../model/sections/names.ts';
import {inOneGo, type Steps} from '../model/steps.ts';
import type {Template, TemplateSection} from '../model/template.ts';
import {contains, type Edit, endsWithBlankLine, type Span} from '../model/text.ts';
import {rules} from '../rules/all.ts';
import {fixAllInSteps} from '../rules/fix-all.ts';
import {minimalEdits} from '../rules/minimal-edits.ts';
import {setLevel} from '../rules/structure/heading-edits.ts';
import {newline} from '../rules/structure/layout.ts';
import {unmarkedSection} from '../rules/unmarked-section.ts';
import {lostWords} from '../rules/words-lost.ts';
import {type Block, blocksInside, cutIntoBlocks, type Destination, destinationsOf} from './convert-blocks.ts';
import {addsWord, nameIn, namesIn, plainName, withMarks} from './convert-names.ts';
import {join, type Part} from './convert-parts.ts';
import {editedPart, freshSection, freshSections, leftoversIn} from './convert-untouched.ts';

/** Which template a document has, and which it shall have. */
export interface Conversion {
  readonly from: Template;
  readonly to: Template;
  /** Value of `template:` in front matter. It is written where there is one already, or where `declare` says so. */
  readonly name: string;
  readonly declare?: boolean;
}

/**
 * Brings a document into the shape of another template: sections that mean the same are renamed and put in its order, what it has no
 * place for stays under its own heading. Every word is kept but the names of sections that are renamed, and what is there only because
 * the former template put it there: its comments, and sections that nobody has written in, for which those of the other template stand in.
 *
 * @returns the edits, none overlapping; `undefined` where it cannot be done without losing something.
 */
export function convert(text: string, conversion: Conversion): Edit[] | undefined {
  return inOneGo(convertInSteps(text, conversion));
}

/**
 * As `convert`.
 *
 * @param before the text or an earlier version of it, as it was read
 */
export function* convertInSteps(text: string, conversion: Conversion, before?: Reading): Steps<Edit[] | undefined> {
  const written = yield* readInSteps(text, conversion.from, before);
  if (written.conflicts.length > 0) return undefined;
  const marked = yield* withMarkedTitles(written);
  yield;
  const converter = new Converter(marked, conversion, namesIn(written));
  yield;
  const converted = converter.convert();
  yield;
  const isWhole = yield* losesNothing(written, converted, conversion);
  yield;
  return isWhole ? minimalEdits(text, converted.text) : undefined;
}

/** Titles that are no headings yet become some: the rest of the structure is left to the conversion. */
function* withMarkedTitles(reading: Reading): Steps<Reading> {
  if (reading.sections.every(({titles}) => titles.every(({real}) => real))) return reading;
  return yield* fixAllInSteps(reading, onlyMarking);
}

const onlyMarking = {
  words: {},
  rules: Object.fromEntries(rules.filter(rule => rule !== unmarkedSection).map(({code}) => [code, 'off' as const])),
};

interface Converted {
  readonly text: string;
  /** Names of sections that were replaced, and what the former template left. */
  readonly renamed: readonly string[];
  /** Headings that the text must have. */
  readonly headings: number;
}

/** Nothing but replaced names may be gone, and every heading must still be read as one. */
function* losesNothing(before: Reading, {text, renamed, headings}: Converted, {to}: Conversion): Steps<boolean> {
  if (lostWords(before.text, `${text}\n${renamed.join('\n')}`).length > 0) return false;
  yield;
  return (yield* readInSteps(text, to, before)).headings.length === headings;
}

class Converter {
  readonly #reading: Reading;
  readonly #conversion: Conversion;
  /** Names of sections before titles were marked. */
  readonly #names: ReadonlySet<string>;
  /** What stands before the first block. */
  readonly #head: Span;
  readonly #blocks: readonly Block[];
  /** Sections that are put in as the template makes them. */
  readonly #fresh: ReadonlySet<TemplateSection>;
  /** Edits that take away what the former template says to its authors. */
  readonly #guidance: readonly Edit[];
  readonly #destinations: ReadonlyMap<Block, Destination>;
  /** What stays in each block that goes somewhere. */
  readonly #inside: ReadonlyMap<Block, readonly Block[]>;
  readonly #renamed: string[] = [];
  /** Level of the outermost sections. */
  readonly #base: number;
  #added = 0;

  constructor(reading: Reading, conversion: Conversion, names: ReadonlySet<string>) {
    this.#reading = reading;
    this.#conversion = conversion;
    this.#names = names;
    const all = cutIntoBlocks(reading);
    const {untouched, isAll, guidance, gone, headings} = leftoversIn(all, reading, conversion.to);
    this.#head = {start: 0, end: all[0]?.start ?? reading.text.length};
    this.#guidance = guidance;
    this.#blocks = all.filter(block => !untouched.has(block));
    this.#fresh = freshSections(untouched, conversion.to, isAll);
    this.#renamed.push(...gone);
    this.#added = -headings;
    this.#destinations = destinationsOf(this.#blocks, conversion.to);
    this.#inside = blocksInside(this.#blocks, this.#destinations);
    const placed = this.#blocks.length > 0 ? this.#destinations.keys() : untouched;
    const levels = [...placed].map(({heading}) => heading.level);
    this.#base = levels.length > 0 ? Math.min(...levels) : 2;
  }

  convert(): Converted {
    const {text, headings} = this.#reading;
    const head = this.#edited(this.#head, []);
    const parts = [...this.#homeless('start'), ...this.#sections(), ...this.#homeless('end')];
    const nl = newline(text);
    const isFirst = parts.length === 0 || parts[0]?.block?.start === this.#head.end;
    const isApart = isFirst || /^\s*$/.test(head) || endsWithBlankLine(head);
    const gap = isApart ? '' : nl;
    return {
      text: this.#declare(head) + gap + join(parts, nl, text),
      renamed: this.#renamed,
      headings: headings.length + this.#added,
    };
  }

  #sections(): Part[] {
    const {sections} = this.#conversion.to;
    return sections.flatMap((section, index) => {
      const parts = this.#section(section);
      const next = sections[index + 1];
      const outermost = this.#outermost(section);
      const isLast = !next || this.#outermost(next) !== outermost;
      return isLast ? [...parts, ...this.#homeless(outermost)] : parts;
    });
  }

  /** Everything that goes to one section: first what takes its title, then the rest, each below a heading of its own. */
  #section(section: TemplateSection): Part[] {
    const here = this.#blocks.filter(block => this.#destinations.get(block)?.section === section);
    const level = Math.min(6, this.#base + this.#depth(section));
    const heirs = here.filter(block => this.#destinations.get(block)?.same);
    const first = heirs.find(({spec}) => spec?.kind === section.kind) ?? heirs[0];
    const rest = here.filter(block => block !== first);
    const parts = rest.flatMap(block => this.#moved(block, Math.min(6, level + 1), undefined));
    if (first) return [...this.#moved(first, level, section), ...parts];
    if (here.length === 0 && this.#fresh.has(section)) return [this.#freshPart(section, level)];
    if (here.length === 0 && !this.#hasInside(section)) return [];
    this.#added++;
    return [{text: `${'#'.repeat(level)} ${section.title}`}, ...parts];
  }

  /** A block and what stays in it, with its heading at another level, and under the section's title if it takes it. */
  #moved(block: Block, level: number, section: TemplateSection | undefined): Part[] {
    const by = level - block.heading.level;
    return [block, ...(this.#inside.get(block) ?? [])].map(each => {
      const wanted = Math.max(1, Math.min(6, each.heading.level + by));
      const edits = setLevel(this.#reading, each.heading, wanted) ?? [];
      const name = each === block && section ? this.#rename(each, section) : [];
      return this.#part(each, [...edits, ...name]);
    });
  }

  #freshPart(section: TemplateSection, level: number): Part {
    const text = freshSection(section, level, this.#reading, newline(this.#reading.text));
    this.#added += read(text, this.#conversion.to).headings.length;
    return {text};
  }

  #part(block: Block, edits: readonly Edit[]): Part {
    return {text: this.#edited(block, edits).trimStart(), block};
  }

  #edited(span: Span, edits: readonly Edit[]): string {
    const guidance = this.#guidance.filter(({start}) => contains(span, start));
    return editedPart(this.#reading.text, span, [...edits, ...guidance]);
  }

  /** Gives a heading the section's title. What an author called it in words of their own stays, behind the title if need be. */
  #rename({title, spec}: Block, section: TemplateSection): Edit[] {
    const {from, to} = this.#conversion;
    if (!title || !spec) return [];
    const {name, ...span} = nameIn(this.#reading.text, title.name);
    if (name === section.title) return [];
    // A plain line that reads as a title only since the line above it is a heading is in words of the author's own.
    const isName = this.#names.has(plainName(name)) && namesOf(from).match(name, false)?.section === spec;
    if (isName && !addsWord(name, spec)) {
      this.#renamed.push(name);
      return [{...withMarks(this.#reading.text, span), text: section.title}];
    }
    if (namesOf(to).match(title.text, true)?.section === section) return [];
    return [{start: span.start, end: span.start, text: `${section.title}: `}];
  }

  /** Blocks without a place that followed one of the section's, came before all others, or came after all of them (`'end'`). */
  #homeless(after: TemplateSection | 'start' | 'end'): Part[] {
    const lastWithPlace = this.#blocks.findLastIndex(block => this.#destinations.has(block));
    let last: TemplateSection | 'start' | 'end' = 'start';
    const parts: Part[] = [];
    for (const [index, block] of this.#blocks.entries()) {
      const destination = this.#destinations.get(block);
      if (destination) last = index === lastWithPlace ? 'end' : this.#outermost(destination.section);
      else if (last === after && !block.parent) parts.push(...this.#moved(block, block.heading.level, undefined));
    }
    return parts;
  }

  #outermost(section: TemplateSection): TemplateSection {
    const {sections} = this.#conversion.to;
    const parent = sections.find(({id}) => id === section.parent);
    return parent ? this.#outermost(parent) : section;
  }

  #depth(section: TemplateSection): number {
    return section.level - Math.min(...this.#conversion.to.sections.map(({level}) => level));
  }

  #hasInside(section: TemplateSection): boolean {
    const inside = this.#conversion.to.sections.filter(({parent}) => parent === section.id);
    const isUsed = (each: TemplateSection) =>
      this.#fresh.has(each) || [...this.#destinations.values()].some(({section: used}) => used === each);
    return inside.some(each => isUsed(each) || this.#hasInside(each));
  }

  /** Front matter with the name of the new template, where it has one or needs one. */
  #declare(head: string): string {
    const {frontMatter, text} = this.#reading;
    const {name, declare} = this.#conversion;
    const nl = newline(text);
    if (!frontMatter) return declare ? `---${nl}template: ${name}${nl}---${nl}${nl}${head}` : head;
    const yaml = head.slice(0, frontMatter.end);
    const line = /^template[ \t]*:.*$/m.exec(yaml);
    if (line) this.#renamed.push(line[0]);
    if (line) return `${head.slice(0, line.index)}template: ${name}${head.slice(line.index + line[0].length)}`;
    if (!declare) return head;
    const open = yaml.search(/[\r\n]/);
    return `${head.slice(0, open)}${nl}template: ${name}${head.slice(open)}`;
  }
}

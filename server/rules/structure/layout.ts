/** Where sections stand in a text and how its headings are laid out: what several structural rules ask. */

import {lineIndexAt} from '../../model/markdown/source-lines.ts';
import type {Heading, Line, Reading, Section, Title} from '../../model/reading.ts';
import type {Template, TemplateSection} from '../../model/template.ts';
import type {Span} from '../../model/text.ts';
import {remember} from './remember.ts';

const strength = {title: 0, alias: 1, near: 1, part: 2};

/** The title that stands for a section: the template's own before others, and a part only where there is nothing else. */
export function mainTitle(section: Section | undefined): Title | undefined {
  let main: Title | undefined;
  for (const title of section?.titles ?? []) if (!main || strength[title.match] < strength[main.match]) main = title;
  return main;
}

/** The titles that open a section: its main title, or all of its parts where they stand for it. */
export function mainTitles(section: Section): readonly Title[] {
  const main = mainTitle(section);
  if (!main) return [];
  if (main.match === 'part') return section.titles;
  return main.real || main.match === 'title' ? [main] : section.titles.filter(({real}) => !real);
}

/** The heading above all sections that names the document. */
export const documentTitle = remember(({headings, sections, preamble}: Reading): Heading | undefined => {
  const [first] = headings;
  if (!first || sections.some(({titles}) => titles.some(title => title.line === first.line))) return undefined;
  return first.start < preamble.end ? first : undefined;
});

/** Heading level that a section of the template should have in this document, by the headings it has or was meant to have. */
export function levelOf(reading: Reading, spec: TemplateSection): number {
  return Math.min(6, outermostLevel(reading) + depthOf(reading, spec));
}

/** How many levels below the outermost sections of the template. */
export function depthOf({template}: Reading, spec: TemplateSection): number {
  return spec.level - outermost(template);
}

const outermost = remember(({sections}: Template): number => Math.min(...sections.map(({level}) => level)));

const outermostLevel = remember((reading: Reading): number => {
  const below = documentTitle(reading)?.level ?? 0;
  const levels = levelsInUse(reading, spec => depthOf(reading, spec) === 0);
  if (levels.size === 0) for (const [level, times] of levelsInUse(reading, () => true)) levels.set(level, times);
  if (below > 0 && (levels.size === 0 || levels.has(below + 1))) return Math.min(6, below + 1);
  const [usual] = [...levels].sort(([a, times], [b, others]) => others - times || a - b);
  return usual?.[0] ?? levelAbove(reading.headings);
});

/** Levels that the titles of some sections would give the outermost ones, and how many of them. */
function levelsInUse(reading: Reading, isAsked: (spec: TemplateSection) => boolean): Map<number, number> {
  const counts = new Map<number, number>();
  for (const section of reading.sections) {
    for (const title of isAsked(section.spec) ? mainTitles(section) : []) {
      if (title.level === 0) continue;
      const level = Math.max(1, title.level - depthOf(reading, section.spec));
      counts.set(level, (counts.get(level) ?? 0) + 1);
    }
  }
  return counts;
}

/** No section is a heading yet: one level above the headings that stand inside them. */
function levelAbove(headings: readonly Heading[]): number {
  const inside = Math.min(...headings.map(({level}) => level));
  return Math.max(1, Math.min(2, inside - 1));
}

/** Titles of all sections by position, each with its section. */
export const titlesInOrder = remember(({sections}: Reading): readonly PlacedTitle[] => {
  const all = sections.flatMap(section => section.titles.map(title => ({section, title})));
  return all.sort((a, b) => a.title.start - b.title.start);
});

interface PlacedTitle {
  readonly section: Section;
  readonly title: Title;
}

/**
 * The section's whole text: from the line of its main title to the end of the titles of its own, or of sections nested in it, that
 * follow without a break.
 */
export function blockOf(reading: Reading, section: Section): Span | undefined {
  const main = mainTitle(section);
  if (!main) return undefined;
  let end = bodyEnd(reading, main);
  for (const {section: next, title} of titlesInOrder(reading)) {
    if (title.start <= main.start) continue;
    if (!isWithin(reading, next.spec, section.spec) || lineStart(reading, title.start) > end) break;
    end = Math.max(end, bodyEnd(reading, title));
  }
  return {start: lineStart(reading, main.start), end};
}

/** Does nothing of another section stand between the section's titles? */
export function isTogether(reading: Reading, section: Section): boolean {
  const block = blockOf(reading, section);
  return block !== undefined && section.titles.every(({start}) => block.start <= start && start < block.end);
}

/** Is the title where the template has it: in the section that its own section is nested in? */
export function isInParent(reading: Reading, {spec}: Section, title: Title): boolean {
  if (spec.parent === undefined) return true;
  const before = titlesInOrder(reading).filter(
    ({section, title: other}) => other.start < title.start && section.spec.level < spec.level,
  );
  return before.at(-1)?.section.spec.id === spec.parent;
}

/** Where a title's text ends: at the beginning of the line that ends it, unless the next title stands in the middle of that line. */
export function bodyEnd(reading: Reading, {bodyEnd: end}: Title): number {
  const line = lineAt(reading, end);
  if (!line || end === reading.text.length || line.words.some(word => line.start + word < end)) return end;
  return line.start;
}

export function isWithin({template}: Reading, spec: TemplateSection, outer: TemplateSection): boolean {
  for (let at: TemplateSection | undefined = spec; at; at = template.sections.find(({id}) => id === at?.parent)) {
    if (at.id === outer.id) return true;
  }
  return false;
}

/** The line that holds the offset. */
export function lineAt({lines}: Reading, offset: number): Line | undefined {
  return lines[lineIndexAt(lines, offset)];
}

/** Do words of the line stand before the offset? */
export function hasWordsBefore({start, words}: Line, offset: number): boolean {
  return words.some(word => start + word < offset);
}

/** Offset at which the line begins that holds the offset. */
export function lineStart(reading: Reading, offset: number): number {
  return lineAt(reading, offset)?.start ?? 0;
}

/** The line end that the text uses. */
export function newline(text: string): '\n' | '\r\n' | '\r' {
  const at = text.search(/[\r\n]/);
  if (text[at] !== '\r') return '\n';
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}

/** A title as messages name it: without a closing colon or dash, and without hashes that make no heading. */
export function titleText({text}: Title): string {
  return text.replace(/^#+/, '').replace(/(?<![\s:–—-])[\s:–—-]+$/, '');
}

/** A section as messages name it: by its own title, or the template's. */
export function nameOf(section: Section): string {
  const title = mainTitle(section);
  return title ? titleText(title) : section.spec.title;
}

/** Where to point at a section: its title, without white space. */
export function titleSpan({text}: Reading, {start, end}: Span): Span {
  return {start, end: start + text.slice(start, end).trimEnd().length};
}

/** Where to point at the document as a whole: its title, or else its first line that says something, or else that is there. */
export function headSpan(reading: Reading): Span {
  const title = documentTitle(reading);
  const {lines} = reading;
  const shown = (line: Line) => !['blank', 'comment', 'front-matter'].includes(line.kind);
  const line = title ? lines[title.line] : (lines.find(({words}) => words.length > 0) ?? lines.find(shown));
  return line?.content ?? {start: 0, end: 0};
}

/** What makes a heading of the paragraph above it, if there is one. */
export function isUnderline(text: string, {start, end}: Span): boolean {
  return /^\s*(?:-+|=+)\s*$/.test(text.slice(start, end));
}

/** Offset of what concerns the whole document and ends it: definitions, and the block behind a rule. */
export const tailStart = remember(({headings, lines, sections, text}: Reading): number => {
  const titles = sections.flatMap(each => each.titles.map(({line}) => line));
  const last = Math.max(headings.at(-1)?.line ?? -1, ...titles);
  const isDefinition = ({kind, start, end}: Line) =>
    kind === 'definition' || /^\[[^\]]+\]:/.test(text.slice(start, end));
  let at = pageEnd({lines, text}, last);
  const above = () => lines[at - 1];
  for (let line = above(); line && line.index > last && (line.kind === 'blank' || isDefinition(line)); line = above())
    at--;
  const end = lines.findLast(({index, kind}) => index < at && kind !== 'blank');
  let first = end?.index ?? 0;
  while (lines[first]?.kind === 'text') first--;
  while (lines[first]?.kind === 'blank') first--;
  const before = lines.findLast(({index, kind}) => index < first && kind !== 'blank');
  const isRule = lines[first]?.kind === 'rule' && lines[first - 1]?.kind === 'blank';
  if (isRule && end?.kind === 'text' && before && before.index > last) at = first;
  const start = lines.find(({index, kind}) => index >= at && kind !== 'blank');
  return start?.start ?? text.length;
});

/** Index of the line from which on, below line `last`, there is nothing but HTML and tags of a site's generator: `{% include end.html %}`. */
function pageEnd({lines, text}: Pick<Reading, 'lines' | 'text'>, last: number): number {
  if (!text.includes('{%')) return lines.length;
  const isTag = ({start, end}: Line) => /^\s*\{%.*%\}\s*$/.test(text.slice(start, end));
  let first = lines.length;
  for (let index = lines.length - 1; index > last; index--) {
    const line = lines[index];
    if (!line || !(line.kind === 'blank' || line.kind === 'html' || isTag(line))) break;
    if (isTag(line)) first = index;
  }
  return first;
}

/** The lines with the blank ones after them, or up to the end of the text. */
export function wholeLines({lines, text}: Reading, group: readonly Line[]): Span {
  const after = lines.slice((group.at(-1)?.index ?? 0) + 1).find(({kind}) => kind !== 'blank');
  return {start: group[0]?.start ?? 0, end: after?.start ?? text.length};
}

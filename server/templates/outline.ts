import {read} from '../model/read.ts';
import type {Heading, Line, Reading} from '../model/reading.ts';
import type {Template} from '../model/template.ts';
import type {Span} from '../model/text.ts';
import {withoutPlaceholders} from './placeholders.ts';

/** The headings of a template file. */
export interface Outline {
  /** The whole file, read as Markdown. */
  readonly reading: Reading;
  /** Text of the document's title; empty where the template has none. */
  readonly title: string;
  readonly titleLevel: number;
  readonly places: readonly Place[];
}

/** A heading that is a section, and its place among the others. */
export interface Place {
  readonly heading: Heading;
  /** The heading's text without remarks in brackets at its end: "(optional)", "(all times in UTC)". */
  readonly title: string;
  readonly optional: boolean;
  /** Unique name made of the title. */
  readonly slug: string;
  readonly parent: Place | undefined;
  /** Source text between this heading and the next section's. */
  readonly body: Span;
  /** Lines of guidance in the body, without Markdown marks. */
  readonly prompts: readonly string[];
}

const noTemplate: Template = {
  id: '',
  name: '',
  description: '',
  title: '',
  titleLevel: 0,
  ordered: false,
  sections: [],
  requirements: [],
  scaffold: '',
};

export function readOutline(source: string): Outline {
  const reading = read(source, noTemplate);
  const {title, rest} = splitTitle(reading.headings);
  const sections = rest.filter(({text}) => hasLetter(withoutPlaceholders(text)));
  const levels = sections.map(({level}) => level);
  const titleLevel = title?.level ?? Math.min(...levels, 6) - 1;
  return {reading, title: title?.text ?? '', titleLevel, places: placesOf(sections, reading)};
}

/** The first heading is the document's title when no other one is as high as it. */
function splitTitle(headings: readonly Heading[]): {title: Heading | undefined; rest: readonly Heading[]} {
  const [first, ...rest] = headings;
  const isTitle = first && rest.length > 0 && rest.every(({level}) => level > first.level);
  return isTitle ? {title: first, rest} : {title: undefined, rest: headings};
}

const optionalMark = /[([]optional[)\]](?:\s*:)?\s*$/i;

function withoutRemarks(title: string): string {
  let rest = title;
  for (let left = withoutLastRemark(rest); left !== rest; left = withoutLastRemark(rest)) rest = left;
  return rest;
}

function withoutLastRemark(title: string): string {
  const said = title.trimEnd();
  if (said.endsWith(':')) return said.slice(0, -1).trimEnd();
  if (said.toLowerCase().endsWith('[optional]')) return said.slice(0, -'[optional]'.length).trimEnd();
  const open = said.endsWith(')') ? said.lastIndexOf('(') : -1;
  const isRemark = open > 0 && /\s/.test(said[open - 1] ?? '') && said.indexOf(')', open) === said.length - 1;
  return isRemark ? said.slice(0, open).trimEnd() : title;
}

function placesOf(headings: readonly Heading[], reading: Reading): Place[] {
  const taken = new Set<string>();
  const open: Place[] = [];
  return headings.map((heading, index) => {
    while ((open.at(-1)?.heading.level ?? 0) >= heading.level) open.pop();
    const parent = open.at(-1);
    const title = withoutRemarks(heading.text);
    const body = {start: bodyStart(heading, reading), end: headings[index + 1]?.start ?? reading.text.length};
    const place = {
      heading,
      title,
      optional: optionalMark.test(heading.text),
      slug: freeSlug(title, parent, taken),
      parent,
      body,
      prompts: promptsIn(body, reading),
    };
    open.push(place);
    return place;
  });
}

/** Behind the heading's line, and behind the line that underlines it where there is one. */
function bodyStart(heading: Heading, {lines, text}: Reading): number {
  const isAtx = /^\s*[#>]/.test(text.slice(heading.start, heading.end));
  const underline = lines[heading.line + 1];
  return !isAtx && underline?.kind === 'rule' ? underline.end : heading.end;
}

function freeSlug(title: string, parent: Place | undefined, taken: Set<string>): string {
  const plain = slug(title) || 'section';
  const nested = parent ? `${parent.slug}-${plain}` : plain;
  let free = taken.has(plain) ? nested : plain;
  for (let count = 2; taken.has(free); count++) free = `${nested}-${count}`;
  taken.add(free);
  return free;
}

/** Lower-case words with hyphens between them. */
export function slug(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-');
}

/** Lines that still hold a `{{ placeholder }}` are scaffold, not guidance. */
function promptsIn(body: Span, reading: Reading): string[] {
  const lines = reading.lines.filter(({start, end}) => body.start <= start && end <= body.end);
  const texts = lines.map(line => promptText(line, reading));
  return texts.filter(text => hasLetter(text) && !text.includes('{{'));
}

function promptText({kind, start, end, content}: Line, {text, prose}: Reading): string {
  if (kind === 'comment')
    return text
      .slice(start, end)
      .replaceAll(/<!--+|(?<!-)--+>/g, '')
      .trim();
  if (kind !== 'text') return '';
  const plain = text.slice(content.start, content.end).includes('{{') ? text : prose;
  return plain.slice(content.start, content.end).replaceAll(/\s+/g, ' ').trim();
}

function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}

import {lineIndexAt} from '../model/markdown/source-lines.ts';
import {read} from '../model/read.ts';
import type {Reading} from '../model/reading.ts';
import type {Template, TemplateSection} from '../model/template.ts';
import {applyEdits, contains, type Edit, type Span} from '../model/text.ts';
import {wholeLines} from '../rules/structure/layout.ts';
import {guidanceLeftIn} from '../templates/guidance.ts';
import {counterpartOf} from '../templates/meanings.ts';
import {type Block, cutIntoBlocks} from './convert-blocks.ts';

/** What is in a document only because its template put it there. */
export interface Leftovers {
  readonly untouched: ReadonlySet<Block>;
  /** Has nobody written anything? */
  readonly isAll: boolean;
  /** Take away comments of the template in what was written, with the blank lines behind them. */
  readonly guidance: readonly Edit[];
  /** The text of all of it. */
  readonly gone: readonly string[];
  /** How many headings of the document go with it. */
  readonly headings: number;
}

const nothing: Leftovers = {untouched: new Set(), isAll: false, guidance: [], gone: [], headings: 0};

/** What may go when a document is given another template. */
export function leftoversIn(blocks: readonly Block[], reading: Reading, to: Template): Leftovers {
  if (reading.template.id === to.id) return nothing;
  const {text, headings} = reading;
  const {scaffold} = reading.template;
  const made = new Set(cutIntoBlocks(read(scaffold, reading.template)).map(block => saidBy(block, scaffold)));
  const untouched = untouchedIn(blocks, text, made);
  const spans = [...untouched];
  const goes = ({start}: Span) => {
    const span = spans[lineIndexAt(spans, start)];
    return span !== undefined && contains(span, start);
  };
  const comments = guidanceLeftIn(reading).filter(([first]) => first?.kind === 'comment');
  const guidance = comments.map(lines => ({...wholeLines(reading, lines), text: ''})).filter(edit => !goes(edit));
  return {
    untouched,
    isAll: untouched.size > 0 && blocks.every(block => made.has(saidBy(block, text))),
    guidance,
    gone: [...untouched, ...guidance].map(({start, end}) => text.slice(start, end)),
    headings: headings.filter(goes).length,
  };
}

/** Blocks that are as the scaffold of their template made them, with all that stands in them. */
function untouchedIn(blocks: readonly Block[], text: string, made: ReadonlySet<string>): ReadonlySet<Block> {
  const parents = new Set(blocks.map(({parent}) => parent));
  const touched = new Set<Block>();
  for (const block of blocks) {
    const body = text.slice(block.heading.end, block.end).trim();
    // An empty section, or a date by itself, may be all that the author has to say.
    const saysMore = body === '' ? parents.has(block) : /[^\W\d]/.test(body.replaceAll(day, ''));
    if (saysMore && made.has(saidBy(block, text))) continue;
    for (let outer: Block | undefined = block; outer; outer = outer.parent) touched.add(outer);
  }
  return new Set(blocks.filter(block => !touched.has(block)));
}

function saidBy({heading, end}: Block, text: string): string {
  return dateless(`${heading.text}\n${text.slice(heading.end, end)}`);
}

const day = /\d{4}-\d\d-\d\d/g;

/** The scaffold's `{{ date }}` is filled in when a postmortem is begun. */
function dateless(text: string): string {
  const plain = text.replaceAll(/\r\n?/g, '\n').trim();
  return plain.replaceAll(/\{\{ *date *\}\}/gi, '{{date}}').replaceAll(day, '{{date}}');
}

/**
 * The sections of another template that stand in for untouched ones: those that mean the same; all, where nothing else was written.
 *
 * @param isAll has nobody written anything?
 */
export function freshSections(untouched: Iterable<Block>, to: Template, isAll: boolean): ReadonlySet<TemplateSection> {
  const fresh = new Set<TemplateSection>();
  for (const {title, heading, spec} of untouched) {
    const found = counterpartOf(title?.text ?? heading.text, spec, to);
    if (isAll) for (const section of to.sections) fresh.add(section);
    else if (found) fresh.add(found.section);
  }
  return fresh;
}

/** A section as its template makes it, on the day that the document names. */
export function freshSection({title, scaffold}: TemplateSection, level: number, {text}: Reading, nl: string): string {
  const [date] = text.match(day) ?? [];
  const body = date ? scaffold.replaceAll(/\{\{ *date *\}\}/gi, date) : scaffold;
  return [`${'#'.repeat(level)} ${title}`, ...(body ? ['', ...body.split(/\r\n?|\n/)] : [])].join(nl);
}

/** Those of the edits that lie in a span, applied to it. */
export function editedPart(text: string, {start, end}: Span, edits: readonly Edit[]): string {
  const moved = edits.map(edit => ({...edit, start: edit.start - start, end: edit.end - start}));
  return applyEdits(text.slice(start, end), moved);
}

import type {Requirement, Template, TemplateSection} from '../model/template.ts';
import {type FrontMatterMap, FrontMatterReader, splitFrontMatter, type TemplateProblem} from './front-matter.ts';
import {readHeadings, type TemplateHeading} from './headings.ts';

export type {TemplateProblem} from './front-matter.ts';

export interface LoadedTemplate {
  readonly template: Template;
  readonly problems: readonly TemplateProblem[];
}

export const templateKeys = ['id', 'name', 'description', 'words', 'order', 'sections'] as const;
export const sectionKeys = [
  'id',
  'aliases',
  'parts',
  'presence',
  'oneOf',
  'repeatable',
  'words',
  'columns',
  'kind',
  'requirements',
] as const;
export const requirementKeys = ['question', 'example', 'evidence', 'phrases', 'negations'] as const;

/**
 * Makes a template of a Markdown file: its headings are the sections, its front matter adds what headings cannot say.
 * Total: every text gives a template; what could not be understood is a problem and otherwise left out.
 *
 * @param path of the file, with slashes: the default for the template's id and name.
 */
export function loadTemplate(source: string, path = 'template.md'): LoadedTemplate {
  const front = splitFrontMatter(source);
  const reader = new FrontMatterReader(front);
  const scaffold = source.slice(front.bodyStart).replace(/^(?:[ \t]*\r?\n)+/, '');
  const headings = readHeadings(scaffold);
  const {title, titleLevel, outline} = splitTitle(headings);
  const fileName = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');

  const id = reader.root.text('id') ?? slug(fileName);
  const name = reader.root.text('name') ?? fileName.replaceAll(/[-_]+/g, ' ');
  const description = reader.root.text('description') ?? '';
  const words = reader.root.words('words');
  const ordered = reader.root.choice('order', ['fixed', 'free']) !== 'free';
  const details = sectionDetails(reader, outline);
  const sections = outline.map(place => makeSection(place, details.get(place), scaffold));
  const requirements = outline.flatMap((place, index) =>
    makeRequirements(reader, sections[index]?.id ?? place.slug, details.get(place)),
  );
  for (const map of details.values()) map.rejectUnknown(sectionKeys);
  reportMisspelt(reader);
  if (sections.length === 0) {
    const end = source.length;
    reader.report({start: Math.min(front.bodyStart, end), end}, 'A template needs headings: each one is a section');
  }
  const template = {id, name, description, title, titleLevel, ordered, sections, requirements, scaffold};
  return {template: words ? {...template, words} : template, problems: reader.problems};
}

/** A heading that is a section, with its place among the others. */
interface Place {
  readonly heading: TemplateHeading;
  /** Title without "(optional)". */
  readonly title: string;
  readonly optional: boolean;
  readonly slug: string;
  readonly parent: Place | undefined;
}

/** The first heading is the document's title when no other one is as high as it. */
function splitTitle(headings: readonly TemplateHeading[]): {title: string; titleLevel: number; outline: Place[]} {
  const [first, ...rest] = headings;
  const top = Math.min(...rest.map(({level}) => level));
  if (first && rest.length > 0 && first.level < top)
    return {title: first.text, titleLevel: first.level, outline: places(rest)};
  const highest = Math.min(top, first?.level ?? 1);
  return {title: '', titleLevel: highest - 1, outline: places(headings)};
}

function places(headings: readonly TemplateHeading[]): Place[] {
  const taken = new Set<string>();
  const open: Place[] = [];
  return headings.map(heading => {
    while ((open.at(-1)?.heading.level ?? 0) >= heading.level) open.pop();
    const parent = open.at(-1);
    const optional = /\s*[([]optional[)\]]\s*:?$/i.test(heading.text);
    const title = heading.text.replace(/\s*[([]optional[)\]]\s*(:?)$/i, '$1');
    const place = {heading, title, optional, slug: freeSlug(title, parent, taken), parent};
    open.push(place);
    return place;
  });
}

function freeSlug(title: string, parent: Place | undefined, taken: Set<string>): string {
  const plain = slug(title) || 'section';
  const nested = parent ? `${parent.slug}-${plain}` : plain;
  let free = taken.has(plain) ? nested : plain;
  for (let count = 2; taken.has(free); count++) free = `${nested}-${count}`;
  taken.add(free);
  return free;
}

function slug(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-');
}

/** Which heading each entry under `sections:` is about, by the heading's text or the section's id. */
function sectionDetails(reader: FrontMatterReader, outline: readonly Place[]): Map<Place, FrontMatterMap> {
  const details = new Map<Place, FrontMatterMap>();
  for (const {key, keySpan, map} of reader.root.map('sections')?.maps() ?? []) {
    const wanted = slug(key);
    const place = outline.find(each => each.slug === wanted) ?? outline.find(each => slug(each.title) === wanted);
    if (!place) reader.report(keySpan, `No heading '${key}' in this template${listed(outline)}`);
    else if (details.has(place)) reader.report(keySpan, `The section '${place.title}' is described twice`);
    else details.set(place, map);
  }
  return details;
}

function listed(outline: readonly Place[]): string {
  return outline.length > 0 ? `; its headings are ${outline.map(({title}) => title).join(', ')}` : '';
}

function makeSection(place: Place, details: FrontMatterMap | undefined, scaffold: string): TemplateSection {
  const {heading, title, parent} = place;
  const fallback = place.optional || parent ? 'optional' : 'required';
  const oneOf = details?.text('oneOf');
  const words = details?.words('words');
  return {
    id: details?.text('id') ?? place.slug,
    title,
    level: heading.level,
    ...(parent ? {parent: parent.slug} : {}),
    aliases: details?.texts('aliases') ?? [],
    parts: details?.texts('parts') ?? [],
    presence: details?.choice('presence', ['required', 'optional']) ?? fallback,
    ...(oneOf === undefined ? {} : {oneOf}),
    repeatable: details?.flag('repeatable') ?? false,
    ...(words ? {words} : {}),
    columns: details?.texts('columns') ?? [],
    prompts: heading.prompts,
    scaffold: scaffold.slice(heading.body.start, heading.body.end).trim(),
    kind: details?.choice('kind', ['prose', 'timeline', 'actions']) ?? kindOf(title),
  };
}

const timelineTitle = /\b(?:time ?line|chronology|sequence of events|chain of events|key events)\b/i;
const actionsTitle = /\b(?:actions?|action items?|follow-?ups?|corrective|remediations?|next steps|tasks|to-?dos?)\b/i;

function kindOf(title: string): TemplateSection['kind'] {
  if (timelineTitle.test(title)) return 'timeline';
  return actionsTitle.test(title) ? 'actions' : 'prose';
}

function makeRequirements(
  reader: FrontMatterReader,
  section: string,
  details: FrontMatterMap | undefined,
): Requirement[] {
  const entries = details?.map('requirements')?.maps() ?? [];
  return entries.map(({key, keySpan, map}) => {
    const requirement = {
      id: `${section}/${key}`,
      section,
      question: map.text('question') ?? '',
      example: map.text('example') ?? '',
      evidence: map.text('evidence') ?? 'phrases',
      phrases: map.texts('phrases'),
      negations: map.texts('negations'),
    };
    map.rejectUnknown(requirementKeys);
    if (!requirement.question) reader.report(keySpan, `The requirement '${key}' needs a 'question' for the author`);
    return requirement;
  });
}

/** Other tools keep their keys in front matter too: only those that look like ours misspelt are reported. */
function reportMisspelt(reader: FrontMatterReader): void {
  for (const {key, keySpan} of reader.root.unknown()) {
    const meant = templateKeys.find(known => isMisspelt(key.toLowerCase(), known));
    if (meant) reader.report(keySpan, `Unknown key '${key}'; did you mean '${meant}'?`);
  }
}

function isMisspelt(key: string, known: string): boolean {
  if (key === known) return true;
  if (known.length < 4 || Math.abs(key.length - known.length) > 1) return false;
  const {start, end} = commonEnds(key, known);
  return start + end >= Math.max(key.length, known.length) - (key.length === known.length ? 2 : 1);
}

function commonEnds(a: string, b: string): {start: number; end: number} {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return {start, end};
}

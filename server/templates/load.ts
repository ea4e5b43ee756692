import type {Requirement, Template, TemplateSection} from '../model/template.ts';
import {closest} from '../setting-kinds.ts';
import {FrontMatter, type SectionDetails, type TemplateProblem} from './front-matter.ts';
import {type Outline, type Place, readOutline, slug} from './outline.ts';

export type {TemplateProblem} from './front-matter.ts';

export interface LoadedTemplate {
  readonly template: Template;
  readonly problems: readonly TemplateProblem[];
}

/** Longer files are not read: a template is a page or two. UTF-16 units. */
const longest = 200_000;
/** More sections, and more aliases and parts of one section, are left out: every line of a document is compared with all of them. */
const mostSections = 200;
const mostNames = 100;

/**
 * Makes a template of a Markdown file: its headings are the sections, its front matter adds what headings cannot say.
 * Total: every text gives a template; what could not be understood is a problem and otherwise left out.
 *
 * @param path of the file, with slashes: the default for the template's id and name.
 * @param evidence names of the kinds of evidence that there are; without it every name is taken.
 */
export function loadTemplate(source: string, path = 'template.md', evidence?: readonly string[]): LoadedTemplate {
  const text = source.length > longest ? '' : source;
  const outline = readOutline(text);
  const front = readFrontMatter(outline);
  const {details} = front;
  const fileName = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const described = describeSections(front, outline.places);
  const sections = makeSections(outline, described);
  reportExcess(sections, described, front);
  const template: Template = {
    id: details.id ?? slug(fileName),
    name: details.name ?? fileName.replaceAll(/[-_]+/g, ' '),
    description: details.description ?? '',
    ...(details.words ? {words: details.words} : {}),
    title: outline.title,
    titleLevel: outline.titleLevel,
    ordered: details.order !== 'free',
    sections: outline.places.flatMap(place => sections.get(place) ?? []),
    requirements: outline.places.flatMap(place => makeRequirements(sections.get(place), described.get(place), front)),
    scaffold: text.slice(bodyStart(outline)).replace(/^(?:[ \t]*\r?\n)+/, ''),
  };
  reportWhole(source, outline, front);
  reportAmbiguous(sections, described, front);
  if (evidence) reportUnknownEvidence(described, evidence, front);
  return {template, problems: front.problems};
}

function bodyStart({reading}: Outline): number {
  return reading.frontMatter?.end ?? (reading.text.startsWith('\uFEFF') ? 1 : 0);
}

/** The YAML between the two lines of dashes. */
function readFrontMatter({reading}: Outline): FrontMatter {
  const {frontMatter, text} = reading;
  if (!frontMatter) return new FrontMatter('', 0);
  const whole = text.slice(frontMatter.start, frontMatter.end);
  const start = frontMatter.start + whole.search(/[\r\n]/) + 1;
  const end = frontMatter.start + whole.trimEnd().search(/(?<![^\r\n])[^\r\n]*$/);
  return new FrontMatter(text.slice(start, Math.max(start, end)), start);
}

/** What front matter says about a section, and under which key. */
interface Described {
  readonly key: string;
  readonly details: SectionDetails;
}

/** Which heading each entry under `sections:` is about, by the heading's text or the section's id. */
function describeSections(front: FrontMatter, places: readonly Place[]): Map<Place, Described> {
  const described = new Map<Place, Described>();
  for (const [key, details] of Object.entries(front.details.sections ?? {})) {
    const wanted = slug(key);
    const place = places.find(each => each.slug === wanted) ?? places.find(each => slug(each.title) === wanted);
    const path = ['sections', key];
    if (!place) front.reject(path, 'key', `No heading '${key}' in this template${listed(places)}`);
    else if (described.has(place)) front.reject(path, 'key', `The section '${place.title}' is described twice`);
    else described.set(place, {key, details});
  }
  return described;
}

function listed(places: readonly Place[]): string {
  const titles = places.slice(0, 12).map(({title}) => title);
  return titles.length > 0 ? `; its headings are: ${titles.join(', ')}${places.length > 12 ? ', …' : ''}` : '';
}

function makeSections({places, reading}: Outline, described: Map<Place, Described>): Map<Place, TemplateSection> {
  const sections = new Map<Place, TemplateSection>();
  for (const place of places.slice(0, mostSections)) {
    const {heading, title, parent, body} = place;
    const {requirements, ...details} = described.get(place)?.details ?? {};
    const parentId = parent && sections.get(parent)?.id;
    sections.set(place, {
      id: place.slug,
      title,
      level: heading.level,
      ...(parentId ? {parent: parentId} : {}),
      presence: place.optional || parent ? 'optional' : 'required',
      repeatable: false,
      columns: [],
      prompts: place.prompts,
      scaffold: reading.text.slice(body.start, body.end).trim(),
      kind: kindOf(title),
      ...details,
      aliases: details.aliases?.slice(0, mostNames) ?? [],
      parts: details.parts?.slice(0, mostNames) ?? [],
    });
  }
  return sections;
}

const timelineTitle = /\b(?:time ?line|chronology|sequence of events|chain of events|key events)\b/i;
const actionsTitle = /\b(?:actions?|action items?|follow-?ups?|corrective|remediations?|next steps|tasks|to-?dos?)\b/i;

function kindOf(title: string): TemplateSection['kind'] {
  if (timelineTitle.test(title)) return 'timeline';
  return actionsTitle.test(title) ? 'actions' : 'prose';
}

function makeRequirements(
  section: TemplateSection | undefined,
  described: Described | undefined,
  front: FrontMatter,
): Requirement[] {
  if (!section || !described) return [];
  return Object.entries(described.details.requirements ?? {}).map(([name, details]) => {
    const path = ['sections', described.key, 'requirements', name];
    if (!details.question) front.reject(path, 'key', `The requirement '${name}' needs a 'question' for the author`);
    if (!details.evidence && !details.phrases)
      front.reject(path, 'key', `The requirement '${name}' needs 'evidence' or 'phrases' to be found by`);
    return {
      id: `${section.id}/${name}`,
      section: section.id,
      question: details.question ?? '',
      example: details.example ?? '',
      evidence: details.evidence ?? 'phrases',
      phrases: details.phrases ?? [],
      negations: details.negations ?? [],
    };
  });
}

function reportWhole(source: string, {reading, places}: Outline, front: FrontMatter): void {
  const firstLine = {start: 0, end: source.search(/[\r\n]|$/)};
  if (source.length > longest) {
    front.problems.push({span: firstLine, message: `The template is longer than ${longest / 1000} KB and is not read`});
    return;
  }
  if (!reading.frontMatter && /^\uFEFF?---[ \t]*\r?\n[A-Za-z]+:/.test(source))
    front.problems.push({span: firstLine, message: 'The front matter is not closed by a line of three dashes'});
  const extra = places[mostSections]?.heading;
  if (extra)
    front.problems.push({
      span: {start: extra.start, end: extra.end},
      message: `Only the first ${mostSections} sections are read`,
    });
  if (places.length === 0)
    front.problems.push({span: firstLine, message: 'A template needs headings: each one is a section'});
}

function reportExcess(
  sections: Map<Place, TemplateSection>,
  described: Map<Place, Described>,
  front: FrontMatter,
): void {
  for (const place of sections.keys()) {
    const {key, details} = described.get(place) ?? {};
    if (key !== undefined && (details?.aliases?.length ?? 0) > mostNames)
      front.reject(['sections', key, 'aliases'], 'key', `Only the first ${mostNames} aliases are read`);
  }
}

/** Ids must be unique, and a name must mean one section. */
function reportAmbiguous(
  sections: Map<Place, TemplateSection>,
  described: Map<Place, Described>,
  front: FrontMatter,
): void {
  const ids = new Set<string>();
  const owners = new Map([...sections.values()].map(section => [slug(section.title), section]));
  for (const [place, section] of sections) {
    const path = ['sections', described.get(place)?.key ?? ''];
    if (ids.has(section.id)) front.reject([...path, 'id'], 'value', `Two sections have the id '${section.id}'`);
    ids.add(section.id);
    for (const [index, alias] of section.aliases.entries()) {
      const owner = owners.get(slug(alias)) ?? section;
      owners.set(slug(alias), owner);
      if (owner === section) continue;
      const message = `'${alias}' already means the section '${owner.title}'`;
      front.reject([...path, 'aliases', String(index)], 'value', message);
    }
  }
}

function reportUnknownEvidence(described: Map<Place, Described>, known: readonly string[], front: FrontMatter): void {
  for (const {key, details} of described.values()) {
    for (const [name, {evidence}] of Object.entries(details.requirements ?? {})) {
      if (evidence === undefined || known.includes(evidence)) continue;
      const meant = closest(evidence, known);
      const hint = meant === undefined ? `; there are ${known.join(', ')}` : `; did you mean '${meant}'?`;
      const path = ['sections', key, 'requirements', name, 'evidence'];
      front.reject(path, 'value', `There is no kind of evidence '${evidence}'${hint}`);
    }
  }
}

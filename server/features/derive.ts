import {stringify} from 'yaml';
import {editDistance, nameTokens} from '../model/sections/names.ts';
import {inOneGo, type Steps} from '../model/steps.ts';
import {areSameMeaning} from '../templates/meanings.ts';
import {slug} from '../templates/outline.ts';
import {type Example, type ExampleSection, readExample} from './derive-example.ts';
import {commonTitle} from './derive-title.ts';

export interface DeriveOptions {
  /** Name of the template, for menus; its id is made of it. */
  readonly name: string;
}

/** A section that several documents have, whatever each calls it. */
interface Cluster {
  /** By document. */
  readonly sections: Map<Example, ExampleSection[]>;
}

/** A smaller share of the documents makes no section of the template. */
const leastShare = 0.25;

/**
 * The template that existing postmortems share: sections by how often they occur, other spellings as aliases, required where most
 * have them; tables and labels that most have.
 *
 * @param texts whole documents, at least one
 * @returns a template file
 */
export function deriveTemplate(texts: readonly string[], options: DeriveOptions): string {
  return inOneGo(deriveTemplateInSteps(texts, options));
}

/** As `deriveTemplate`. */
export function* deriveTemplateInSteps(texts: readonly string[], {name}: DeriveOptions): Steps<string> {
  const examples: Example[] = [];
  for (const text of texts) {
    examples.push(yield* readExample(text));
    yield;
  }
  const clusters = cluster(examples).filter(({sections}) => isShared(sections.size, examples.length));
  const tree = inOrder(clusters, examples);
  const titles = new Map(tree.map(each => [each, titleOf(each)]));
  const sections = tree.map(each => ({cluster: each, title: titles.get(each) ?? '', depth: depthOf(each, clusters)}));
  const details = sections.flatMap(section => detailsOf(section, [...titles.values()], examples.length));
  const front = {
    id: slug(name),
    name,
    description: `Derived from ${texts.length} ${texts.length === 1 ? 'document' : 'documents'}.`,
    ...(details.length > 0 ? {sections: Object.fromEntries(details)} : {}),
  };
  const body = sections.map(({cluster: each, title, depth}) => scaffoldOf(each, title, depth, examples.length));
  const labels = sharedLabels(
    examples.map(example => example.labels),
    examples.length,
  );
  const head = [
    `# ${commonTitle(examples.map(({title}) => title))}`,
    ...(labels.length > 0 ? [labels.join('\n')] : []),
  ];
  return `---\n${stringify(front, {lineWidth: 0})}---\n\n${[...head, ...body].join('\n\n')}\n`;
}

function isShared(count: number, total: number): boolean {
  return total < 3 ? count === total : count >= 2 && count / total >= leastShare;
}

/** Sections of the same name, of nearly the same name, and of the same meaning where no document has both. */
function cluster(examples: readonly Example[]): Cluster[] {
  const byName = new Map<string, Cluster>();
  for (const example of examples) {
    for (const section of example.sections) {
      const key = nameTokens(section.title).join(' ');
      if (key === '') continue;
      const found = byName.get(key) ?? {sections: new Map()};
      byName.set(key, found);
      found.sections.set(example, [...(found.sections.get(example) ?? []), section]);
    }
  }
  const sorted = [...byName].sort(([, a], [, b]) => b.sections.size - a.sections.size);
  const merged: [string, Cluster][] = [];
  for (const [key, each] of sorted) {
    const known = merged.find(([other, cluster]) => areApart(cluster, each) && areAlike(other, key));
    if (known) for (const [example, sections] of each.sections) known[1].sections.set(example, sections);
    else merged.push([key, each]);
  }
  return merged.map(([, each]) => each);
}

/** Does no document have both? */
function areApart(one: Cluster, other: Cluster): boolean {
  return [...other.sections.keys()].every(example => !one.sections.has(example));
}

function areAlike(one: string, other: string): boolean {
  const allowed = Math.min(one.length, other.length) < 8 ? 1 : 2;
  return editDistance(one, other, allowed) <= allowed || areSameMeaning(one, other);
}

/** The spelling that most documents have; of equals the first. */
function titleOf({sections}: Cluster): string {
  return mostCommon([...sections.values()].map(([first]) => first?.title ?? '')) ?? '';
}

function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The cluster in which most documents have this one nested. */
function parentOf({sections}: Cluster, clusters: readonly Cluster[]): Cluster | undefined {
  const parents = [...sections].map(([example, [first]]) =>
    clusters.find(each => first?.parent !== undefined && each.sections.get(example)?.includes(first.parent)),
  );
  return mostCommon(parents);
}

function depthOf(each: Cluster, clusters: readonly Cluster[]): number {
  const parent = parentOf(each, clusters);
  return parent ? Math.min(4, depthOf(parent, clusters) + 1) : 0;
}

/** In the order that most documents have, parents before their children. */
function inOrder(clusters: readonly Cluster[], examples: readonly Example[]): Cluster[] {
  const sorted = byMajority(clusters.map(each => ({cluster: each, places: placesOf(each, examples), ahead: 0})));
  const below = (parent: Cluster | undefined): Cluster[] =>
    sorted.filter(each => parentOf(each, clusters) === parent).flatMap(each => [each, ...below(each)]);
  return below(undefined);
}

interface Ranked {
  readonly cluster: Cluster;
  /** From 0 to 1 by example; `undefined` where it does not occur. */
  readonly places: readonly (number | undefined)[];
  /** How many that are not sorted yet come before it in most documents. */
  ahead: number;
}

function placesOf({sections}: Cluster, examples: readonly Example[]): (number | undefined)[] {
  return examples.map(example => {
    const [first] = sections.get(example) ?? [];
    return first && example.sections.indexOf(first) / Math.max(1, example.sections.length);
  });
}

/** What most documents have first comes first; what no document has together stands where it stands on average. */
function byMajority(ranked: readonly Ranked[]): Cluster[] {
  const left = new Set([...ranked].sort((a, b) => average(a.places) - average(b.places)));
  for (const each of left) for (const other of left) if (comesBefore(other, each)) each.ahead++;
  const sorted: Cluster[] = [];
  while (left.size > 0) {
    const [first, ...others] = left;
    if (!first) break;
    const next = others.reduce((least, each) => (each.ahead < least.ahead ? each : least), first);
    left.delete(next);
    sorted.push(next.cluster);
    for (const each of left) if (comesBefore(next, each)) each.ahead--;
  }
  return sorted;
}

function comesBefore({places: one}: Ranked, {places: other}: Ranked): boolean {
  let balance = 0;
  for (const [index, place] of one.entries()) {
    const otherPlace = other[index];
    if (place !== undefined && otherPlace !== undefined) balance += Math.sign(otherPlace - place);
  }
  return balance > 0;
}

function average(places: readonly (number | undefined)[]): number {
  const known = places.filter(place => place !== undefined);
  return known.reduce((sum, place) => sum + place, 0) / Math.max(1, known.length);
}

interface Section {
  readonly cluster: Cluster;
  readonly title: string;
  readonly depth: number;
}

/** What headings cannot say; nothing where the defaults are right. */
function detailsOf({cluster: {sections}, title, depth}: Section, titles: readonly string[], total: number) {
  const own = nameTokens(title).join(' ');
  const taken = new Set(titles.map(each => nameTokens(each).join(' ')));
  const spellings = new Map([...sections.values()].flat().map(each => [nameTokens(each.title).join(' '), each.title]));
  const aliases = [...spellings].filter(([key]) => key !== own && !taken.has(key)).map(([, spelling]) => spelling);
  const isCommon = sections.size * 2 > total;
  const isRepeated = [...sections.values()].filter(({length}) => length > 1).length * 2 > sections.size;
  const columns = sharedColumns([...sections.values()].flat());
  const details = {
    ...(aliases.length > 0 ? {aliases} : {}),
    ...(isCommon === (depth === 0) ? {} : {presence: isCommon ? 'required' : 'optional'}),
    ...(isRepeated ? {repeatable: true} : {}),
    ...(columns.length > 0 ? {columns} : {}),
  };
  return Object.keys(details).length > 0 ? [[title, details] as const] : [];
}

/** The head of the table that most of these sections have. */
function sharedColumns(sections: readonly ExampleSection[]): readonly string[] {
  const heads = sections.flatMap(({columns}) => (columns.length > 1 ? [columns.join('\n')] : []));
  const common = mostCommon(heads);
  const count = heads.filter(head => head === common).length;
  return common !== undefined && count * 2 > sections.length ? common.split('\n') : [];
}

/** Labels ("**Owner:**") that most of the documents have. */
function sharedLabels(lists: readonly (readonly string[])[], total: number): string[] {
  const counts = new Map<string, number>();
  for (const labels of lists) for (const label of new Set(labels)) counts.set(label, (counts.get(label) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count * 2 > total).map(([label]) => label);
  return shared.map(label => `- **${label}:** {{ ${label.toLowerCase()} }}`);
}

function scaffoldOf({sections}: Cluster, title: string, depth: number, total: number): string {
  const all = [...sections.values()].flat();
  const columns = sharedColumns(all);
  const heading = `${'#'.repeat(depth + 2)} ${title}`;
  const labels = sharedLabels(
    all.map(each => each.labels),
    Math.max(2, Math.min(total, all.length)),
  );
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [row(columns), row(columns.map(() => '---')), row(columns.map(cell => `{{ ${cell.toLowerCase()} }}`))];
  return [
    heading,
    ...(labels.length > 0 ? [labels.join('\n')] : []),
    ...(columns.length > 0 ? [table.join('\n')] : []),
  ].join('\n\n');
}

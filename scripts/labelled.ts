import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {read} from '../server/model/read.ts';
import type {Reading} from '../server/model/reading.ts';
import {defaultTemplate} from '../server/templates/all.ts';

/** Real documents with what a reader found stated in each, where they lie beside the project. */
export const corpus = '../shared/corpus';

/** Names that the labels use for requirements of the classic template. */
const requirementIds: Readonly<Record<string, string>> = {
  duration: 'issue-summary/duration',
  timezone: 'issue-summary/time-zone',
  impact: 'issue-summary/impact',
  percent: 'issue-summary/affected-share',
  summaryCause: 'issue-summary/root-cause',
  timelineBullets: 'timeline/bullets',
  detectedWhen: 'timeline/detected-when',
  detectedHow: 'timeline/detected-how',
  actions: 'timeline/actions',
  misleading: 'timeline/misleading-paths',
  escalated: 'timeline/escalation',
  resolvedHow: 'timeline/resolution',
  causeDetail: 'root-cause-and-resolution/cause',
  fixDetail: 'root-cause-and-resolution/fix',
  improvements: 'corrective-and-preventative-measures/improvements',
  tasks: 'corrective-and-preventative-measures/tasks',
};

interface Label {
  readonly kind: string;
  readonly requirements: Readonly<Record<string, boolean>>;
  readonly borderline?: readonly string[];
}

export interface Labelled {
  readonly name: string;
  readonly reading: Reading;
  /** By id of the requirement. */
  readonly met: ReadonlyMap<string, boolean>;
  /** Requirements that a fair reader could see either way. */
  readonly borderline: ReadonlySet<string>;
}

/** The labelled postmortems, read under the classic template; none where the folder is not there. */
export function labelledDocuments(): Labelled[] {
  if (!existsSync(`${corpus}/dev/labels.json`)) return [];
  const labels: Record<string, Label> = JSON.parse(readFileSync(`${corpus}/dev/labels.json`, 'utf8'));
  const postmortems = Object.entries(labels).filter(([, {kind}]) => kind === 'postmortem');
  return postmortems.map(([name, {requirements, borderline = []}]) => ({
    name,
    reading: read(readFileSync(`${corpus}/dev/${name}.md`, 'utf8'), defaultTemplate()),
    met: new Map(Object.entries(requirements).map(([key, met]) => [requirementIds[key] ?? key, met])),
    borderline: new Set(borderline.map(key => requirementIds[key] ?? key)),
  }));
}

/** Texts of organisations, without labels. */
export function industryDocuments(): {readonly name: string; readonly reading: Reading}[] {
  const folder = `${corpus}/industry`;
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter(file => file.endsWith('.md'));
  return files.map(name => ({name, reading: read(readFileSync(`${folder}/${name}`, 'utf8'), defaultTemplate())}));
}

/** The list in an order that depends on the seed alone. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const result = [...list];
  let state = seed >>> 0;
  for (let last = result.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const at = Math.floor((state / 2 ** 32) * (last + 1));
    const [a, b] = [result[last], result[at]];
    if (a !== undefined && b !== undefined) [result[last], result[at]] = [b, a];
  }
  return result;
}

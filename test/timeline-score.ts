import {readdirSync, readFileSync} from 'node:fs';
import {read} from '../server/model/read.ts';
import {isoDate, twoDigits} from '../server/model/time/calendar.ts';
import {isSameZone, zoneNamed} from '../server/model/time/zone.ts';
import type {TimelineEntry} from '../server/model/timeline/entry.ts';
import {readTimeline, type Timeline} from '../server/model/timeline/timeline.ts';
import {defaultTemplate} from '../server/templates/all.ts';
import {corpora, isBeside} from './beside.ts';

/** What a person found who read the file: 1-based line and time of each entry (`HH:MM`, with its day where it is known). */
export interface Labelled {
  readonly corpus: 'dev' | 'industry';
  readonly file: string;
  readonly format: string;
  readonly zone: string | null;
  readonly entries: readonly (readonly [number, string | null])[];
}

export interface Tally {
  right: number;
  found: number;
  labelled: number;
}

export interface TimelineScore {
  readonly entries: Tally;
  readonly times: Tally;
  readonly zones: Tally;
  readonly formats: Tally;
  readonly milliseconds: number;
  /** One line for each difference. */
  readonly differences: readonly string[];
}

export const corpusFolder = '../shared/corpus';

export function hasCorpus(): boolean {
  return corpora.map(isBeside).every(each => each);
}

export function labelledTimelines(): Labelled[] {
  return JSON.parse(readFileSync('test/fixtures/timelines.json', 'utf8')) as Labelled[];
}

/** The files of the industry corpus in the order of a fixed seed; the fixture has the first sixty that hold a timeline. */
export function drawIndustryFiles(seed = 2024): string[] {
  const files = readdirSync(`${corpusFolder}/industry`)
    .filter(file => file.endsWith('.md'))
    .sort();
  const random = randomFrom(seed);
  for (let last = files.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [files[last], files[other]] = [files[other] ?? '', files[last] ?? ''];
  }
  return files;
}

export function scoreTimelines(labelled: readonly Labelled[]): TimelineScore {
  const tally = (): Tally => ({right: 0, found: 0, labelled: 0});
  const score = {entries: tally(), times: tally(), zones: tally(), formats: tally()};
  const differences: string[] = [];
  let milliseconds = 0;
  for (const label of labelled) {
    const text = readFileSync(`${corpusFolder}/${label.corpus}/${label.file}`, 'utf8');
    const reading = read(text, defaultTemplate());
    const before = performance.now();
    const timeline = readTimeline(reading);
    milliseconds += performance.now() - before;
    const notes = scoreOne(score, label, timeline);
    differences.push(...notes.map(note => `${label.corpus}/${label.file}: ${note}`));
  }
  return {...score, milliseconds, differences};
}

function scoreOne(
  score: Omit<TimelineScore, 'milliseconds' | 'differences'>,
  label: Labelled,
  timeline: Timeline | undefined,
) {
  const notes: string[] = [];
  const found = timeline?.entries ?? [];
  const open = new Map<number, TimelineEntry[]>();
  for (const entry of found) open.set(entry.line + 1, [...(open.get(entry.line + 1) ?? []), entry]);
  score.entries.found += found.length;
  score.entries.labelled += label.entries.length;
  for (const [line, time] of label.entries) {
    const entry = open.get(line)?.shift();
    if (!entry) {
      notes.push(`line ${line}: entry ${time} missed`);
      continue;
    }
    score.entries.right++;
    score.times.labelled++;
    const read = describeTime(entry);
    if (isSameTime(time, read)) score.times.right++;
    else notes.push(`line ${line}: ${time} read as ${read}`);
  }
  for (const rest of open.values())
    for (const entry of rest) notes.push(`line ${entry.line + 1}: ${describeTime(entry)} is no entry`);
  if (label.entries.length > 0) {
    scoreNamed(score.formats, 'format', label.format, timeline?.format, notes);
    score.zones.labelled++;
    if (isLabelledZone(label.zone, timeline)) score.zones.right++;
    else notes.push(`zone ${label.zone} read as ${timeline?.zone?.zone.name}`);
  }
  return notes;
}

function scoreNamed(tally: Tally, what: string, expected: string, actual: string | undefined, notes: string[]): void {
  tally.labelled++;
  if (expected === actual) tally.right++;
  else notes.push(`${what} ${expected} read as ${actual}`);
}

function isLabelledZone(label: string | null, timeline: Timeline | undefined): boolean {
  const expected = label === null ? undefined : zoneNamed(label);
  const actual = timeline?.zone?.zone;
  return expected && actual ? isSameZone(expected, actual) : expected === actual;
}

/** `2024-05-09T10:05`, `T10:05` without a day, `2024-05-09` for a whole day. */
function describeTime(entry: TimelineEntry): string | null {
  const day = entry.date ? isoDate(entry.date) : '';
  if (entry.minutes === undefined) return entry.precision === 'day' ? day : null;
  return `${day}T${twoDigits(Math.floor(entry.minutes / 60) % 24)}:${twoDigits(entry.minutes % 60)}`;
}

/** Where the label has no day, the time of day alone counts. */
function isSameTime(label: string | null, read: string | null): boolean {
  if (label === null || read === null) return label === read;
  return label.includes('T') || label.length === 10 ? label === read : read.endsWith(`T${label}`);
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

import type {Report} from '../../evidence/report.ts';
import {codeSpace} from '../../model/markdown/words.ts';
import {DAY, MINUTE} from '../../model/time/calendar.ts';
import {offsetAt} from '../../model/time/zone.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';
import type {MilestoneName} from '../../model/timeline/milestones.ts';
import type {Timeline} from '../../model/timeline/timeline.ts';
import {type Phase, phasesOf} from './phases.ts';

/** What pictures and diagrams of a timeline show. */
export interface Subject {
  /** Those with a time, by time. */
  readonly entries: readonly ShownEntry[];
  readonly phases: readonly Phase[];
  /** Milliseconds by which the timeline's wall clock is ahead of its times. */
  shiftAt(time: number): number;
  /** Is it known on which days the incident was? */
  readonly isDated: boolean;
  /** Name of the timeline's zone; empty where none is known. */
  readonly zone: string;
}

export interface ShownEntry {
  /** 0-based. */
  readonly line: number;
  /** Milliseconds on the timeline's clock. */
  readonly time: number;
  /** End of a range. */
  readonly until: number | undefined;
  /** The time as the entry has it, without its date where it has both. */
  readonly clock: string;
  /** Its words on one line, without markup. */
  readonly text: string;
  readonly milestones: readonly MilestoneName[];
}

/** Beyond that nobody sees anything in a picture. */
const mostEntries = 1000;

/** @returns `undefined` where there are fewer than two different times */
export function subjectOf(report: Report): Subject | undefined {
  const {timeline} = report;
  if (!timeline) return undefined;
  const entries = shownEntries(report, timeline);
  const first = entries[0]?.time;
  if (entries.every(({time, until = time}) => time === first && until === first)) return undefined;
  const zone = timeline.zone?.zone;
  const isDated = timeline.entries.some(({date}) => date !== undefined);
  return {
    entries,
    phases: phasesOf(report, timeline),
    shiftAt: time => (zone && isDated ? offsetAt(zone, time) * MINUTE : 0),
    isDated,
    zone: zone?.name ?? '',
  };
}

function shownEntries(report: Report, timeline: Timeline): ShownEntry[] {
  const {entries, milestones} = timeline;
  const times = entries.filter(({precision}) => precision !== 'day').flatMap(({time}) => time ?? []);
  times.sort((a, b) => a - b);
  const shown = entries.slice(0, mostEntries).flatMap((entry, index): ShownEntry[] => {
    if (entry.time === undefined) return [];
    const time = entry.precision === 'day' ? withinDay(entry.time, times) : entry.time;
    const until = entry.until !== undefined && entry.until > time ? entry.until : undefined;
    const names = milestones.filter(milestone => milestone.entry === index).map(({name}) => name);
    return [
      {line: entry.line, time, until, clock: clockOf(report, entry), text: wordsOf(report, entry), milestones: names},
    ];
  });
  return shown.sort((a, b) => a.time - b.time);
}

/** An entry for a whole day stands with the first of that day that has a time of day. */
function withinDay(midnight: number, times: readonly number[]): number {
  const first = times.find(time => time >= midnight);
  return first !== undefined && first < midnight + DAY ? first : midnight;
}

function clockOf({text}: Report, {stamp}: TimelineEntry): string {
  if (!stamp) return '';
  const {clock, until, approximate} = stamp;
  const written = clock ? text.slice(clock.start, until?.clock?.end ?? clock.end) : text.slice(stamp.start, stamp.end);
  return `${clock && approximate ? '~' : ''}${oneLine(written)}`;
}

/** The entry's own words, or the first line below its time. */
function wordsOf({prose}: Report, {text, nested}: TimelineEntry): string {
  const own = oneLine(prose.slice(text.start, text.end));
  if (own !== '' || !nested) return own;
  const below = prose.slice(nested.start, Math.min(nested.end, nested.start + longestBelow)).split(/[\r\n]+/);
  return oneLine((below.find(line => /\p{L}/u.test(line)) ?? '').replace(/^[\s>*+-]+/, ''));
}

/** UTF-16 units below a time that are looked at for words. */
const longestBelow = 400;

/** Blanks that marks have left are no words, either: `Began :` is `Began:`. */
function oneLine(text: string): string {
  const plain = text.replaceAll(codeSpace, ' ').replaceAll(/\s+/g, ' ').trim();
  return plain.replaceAll(/ (?=[:,;.!?](?: |$))/g, '');
}

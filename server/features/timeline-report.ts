import type {Report} from '../evidence/report.ts';
import type {TimelineEntry, TimelineFormat} from '../model/timeline/entry.ts';
import type {MetricName} from '../model/timeline/milestone-metrics.ts';
import type {MilestoneName} from '../model/timeline/milestones.ts';
import type {Timeline} from '../model/timeline/timeline.ts';

/** The timeline as `postmortem check --format json` prints it. */
export interface TimelineJson {
  readonly format: TimelineFormat;
  /** Zone of the timeline as a whole: `UTC`, `PST`, `Europe/Berlin`; `null` where none is stated. */
  readonly zone: string | null;
  readonly entries: readonly EntryJson[];
}

interface EntryJson {
  /** 1-based. */
  readonly line: number;
  /** As it is written. */
  readonly time: string | null;
  /** ISO 8601 in UTC, where day and zone are known. */
  readonly iso: string | null;
  readonly zone: string | null;
  readonly milestone: MilestoneName | null;
}

export interface MetricJson {
  /** Whole minutes; `null` where one of its ends is not known. */
  readonly minutes: number | null;
  readonly definition: string;
}

export type MetricsJson = Readonly<Record<MetricName, MetricJson>>;

/** @returns `null` for a document without a timeline */
export function timelineJson({text, timeline}: Report): TimelineJson | null {
  if (!timeline) return null;
  const {format, zone, entries, milestones} = timeline;
  const names = new Map(milestones.map(({entry, name}) => [entry, name]));
  return {
    format,
    zone: zone?.zone.name ?? null,
    entries: entries.map((entry, index) => ({
      line: entry.line + 1,
      time: entry.stamp ? text.slice(entry.stamp.start, entry.stamp.end) : null,
      iso: isoTime(entry) ?? null,
      zone: entry.zone?.zone.name ?? null,
      milestone: names.get(index) ?? null,
    })),
  };
}

export function metricsJson({timeline}: Report): Partial<MetricsJson> | null {
  if (!timeline) return null;
  return Object.fromEntries(
    timeline.metrics.map(({name, minutes, definition}) => [name, {minutes: minutes ?? null, definition}]),
  );
}

/** ISO 8601 in UTC, or the day alone; `undefined` where day or zone are not known. */
export function isoTime({time, date, zone, precision}: TimelineEntry): string | undefined {
  if (time === undefined || !date) return undefined;
  const iso = new Date(time).toISOString();
  if (precision === 'day') return iso.slice(0, 10);
  if (!zone) return undefined;
  return precision === 'second' ? `${iso.slice(0, 19)}Z` : `${iso.slice(0, 16)}Z`;
}

/** First and last time of the timeline, in milliseconds on its clock; `undefined` where fewer than two are known. */
export function timelineSpan({entries}: Timeline): {first: number; last: number} | undefined {
  const times = entries.flatMap(entry => (isTimed(entry) ? [entry.until ?? entry.time ?? 0, entry.time ?? 0] : []));
  if (times.length < 4) return undefined;
  return {first: times.reduce((a, b) => Math.min(a, b)), last: times.reduce((a, b) => Math.max(a, b))};
}

/** Does it say a time of day that can be read? */
export function isTimed({time, precision, stamp}: TimelineEntry): boolean {
  return time !== undefined && precision !== 'day' && stamp?.clock !== undefined;
}

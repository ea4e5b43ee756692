import {DAY, MINUTE} from '../../model/time/calendar.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';

export interface Misplaced {
  readonly entry: TimelineEntry;
  /** A later entry that stands before it. */
  readonly after: TimelineEntry;
}

/**
 * Where the fewest entries stand that would have to move for the rest to be in order: those outside the longest run of times that
 * never falls. Of several in a row the first is named. Where one entry is too late, it is the one after it that is named.
 */
export function misplaced(run: readonly TimelineEntry[]): Misplaced[] {
  const timed = run.filter(entry => entry.time !== undefined);
  const times = comparable(timed);
  const kept = longestRising(times);
  const nextKept = nextOf(kept, timed.length);
  const found: Misplaced[] = [];
  let latest = 0;
  for (const [index, entry] of timed.entries()) {
    const time = times[index] ?? 0;
    if (time >= (times[latest] ?? 0)) latest = index;
    if (kept.has(index)) continue;
    const after = timed[latest];
    const next = nextKept[index] ?? -1;
    const nextEntry = timed[next];
    const isFirst = index === 0 || kept.has(index - 1);
    if (latest !== index && after) {
      if (isFirst) found.push({entry, after});
    } else if (nextEntry && (times[next] ?? 0) < time && next === index + 1)
      found.push({entry: nextEntry, after: entry});
  }
  return found;
}

/** Times in milliseconds. */
function comparable(timed: readonly TimelineEntry[]): number[] {
  const times: number[] = [];
  for (const entry of timed) times.push(comparableTime(entry, times.at(-1) ?? Number.NEGATIVE_INFINITY));
  return times;
}

/**
 * The time of an entry. One for a whole day is in order anywhere within that day, one without seconds within its minute.
 *
 * @param before the time of the entry before
 */
export function comparableTime({time = 0, precision}: TimelineEntry, before: number): number {
  if (precision === 'second') return time;
  return Math.min(Math.max(before, time), time + (precision === 'day' ? DAY : MINUTE) - 1);
}

/** Indexes of a longest subsequence that never falls, by patience sorting: O(n log n). */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before = new Array<number>(values.length).fill(-1);
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at);
  return kept;
}

/** For each index the next one that is kept. */
function nextOf(kept: ReadonlySet<number>, length: number): number[] {
  const next = new Array<number>(length).fill(-1);
  let known = -1;
  for (let index = length - 1; index >= 0; index--) {
    next[index] = known;
    if (kept.has(index)) known = index;
  }
  return next;
}

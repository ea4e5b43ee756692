import {DAY, MINUTE} from '../../model/time/calendar.ts';

/** A stretch in which nothing happened for so long that it is not drawn to scale. Times in milliseconds, places in pixels. */
export interface Break {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** From times in milliseconds to places in pixels. */
export interface Scale {
  readonly height: number;
  readonly breaks: readonly Break[];
  /** Pixels from the top; times before the first and after the last are drawn at the ends. */
  at(time: number): number;
  /** Round times outside the breaks, none of them nearer to the next than `distance` pixels. */
  ticks(distance: number, shift: number): readonly number[];
  /** Milliseconds between ticks. */
  step(distance: number): number;
}

const breakHeight = 68;
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 43_200].map(
  minutes => minutes * MINUTE,
);

/**
 * A linear scale but for its breaks: gaps more than three times as long as all shorter ones together.
 *
 * @param times at least two different ones
 * @param height pixels that the times take without breaks
 */
export function makeScale(times: readonly number[], height: number): Scale {
  const sorted = [...new Set(times)].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((to, index) => ({from: sorted[index] ?? to, to}));
  const broken = longGaps(gaps);
  const drawn = gaps.reduce((sum, gap) => (broken.has(gap) ? sum : sum + gap.to - gap.from), 0);
  const pixels = height / Math.max(drawn, 1);
  const breaks: Break[] = [];
  const starts: number[] = [];
  let y = 0;
  for (const gap of gaps) {
    starts.push(y);
    const size = broken.has(gap) ? breakHeight : (gap.to - gap.from) * pixels;
    if (broken.has(gap)) breaks.push({...gap, top: y, bottom: y + size});
    y += size;
  }
  starts.push(y);
  const at = (time: number) => place(sorted, starts, time);
  const step = (distance: number) => steps.find(each => each * pixels >= distance) ?? wholeDays(distance / pixels);
  const ticks = (distance: number, shift: number) => ticksOf(sorted, breaks, step(distance), shift);
  return {height: y, breaks, at, ticks, step};
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

function longGaps(gaps: readonly Gap[]): ReadonlySet<Gap> {
  const bySize = [...gaps].sort((a, b) => a.to - a.from - (b.to - b.from));
  const long = new Set<Gap>();
  let sum = 0;
  for (const [index, gap] of bySize.entries()) {
    const size = gap.to - gap.from;
    if (index >= 2 && size > 3 * sum && size > 60 * MINUTE) long.add(gap);
    sum += size;
  }
  return long;
}

/** By the gap that holds the time; binary search. */
function place(sorted: readonly number[], starts: readonly number[], time: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= time) low = middle;
    else high = middle - 1;
  }
  const [from = 0, to = from] = [sorted[low], sorted[low + 1]];
  const [top = 0, bottom = top] = [starts[low], starts[low + 1]];
  if (to === from || time <= from) return top;
  return top + ((time - from) / (to - from)) * (bottom - top);
}

function wholeDays(time: number): number {
  return Math.ceil(time / DAY) * DAY;
}

function ticksOf(sorted: readonly number[], breaks: readonly Break[], step: number, shift: number): number[] {
  const [first = 0, last = first] = [sorted[0], sorted.at(-1)];
  const ticks: number[] = [];
  let tick = ceilTo(first, step, shift);
  while (tick <= last) {
    const inside = breaks.find(({from, to}) => tick > from && tick < to);
    if (inside) {
      tick = ceilTo(inside.to, step, shift);
    } else {
      ticks.push(tick);
      tick += step;
    }
  }
  return ticks;
}

function ceilTo(time: number, step: number, shift: number): number {
  return Math.ceil((time + shift) / step) * step - shift;
}

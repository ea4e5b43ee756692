import type {Report} from '../../evidence/report.ts';
import type {Edit, Span} from '../../model/text.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';
import type {Fix} from '../rule.ts';

/**
 * Moves whole entries, with all that is nested in them, to other places of the same timeline. What stands between them (line ends,
 * blank lines, headings) and the numbers of a numbered list stay where they are.
 *
 * @param entries at the places to be filled, in the order of the text.
 * @param order for each place the index in `entries` of the entry that comes there: a permutation. Its inverse undoes it.
 */
export function reorder(
  {text}: Pick<Report, 'text'>,
  entries: readonly TimelineEntry[],
  order: readonly number[],
): Edit[] {
  const places = entries.map(entry => movablePart(text, entry));
  return places.flatMap((place, index) => {
    const from = places[order[index] ?? index] ?? place;
    const moved = text.slice(from.start, from.end);
    return from === place || text.slice(place.start, place.end) === moved ? [] : [{...place, text: moved}];
  });
}

/** The order that undoes another. */
export function inverse(order: readonly number[]): number[] {
  const undone = new Array<number>(order.length).fill(0);
  for (const [place, index] of order.entries()) undone[index] = place;
  return undone;
}

/** The order that sorts entries by time and keeps those of the same time, and those without one behind the entry they follow. */
export function sortedOrder(entries: readonly TimelineEntry[]): number[] {
  const keys: number[] = [];
  for (const entry of entries) keys.push(entry.time ?? keys.at(-1) ?? Number.NEGATIVE_INFINITY);
  return entries.map((_, index) => index).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
}

function movablePart(text: string, {start, end, form}: TimelineEntry): Span {
  if (form !== 'numbered') return {start, end};
  const marker = /^\d+[.)][ \t]*/.exec(text.slice(start, start + 14))?.[0].length ?? 0;
  return {start: start + marker, end};
}

/** Sorts a run of entries, unless some would then be read as of another day: these are left to the author. */
export function sortFix(report: Report, run: readonly TimelineEntry[]): Fix | undefined {
  const order = sortedOrder(run);
  if (!keepsDays(run, order)) return undefined;
  const edits = reorder(report, run, order);
  return edits.length === 0 ? undefined : {title: 'Sort the timeline by time', edits, safe: false};
}

/** Would every entry still be read with its day? One that owes it to the entry before must not be moved away from it. */
function keepsDays(run: readonly TimelineEntry[], order: readonly number[]): boolean {
  const isStated = (entry: TimelineEntry) => entry.dateSource === 'entry' || entry.dateSource === 'heading';
  if (run.every(entry => entry.dateSource === 'entry')) return true;
  const moved = order.flatMap((from, place) => (from === place ? [] : [place]));
  const touched = run.slice(moved[0] ?? 0, (moved.at(-1) ?? -1) + 1);
  return !touched.some(
    (entry, index) => isStated(entry) && !(index === 0 && entry === run[0] && entry.dateSource === 'heading'),
  );
}

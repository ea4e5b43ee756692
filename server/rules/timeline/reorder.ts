import type {Report} from '../../evidence/report.ts';
import type {Edit, Span} from '../../model/text.ts';
import type {TimelineEntry} from '../../model/timeline.ts';

/**
 * Moves whole entries, with all that is nested in them, to other places of the same timeline. What stands between them (line ends,
 * blank lines, headings) and the numbers of a numbered list stay where they are.
 *
 * @param entries at the places to be filled, in the order of the text.
 * @param order for each place the index in `entries` of the entry that comes there: a permutation. Its inverse undoes it.
 */
export function reorder({text}: Pick<Report, 'text'>, entries: readonly TimelineEntry[], order: readonly number[]): Edit[] {
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

import type {Line, ListItem} from '../reading.ts';

/** Is the item, or one around it, one of those that begin at these offsets? */
export function isUnder(item: ListItem | undefined, items: ReadonlySet<number>): boolean {
  for (let at = item; at; at = at.parent) if (items.has(at.start)) return true;
  return false;
}

/** Markdown takes items for one list that their author set at different depths. */
export function isAligned(a: Line, b: Line): boolean {
  return Math.abs(a.indent - b.indent) < 2;
}

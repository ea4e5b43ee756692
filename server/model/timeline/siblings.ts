import type {Line} from '../reading.ts';
import {isSpace} from '../time/chars.ts';
import type {Stamp} from '../time/stamp.ts';
import {type LineDraft, TimelineDraft} from './draft.ts';
import type {TimelineSource} from './entry.ts';
import {isAligned, isUnder} from './lists.ts';
import type {TimelinePart} from './parts.ts';

/** Adds the items without a time that stand in one list with items that have one. */
export function withSiblings(
  source: TimelineSource,
  parts: readonly TimelinePart[],
  drafts: readonly TimelineDraft[],
  all: readonly TimelineDraft[],
): readonly TimelineDraft[] {
  if (hasEveryItem(source, parts, drafts)) return drafts;
  const hasHeadings = drafts.some(draft => draft.kind !== 'break' && draft.form === 'heading');
  if (hasHeadings && !drafts.some(draft => draft.kind === 'entry' && draft.line.bullet)) return drafts;
  const known = new Map(drafts.filter(draft => draft.form !== 'line').map(draft => [draft.line.index, draft]));
  const lists = parts.flatMap(part => listsOf(source, part));
  if (!drafts.some(draft => draft.stamp)) return [...drafts, ...untimed(lists)].sort(byStart);
  const added: TimelineDraft[] = [];
  const items = new Set<number>();
  for (const list of lists) {
    if (isUnder(list.items[0]?.item?.parent, items)) continue;
    for (const draft of untimedItems(source, list, known)) {
      added.push(draft);
      items.add(draft.start);
    }
  }
  return added.length === 0 ? drafts : withAdded(drafts, added, all);
}

/** Has every list item of the parts a time, as is usual? Then there is nothing to add. */
function hasEveryItem(
  {lines}: TimelineSource,
  parts: readonly TimelinePart[],
  drafts: readonly TimelineDraft[],
): boolean {
  let items = 0;
  for (const {first, last} of parts) for (let index = first; index < last; index++) if (lines[index]?.bullet) items++;
  let timed = 0;
  for (const {kind, form, stamp} of drafts)
    if (stamp && kind === 'entry' && (form === 'bullet' || form === 'numbered')) timed++;
  return timed > 0 && timed === items;
}

/** Where something was passed over that stands at the same place, it comes back; and no time is there twice. */
function withAdded(
  drafts: readonly TimelineDraft[],
  added: readonly TimelineDraft[],
  all: readonly TimelineDraft[],
): TimelineDraft[] {
  const passedOver = new Map(all.filter(isTimed).map(draft => [draft.start, draft]));
  const siblings = added.map(draft => passedOver.get(draft.start) ?? draft);
  const taken = new Set(siblings.map(stampStart));
  const kept = drafts.filter(draft => !draft.stamp || !taken.has(stampStart(draft)));
  return [...kept, ...siblings].sort(byStart);
}

function stampStart({stamp, origin}: TimelineDraft): number | undefined {
  return stamp && stamp.start + origin;
}

function byStart(a: TimelineDraft, b: TimelineDraft): number {
  return a.start - b.start;
}

/** Where nothing in a timeline has a time, the items of its outermost lists are its entries. */
function untimed(lists: readonly List[]): TimelineDraft[] {
  const outer = lists.filter(({part, items}) => part.title && !part.inList && !items[0]?.item?.parent);
  return outer.flatMap(({part, items}) => items.map(line => itemDraft(part, line, undefined)));
}

interface List {
  readonly part: TimelinePart;
  readonly items: readonly Line[];
}

/** The lists of a part, each as the lines that begin its items; nested lists are lists of their own. */
function listsOf({lines}: TimelineSource, part: TimelinePart): List[] {
  const open = new Map<number, Line[]>();
  const lists: List[] = [];
  for (let index = part.first; index < part.last; index++) {
    const line = lines[index];
    if (!line || line.kind === 'blank') continue;
    if (!line.item) open.clear();
    if (!line.bullet || !line.item) continue;
    const key = line.item.parent?.start ?? -1;
    const list = open.get(key);
    if (list) list.push(line);
    else {
      const items = [line];
      open.set(key, items);
      lists.push({part, items});
    }
  }
  return lists;
}

/** Items of the list that have no time, where the list is one of entries. */
function untimedItems(source: TimelineSource, list: List, known: ReadonlyMap<number, TimelineDraft>): TimelineDraft[] {
  const {part, items} = list;
  const timed = items.filter(line => isTimed(known.get(line.index))).length;
  const children = timed > 0 ? [] : items.map(line => timeBelow(source, line, known));
  const isTimedBelow = children.some(child => child !== undefined);
  if ((timed === 0 && !isTimedBelow) || (timed > 0 && timed * 2 < items.length && timed < 2)) return [];
  const timedLine = items.find(line => isTimed(known.get(line.index)));
  return items
    .filter(line => !isTimed(known.get(line.index)) && !isNote(source.prose, line))
    .filter(line => !timedLine || isAligned(line, timedLine))
    .map(line => itemDraft(part, line, timeBelow(source, line, known)));
}

/** @param child a draft below the item that has its time */
function itemDraft(part: TimelinePart, line: Line, child: TimelineDraft | undefined): TimelineDraft {
  const origin = child?.origin ?? line.start;
  return new TimelineDraft(line, part, lineDraft(line, child?.stamp, origin), origin, undefined);
}

function lineDraft({content, end, item}: Line, stamp: Stamp | undefined, origin: number): LineDraft {
  const start = content.start - origin;
  return {
    kind: 'entry',
    start: (item?.marker.start ?? content.start) - origin,
    stamp,
    separator: {start, end: start},
    mark: '',
    end: end - origin,
    form: item?.ordered ? 'numbered' : 'bullet',
    placement: stamp ? 'trailing' : 'leading',
  };
}

/** `- **Detected**` with a first item below it that is nothing but a time. */
function timeBelow(
  {lines, prose}: TimelineSource,
  line: Line,
  known: ReadonlyMap<number, TimelineDraft>,
): TimelineDraft | undefined {
  const next = lines[line.index + 1];
  const child = next?.item?.parent === line.item && next?.bullet ? known.get(next.index) : undefined;
  if (!child?.stamp?.clock) return undefined;
  for (let at = child.textStart; at < child.end; at++) if (!isSpace(prose, at)) return undefined;
  return child;
}

function isTimed(draft: TimelineDraft | undefined): boolean {
  return draft?.kind === 'entry';
}

function isNote(prose: string, line: Line): boolean {
  return /^\s*note\b/i.test(prose.slice(line.content.start, line.content.end));
}

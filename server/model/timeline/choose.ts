import type {Line, ListItem} from '../reading.ts';
import {isSpace} from '../time/chars.ts';
import type {TimelineDraft} from './draft.ts';
import type {TimelineSource} from './entry.ts';
import type {TimelinePart, TimelineParts} from './parts.ts';

export interface ChosenEntry extends TimelineDraft {
  /** The date heading or date line above it. */
  readonly day: TimelineDraft | undefined;
  readonly run: number;
}

export interface ChosenEntries {
  readonly entries: readonly ChosenEntry[];
  /** Date lines that stand above entries, and breaks between lists: where an entry ends at the latest. */
  readonly others: readonly TimelineDraft[];
}

/** Tells entries from what merely holds a time: nested lists, wrapped lines, headings that are the day of what follows. */
export function chooseEntries(
  source: TimelineSource,
  {parts, titled}: TimelineParts,
  drafts: readonly TimelineDraft[],
): ChosenEntries {
  const own = outermost(titled ? drafts : plainLists(drafts));
  const lists = withSiblings(source, parts, own, drafts);
  const days = new Set(lists.filter((draft, index) => draft.kind === 'date' && isDay(source.lines, lists, index)));
  const entries: ChosenEntry[] = [];
  const others: TimelineDraft[] = [];
  let day: TimelineDraft | undefined;
  let run = 0;
  for (const draft of lists) {
    if (draft.part !== day?.part) day = undefined;
    if (days.has(draft)) day = draft;
    if (days.has(draft) || draft.kind === 'break') others.push(draft);
    else entries.push(entryFrom(draft, day, run));
    if (draft.kind === 'break' && endsRun(draft, entries.at(-1))) run = entries.length;
  }
  return {entries, others};
}

/** Spelled out, for it is made for every entry in every version of a document, and a spread is slow. */
function entryFrom(draft: TimelineDraft, day: TimelineDraft | undefined, run: number): ChosenEntry {
  const {line, part, start, stamp, separator, end, form, placement, columnZone} = draft;
  return {kind: 'entry', line, part, start, stamp, separator, end, form, placement, columnZone, day, run};
}

/** Lines such as "Actions taken:" between entries that are lines themselves do not part the timeline. */
function endsRun(draft: TimelineDraft, before: ChosenEntry | undefined): boolean {
  return before !== undefined && (draft.form !== 'line' || before.form !== 'line');
}

/** Is this date the day of the entries below it, rather than an entry itself? */
function isDay(lines: readonly Line[], drafts: readonly TimelineDraft[], index: number): boolean {
  const date = drafts[index];
  if (!date) return false;
  const isHeading = date.form === 'heading';
  let dated = 0;
  for (let next = index + 1; next < drafts.length; next++) {
    const draft = drafts[next];
    if (!draft || draft.kind === 'date' || draft.part !== date.part) break;
    const isBeside = draft.form === 'heading' && isHeading && draft.line.level <= date.line.level;
    if (isBeside) return draft.kind === 'entry' && !draft.stamp?.date && isEmptyBetween(lines, date.line, draft.line);
    if (draft.kind === 'break') continue;
    if (draft.stamp?.clock && !draft.stamp.date) return true;
    dated++;
  }
  return isHeading && dated > 0;
}

function isEmptyBetween(lines: readonly Line[], from: Line, to: Line): boolean {
  for (let index = from.index + 1; index < to.index; index++) if (lines[index]?.kind !== 'blank') return false;
  return true;
}

/** Entries under another entry belong to it. */
function outermost(drafts: readonly TimelineDraft[]): TimelineDraft[] {
  const items = new Set<number>();
  let heading: TimelineDraft | undefined;
  const kept: TimelineDraft[] = [];
  for (const draft of drafts) {
    if (draft.form === 'heading') heading = draft.kind === 'entry' ? draft : undefined;
    else if (draft.part !== heading?.part) heading = undefined;
    const isUnderHeading = heading !== undefined && heading !== draft;
    if (isUnderHeading || isWrapped(draft, items) || isUnder(draft.line.item?.parent, items)) continue;
    if (draft.kind === 'entry' && draft.line.item && draft.line.bullet) items.add(draft.line.item.start);
    kept.push(draft);
  }
  return kept;
}

function isUnder(item: ListItem | undefined, items: ReadonlySet<number>): boolean {
  for (let at = item; at; at = at.parent) if (items.has(at.start)) return true;
  return false;
}

/** A further line of an entry's own paragraph. Lines that belong to it by lazy continuation only are entries again. */
function isWrapped(draft: TimelineDraft, items: ReadonlySet<number>): boolean {
  const {line} = draft;
  if (line.bullet || !line.item || draft.form !== 'line') return false;
  return !line.lazy && isUnder(line.item, items) && draft.start === line.content.start;
}

/** Without a title that says so, three times in a row make a timeline: list items, rows, or lines between two labels. */
function plainLists(drafts: readonly TimelineDraft[]): TimelineDraft[] {
  const kept: TimelineDraft[] = [];
  let group: TimelineDraft[] = [];
  const close = () => {
    if (group.filter(draft => draft.kind === 'entry').length >= 3) kept.push(...group);
    group = [];
  };
  for (const draft of drafts) {
    if (draft.kind === 'break') {
      close();
      kept.push(draft);
    } else if (draft.kind === 'date' || isPlainEntry(draft)) {
      const last = group.findLast(other => other.kind === 'entry');
      if (last && !isSameList(last, draft)) close();
      group.push(draft);
    }
  }
  close();
  return kept;
}

function isPlainEntry(draft: TimelineDraft): boolean {
  return draft.stamp?.clock !== undefined && draft.form !== 'heading';
}

function isSameList(a: TimelineDraft, b: TimelineDraft): boolean {
  if (a.kind === 'date' || b.kind === 'date') return true;
  const [one, other] = [a.line.item?.parent, b.line.item?.parent];
  return a.form === b.form && isAligned(a.line, b.line) && (!one || !other || one.start === other.start);
}

/** Adds the items without a time that stand in one list with items that have one. */
function withSiblings(
  source: TimelineSource,
  parts: readonly TimelinePart[],
  drafts: readonly TimelineDraft[],
  all: readonly TimelineDraft[],
): TimelineDraft[] {
  const hasHeadings = drafts.some(draft => draft.kind !== 'break' && draft.form === 'heading');
  if (hasHeadings && !drafts.some(draft => draft.kind === 'entry' && draft.line.bullet)) return [...drafts];
  const known = new Map(drafts.filter(draft => draft.form !== 'line').map(draft => [draft.line.index, draft]));
  const lists = parts.flatMap(part => listsOf(source, part));
  if (!drafts.some(draft => draft.stamp)) return [...drafts, ...untimed(lists)].sort((a, b) => a.start - b.start);
  const added: TimelineDraft[] = [];
  const items = new Set<number>();
  for (const list of lists) {
    if (isUnder(list.items[0]?.item?.parent, items)) continue;
    for (const draft of untimedItems(source, list, known)) {
      added.push(draft);
      items.add(draft.start);
    }
  }
  if (added.length === 0) return [...drafts];
  const passedOver = new Map(all.filter(isTimed).map(draft => [draft.start, draft]));
  const siblings = added.map(draft => passedOver.get(draft.start) ?? draft);
  const replaced = new Set(siblings.flatMap(draft => (draft.stamp ? [draft.stamp] : [])));
  const kept = drafts.filter(draft => !draft.stamp || !replaced.has(draft.stamp));
  return [...kept, ...siblings].sort((a, b) => a.start - b.start);
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

function itemDraft(part: TimelinePart, line: Line, child: TimelineDraft | undefined): TimelineDraft {
  return {
    kind: 'entry',
    line,
    part,
    start: line.item?.marker.start ?? line.content.start,
    stamp: child?.stamp,
    separator: {start: line.content.start, end: line.content.start},
    end: line.end,
    form: line.item?.ordered ? 'numbered' : 'bullet',
    placement: child ? 'trailing' : 'leading',
    columnZone: undefined,
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
  for (let at = child.separator.end; at < child.end; at++) if (!isSpace(prose, at)) return undefined;
  return child;
}

/** Markdown takes items for one list that their author set at different depths. */
function isAligned(a: Line, b: Line): boolean {
  return Math.abs(a.indent - b.indent) < 2;
}

function isTimed(draft: TimelineDraft | undefined): boolean {
  return draft?.kind === 'entry';
}

function isNote(prose: string, line: Line): boolean {
  return /^\s*note\b/i.test(prose.slice(line.content.start, line.content.end));
}

import type {Line} from '../reading.ts';
import {TimelineDraft} from './draft.ts';
import type {TimelineSource} from './entry.ts';
import {asBreak} from './lines.ts';
import {isAligned, isUnder} from './lists.ts';
import type {TimelineParts} from './parts.ts';
import {withSiblings} from './siblings.ts';

export interface ChosenEntry {
  readonly draft: TimelineDraft;
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
  const own = outermost(titled ? withoutPhases(drafts) : plainLists(drafts));
  const lists = withSiblings(source, parts, own, drafts);
  const entries: ChosenEntry[] = [];
  const others: TimelineDraft[] = [];
  let day: TimelineDraft | undefined;
  let part = lists[0]?.part;
  let run = 0;
  let index = -1;
  for (const draft of lists) {
    index++;
    if (draft.part !== day?.part) day = undefined;
    // A second timeline begins anew.
    if (draft.part !== part) run = entries.length;
    part = draft.part;
    if (draft.kind === 'break') {
      others.push(draft);
      if (endsRun(draft, entries.at(-1)?.draft)) run = entries.length;
    } else if (draft.kind === 'date' && isDay(source.lines, lists, index)) {
      others.push(draft);
      day = draft;
    } else entries.push({draft, day, run});
  }
  return {entries, others};
}

/** Lines such as "Actions taken:" between entries that are lines themselves do not part the timeline. */
function endsRun(draft: TimelineDraft, before: TimelineDraft | undefined): boolean {
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

/** `### Recovery (10:40–11:20)`: an entry, but where entries with times stand below such headings, a phase of the incident. */
function withoutPhases(drafts: readonly TimelineDraft[]): readonly TimelineDraft[] {
  const isPhase = ({form, placement}: TimelineDraft) => form === 'heading' && placement === 'trailing';
  if (!drafts.some(isPhase) || !drafts.some(({form, stamp}) => form !== 'heading' && stamp?.clock)) return drafts;
  return drafts.map(draft =>
    isPhase(draft) ? new TimelineDraft(draft.line, draft.part, asBreak(draft.own), draft.origin, undefined) : draft,
  );
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

/** A further line of an entry's own paragraph. Lines that belong to it by lazy continuation only are entries again. */
function isWrapped(draft: TimelineDraft, items: ReadonlySet<number>): boolean {
  const {line} = draft;
  if (line.bullet || !line.item || draft.form !== 'line') return false;
  return !line.lazy && isUnder(line.item, items) && draft.start === line.content.start;
}

/** Without a title that says so, three times in a row make a timeline: list items, rows, headings, or lines between two labels. */
function plainLists(drafts: readonly TimelineDraft[]): TimelineDraft[] {
  const kept: TimelineDraft[] = [];
  let group: TimelineDraft[] = [];
  let last: TimelineDraft | undefined;
  let entries = 0;
  const close = () => {
    if (entries >= 3) for (const draft of group) kept.push(draft);
    group = [];
    last = undefined;
    entries = 0;
  };
  for (const draft of drafts) {
    if (draft.kind === 'break') {
      if (last?.form === 'heading' && draft.form !== 'heading') continue;
      close();
      kept.push(draft);
    } else if (draft.kind === 'date' || isPlainEntry(draft)) {
      if (last && !isSameList(last, draft)) close();
      group.push(draft);
      if (draft.kind === 'date') continue;
      last = draft;
      entries++;
    }
  }
  close();
  return kept;
}

function isPlainEntry({kind, stamp}: TimelineDraft): boolean {
  return kind === 'entry' && stamp?.clock !== undefined;
}

function isSameList(a: TimelineDraft, b: TimelineDraft): boolean {
  if (a.kind === 'date' || b.kind === 'date') return true;
  const [one, other] = [a.line.item?.parent, b.line.item?.parent];
  if (a.form === 'heading') return a.line.level === b.line.level;
  return a.form === b.form && isAligned(a.line, b.line) && (!one || !other || one.start === other.start);
}

import {lineIndexAt} from '../markdown/source-lines.ts';
import type {Line} from '../reading.ts';
import type {Span} from '../text.ts';
import {MINUTE} from '../time/calendar.ts';
import {isBlank, isWhite} from '../time/chars.ts';
import {instantOf} from '../time/zone.ts';
import type {ChosenEntries, ChosenEntry} from './choose.ts';
import type {EntryDate, EntryDates} from './dates.ts';
import type {TimelineDraft} from './draft.ts';
import type {TimelineEntry, TimelineFormat, TimelineRead, TimelineSource} from './entry.ts';
import {hintsBelow, nestedOf} from './nested.ts';
import {ownWordsOf} from './own-words.ts';
import type {TimelineParts} from './parts.ts';
import {PlacedEntry} from './placed-entry.ts';
import type {EntryZones} from './zones.ts';

/** Puts together what is known of the entries, and finds their words and what belongs to them. */
export function finishEntries(
  source: TimelineSource,
  {titled, parts}: TimelineParts,
  chosen: ChosenEntries,
  {dates, base}: EntryDates,
  {zones, common, section}: EntryZones,
): TimelineRead {
  const ends = extents(source, chosen);
  const entries: TimelineEntry[] = [];
  let start = source.text.length;
  let end = 0;
  for (let index = 0; index < chosen.entries.length; index++) {
    const [entry, date] = [chosen.entries[index], dates[index]];
    if (!entry || !date) continue;
    const made = finishEntry(source, entry, ends[index] ?? entry.draft.end, date, zones[index], common);
    entries.push(made);
    start = Math.min(start, made.start);
    end = Math.max(end, made.end);
  }
  const part = parts.find(each => each.title && each.start <= start && start <= each.end);
  const format = formatOf(source, chosen);
  return {start, end, format, entries, zone: common, sectionZone: section, body: part?.start ?? start, base, titled};
}

function finishEntry(
  source: TimelineSource,
  {draft, run}: ChosenEntry,
  end: number,
  date: EntryDate,
  zone: TimelineEntry['zone'],
  common: TimelineEntry['zone'],
): TimelineEntry {
  const {start, line, own, origin} = draft;
  const text = textOf(source, draft, end);
  const nested = nestedOf(source, text.end, end);
  const {sentences, hints} = ownWordsOf(source, line, {start, end: text.end}, text.start);
  return new PlacedEntry({
    start,
    end,
    line: line.index,
    date: date.date,
    dateSource: date.source,
    minutes: date.minutes,
    time: instant(date.wall, date, zone, common),
    until: instant(date.until, date, zone, common),
    precision: precisionOf(draft, date),
    zone,
    text,
    sentences,
    hints: nested && text.end <= text.start ? hintsBelow(source, line, start, nested) : hints,
    nested,
    run,
    own,
    origin,
  });
}

/** On one clock for all entries: as an instant where the day is known, else on the clock of the timeline's zone. */
function instant(
  wall: number | undefined,
  {date}: EntryDate,
  zone: TimelineEntry['zone'],
  common: TimelineEntry['zone'],
): number | undefined {
  if (wall === undefined || !zone) return wall;
  if (date) return instantOf(zone.zone, wall);
  const ahead = (zone.zone.offset ?? 0) - (common?.zone.offset ?? 0);
  return zone.zone.region || common?.zone.region ? wall : wall - ahead * MINUTE;
}

function precisionOf({stamp}: TimelineDraft, {minutes, wall}: EntryDate): TimelineEntry['precision'] {
  if (stamp?.clock && minutes !== undefined) return stamp.clock.seconds === undefined ? 'minute' : 'second';
  if (stamp?.elapsed) return 'minute';
  return wall !== undefined ? 'day' : undefined;
}

/** Where each entry ends: before the next one, a date line or a break; trailing blank lines are left out. */
function extents(source: TimelineSource, {entries, others}: ChosenEntries): number[] {
  const starts = startsOf(entries, others);
  const ends: number[] = [];
  let at = 0;
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index];
    if (!entry) continue;
    const {draft, run} = entry;
    const {start} = draft;
    while (at < starts.length && (starts[at] ?? 0) <= start) at++;
    const next = Math.min(starts[at] ?? source.text.length, draft.part.end);
    const isLast = entries[index + 1]?.run !== run || draft.form === 'row';
    const limit = isLast ? Math.min(next, Math.max(ownEnd(source, draft), draft.end)) : next;
    ends.push(trimEnd(source.text, start, limit));
  }
  return ends;
}

/** Where drafts begin, in order. */
function startsOf(entries: readonly ChosenEntry[], others: readonly TimelineDraft[]): number[] {
  const starts: number[] = [];
  let isSorted = others.length === 0;
  let before = 0;
  for (const {draft} of entries) {
    const {start} = draft;
    isSorted &&= start >= before;
    before = start;
    starts.push(start);
  }
  for (const other of others) starts.push(other.start);
  return isSorted ? starts : starts.sort((a, b) => a - b);
}

/** The end of what the entry surely holds: its list item, its paragraph, or everything up to the next heading. */
function ownEnd(source: TimelineSource, {form, line}: TimelineDraft): number {
  const {lines, text} = source;
  if (form === 'row') return line.end;
  if (form === 'heading') return text.length;
  if (line.bullet && line.item) return endOfAttachments(source, line.item.end);
  return paragraphEnd(lines, line, text.length);
}

/** Code and pictures that follow an item without words between belong to it, if not to Markdown. A diagram is of all items. */
function endOfAttachments({lines, text}: TimelineSource, start: number): number {
  let end = start;
  for (let index = lineIndexAt(lines, start) + 1; index < lines.length; index++) {
    const line = lines[index];
    const isAttached = line && line.level === 0 && !line.item && (line.kind === 'fence' || line.words.length === 0);
    if (!isAttached || line.kind === 'rule' || line.kind === 'definition' || line.kind === 'comment') break;
    if (line.kind === 'fence' && /^[`~]{3,} *mermaid/.test(text.slice(line.start, line.start + 40))) break;
    if (line.kind !== 'blank') end = line.end;
  }
  return end;
}

/** The end of the last line that follows without a blank line, a list item or another kind of block. */
function paragraphEnd(lines: readonly Line[], line: Line, limit: number): number {
  let end = line.end;
  for (let index = line.index + 1; index < lines.length; index++) {
    const next = lines[index];
    if (!next || next.kind !== line.kind || next.bullet || next.level > 0 || next.start >= limit) break;
    end = next.end;
  }
  return end;
}

/** Behind the time, up to the end of the paragraph; for a time at the end, what stands before it. */
function textOf(source: TimelineSource, draft: TimelineDraft, end: number): Span {
  const {lines, prose} = source;
  const {form, line, textStart} = draft;
  if (form === 'row') return trimmed(prose, textStart, draft.end);
  if (draft.placement === 'trailing') {
    const time = Math.min(draft.stamp ? draft.stamp.start + draft.origin : end, paragraphEnd(lines, line, end));
    const {start, end: stop} = trimmed(prose, line.content.start, time);
    return prose[stop - 1] === '(' ? trimmed(prose, start, stop - 1) : {start, end: stop};
  }
  if (form === 'heading') {
    const inLine = trimmed(prose, textStart, Math.min(draft.end, end));
    return inLine.end > inLine.start ? inLine : firstParagraph(source, line, end);
  }
  const isRunOn = draft.end < line.end && form === 'line';
  return trimmed(prose, textStart, isRunOn ? draft.end : Math.min(end, paragraphEnd(lines, line, end)));
}

/** The text of a heading that is nothing but a time: the paragraph below it. */
function firstParagraph({lines, prose}: TimelineSource, heading: Line, end: number): Span {
  for (let index = heading.index + 1; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.start >= end) break;
    if (line.words.length > 0) return trimmed(prose, line.content.start, Math.min(end, paragraphEnd(lines, line, end)));
  }
  return {start: heading.end, end: heading.end};
}

function trimmed(prose: string, start: number, end: number): Span {
  let from = start;
  let to = Math.max(end, start);
  while (from < to && isBlank(prose, from)) from++;
  while (to > from && isBlank(prose, to - 1)) to--;
  return {start: from, end: to};
}

function trimEnd(text: string, start: number, end: number): number {
  let stop = end;
  while (stop > start && isWhite(text, stop - 1)) stop--;
  return stop;
}

function formatOf(source: TimelineSource, {entries}: ChosenEntries): TimelineFormat {
  const form = mostCommonForm(entries);
  if (form === 'row') return 'table';
  if (form === 'heading') return 'headings';
  if (form === 'html') return 'html';
  if (form === 'line') return isRunTogether(source, entries) ? 'paragraph' : 'lines';
  if (entries.some(({day}) => day?.form === 'heading')) return 'date-headings';
  return form === 'numbered' ? 'numbered' : 'bullets';
}

/** Of forms that are equally frequent, the one that comes first. */
function mostCommonForm(entries: readonly ChosenEntry[]): TimelineEntry['form'] | undefined {
  const first = entries[0]?.draft.form;
  if (entries.every(({draft}) => draft.form === first)) return first;
  const counts = new Map<TimelineEntry['form'], number>();
  for (const {draft} of entries) counts.set(draft.form, (counts.get(draft.form) ?? 0) + 1);
  let most: TimelineEntry['form'] | undefined;
  for (const [form, count] of counts) if (count > (most ? (counts.get(most) ?? 0) : 0)) most = form;
  return most;
}

/** Do most entries follow another one without a blank line or a line break between them? */
function isRunTogether({lines, text}: TimelineSource, entries: readonly ChosenEntry[]): boolean {
  let together = 0;
  let apart = 0;
  for (const [index, {draft}] of entries.entries()) {
    const before = entries[index - 1]?.draft;
    if (before?.form !== 'line' || draft.form !== 'line') continue;
    const isBroken = endsInBreak(text, lines[draft.line.index - 1]) && before.line !== draft.line;
    if (isBroken || hasBlank(lines, before.line.index + 1, draft.line.index)) apart++;
    else together++;
  }
  return together > apart;
}

/** Two spaces, a backslash or `<br>` at the end keep the next line from running on. */
function endsInBreak(text: string, line: Line | undefined): boolean {
  return line !== undefined && /(?: {2}|\\|<br ?\/?>)$/i.test(text.slice(Math.max(line.start, line.end - 6), line.end));
}

function hasBlank(lines: readonly Line[], first: number, last: number): boolean {
  for (let index = first; index < last; index++) if (lines[index]?.kind === 'blank') return true;
  return false;
}

import {rememberedInLine} from '../markdown/placed-lines.ts';
import {lineIndexAt} from '../markdown/source-lines.ts';
import type {Line} from '../reading.ts';
import type {Span} from '../text.ts';
import {MINUTE} from '../time/calendar.ts';
import {isLetter, isSpace} from '../time/chars.ts';
import {instantOf} from '../time/zone.ts';
import type {ChosenEntries, ChosenEntry} from './choose.ts';
import type {EntryDate, EntryDates} from './dates.ts';
import type {TimelineEntry, TimelineFormat, TimelineRead, TimelineSource} from './entry.ts';
import type {TimelineParts} from './parts.ts';
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
  const entries = chosen.entries.map((entry, index): TimelineEntry => {
    const date = dates[index];
    const end = ends[index] ?? entry.end;
    const text = textOf(source, entry, end);
    const zone = zones[index];
    return {
      start: entry.start,
      end,
      line: entry.line.index,
      stamp: entry.stamp,
      date: date?.date,
      dateSource: date?.source,
      minutes: date?.minutes,
      time: instant(date?.wall, date, zone, common),
      until: instant(date?.until, date, zone, common),
      precision: precisionOf(entry, date),
      approximate: entry.stamp?.approximate ?? false,
      zone,
      separator: entry.separator,
      text,
      sentences: sentencesIn(source, entry.line, text),
      nested: nestedOf(source, text.end, end),
      form: entry.form,
      placement: entry.placement,
      run: entry.run,
    };
  });
  const start = entries.reduce((least, entry) => Math.min(least, entry.start), source.text.length);
  const end = entries.reduce((most, entry) => Math.max(most, entry.end), 0);
  const part = parts.find(each => each.title && each.start <= start && start <= each.end);
  const format = formatOf(source, chosen);
  return {start, end, format, entries, zone: common, sectionZone: section, body: part?.start ?? start, base, titled};
}

/** On one clock for all entries: as an instant where the day is known, else on the clock of the timeline's zone. */
function instant(
  wall: number | undefined,
  date: EntryDate | undefined,
  zone: TimelineEntry['zone'],
  common: TimelineEntry['zone'],
): number | undefined {
  if (wall === undefined || !zone) return wall;
  if (date?.date) return instantOf(zone.zone, wall);
  const ahead = (zone.zone.offset ?? 0) - (common?.zone.offset ?? 0);
  return zone.zone.region || common?.zone.region ? wall : wall - ahead * MINUTE;
}

function precisionOf({stamp}: ChosenEntry, date: EntryDate | undefined): TimelineEntry['precision'] {
  if (stamp?.clock && date?.minutes !== undefined) return stamp.clock.seconds === undefined ? 'minute' : 'second';
  if (stamp?.elapsed) return 'minute';
  return date?.wall !== undefined ? 'day' : undefined;
}

/** Where each entry ends: before the next one, a date line or a break; trailing blank lines are left out. */
function extents(source: TimelineSource, {entries, others}: ChosenEntries): number[] {
  const starts = [...entries, ...others].map(draft => draft.start).sort((a, b) => a - b);
  let at = 0;
  return entries.map((entry, index) => {
    while (at < starts.length && (starts[at] ?? 0) <= entry.start) at++;
    const next = Math.min(starts[at] ?? source.text.length, entry.part.end);
    const isLast = entries[index + 1]?.run !== entry.run;
    const limit = isLast || entry.form === 'row' ? Math.min(next, Math.max(ownEnd(source, entry), entry.end)) : next;
    return trimEnd(source.text, entry.start, limit);
  });
}

/** The end of what the entry surely holds: its list item, its paragraph, or everything up to the next heading. */
function ownEnd(source: TimelineSource, entry: ChosenEntry): number {
  const {lines, text} = source;
  const {line} = entry;
  if (entry.form === 'row') return line.end;
  if (entry.form === 'heading') return text.length;
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
function textOf(source: TimelineSource, entry: ChosenEntry, end: number): Span {
  const {lines, prose} = source;
  if (entry.form === 'row') return trimmed(prose, entry.separator.start, entry.end);
  if (entry.placement === 'trailing') {
    return trimmed(
      prose,
      entry.line.content.start,
      Math.min(entry.stamp?.start ?? end, paragraphEnd(lines, entry.line, end)),
    );
  }
  const inLine = trimmed(prose, entry.separator.end, Math.min(entry.end, end));
  const isRunOn = entry.end < entry.line.end && entry.form === 'line';
  const stop = isRunOn ? entry.end : Math.min(end, paragraphEnd(lines, entry.line, end));
  const isHeading = entry.form === 'heading';
  if (!isHeading) return trimmed(prose, entry.separator.end, stop);
  return inLine.end > inLine.start ? inLine : firstParagraph(source, entry, end);
}

/** The text of a heading that is nothing but a time: the paragraph below it. */
function firstParagraph({lines, prose}: TimelineSource, entry: ChosenEntry, end: number): Span {
  for (let index = entry.line.index + 1; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.start >= end) break;
    if (line.words.length > 0) return trimmed(prose, line.content.start, Math.min(end, paragraphEnd(lines, line, end)));
  }
  return {start: entry.line.end, end: entry.line.end};
}

function nestedOf({text}: TimelineSource, from: number, end: number): Span | undefined {
  let start = from;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  return start < end ? {start, end} : undefined;
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
  while (stop > start && /\s/.test(text[stop - 1] ?? '')) stop--;
  return stop;
}

function isBlank(prose: string, at: number): boolean {
  const code = prose.charCodeAt(at);
  return code === 10 || code === 13 || isSpace(prose, at);
}

/**
 * Sentences in a span: ends marked by `.`, `!` or `?` before a capital letter, and the rest. Abbreviations of one or two letters
 * ("e.g. Redis") and numbers do not end one.
 */
const sentencesIn = rememberedInLine((_, prose) => countSentences(prose));

function countSentences(prose: string): number {
  const end = prose.length;
  let count = 0;
  let since = 0;
  for (let at = 0; at < end; at++) {
    const char = prose[at] ?? '';
    if (char !== '.' && char !== '!' && char !== '?') continue;
    let next = at + 1;
    while (next < end && ')"\'”’]*_'.includes(prose[next] ?? ' ')) next++;
    if (next < end && !isBlank(prose, next)) continue;
    while (next < end && isBlank(prose, next)) next++;
    const isEnd = next >= end || /[\p{Lu}\p{N}"“'‘([@#]/u.test(prose[next] ?? '');
    if (!isEnd || isAbbreviation(prose, since, at)) continue;
    count++;
    since = next;
  }
  return count + (hasWords(prose, since, end) ? 1 : 0);
}

function isAbbreviation(prose: string, start: number, dot: number): boolean {
  let from = dot;
  while (from > start && isLetter(prose, from - 1)) from--;
  const word = prose.slice(from, dot).toLowerCase();
  return prose[dot] === '.' && (word.length === 1 || /^(?:eg|ie|vs|cf|mr|ms|dr|st|no|etc|approx)$/.test(word));
}

function hasWords(prose: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}]/u.test(prose.slice(start, end));
}

function formatOf({lines}: TimelineSource, {entries}: ChosenEntries): TimelineFormat {
  const counts = new Map<TimelineEntry['form'], number>();
  for (const entry of entries) counts.set(entry.form, (counts.get(entry.form) ?? 0) + 1);
  const [form] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best));
  if (form === 'row') return 'table';
  if (form === 'heading') return 'headings';
  if (form === 'html') return 'html';
  if (form === 'line') return isRunTogether(lines, entries) ? 'paragraph' : 'lines';
  if (entries.some(entry => entry.day?.form === 'heading')) return 'date-headings';
  return form === 'numbered' ? 'numbered' : 'bullets';
}

/** Do most entries follow another one without a blank line between them? */
function isRunTogether(lines: readonly Line[], entries: readonly ChosenEntry[]): boolean {
  let together = 0;
  let apart = 0;
  entries.forEach((entry, index) => {
    const before = entries[index - 1];
    if (before?.form !== 'line' || entry.form !== 'line') return;
    const between = lines.slice(before.line.index + 1, entry.line.index);
    if (between.some(line => line.kind === 'blank')) apart++;
    else together++;
  });
  return together > apart;
}

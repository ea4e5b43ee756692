import type {Report} from '../evidence/report.ts';
import type {Edit} from '../model/text.ts';
import {dateOf, isSameDay, MINUTE} from '../model/time/calendar.ts';
import {formatClock} from '../model/time/clock.ts';
import {formatDateLike} from '../model/time/date.ts';
import {labelAt, utc, wallOf, type Zone, zoneNamed} from '../model/time/zone.ts';
import type {TimelineEntry} from '../model/timeline/entry.ts';
import type {Timeline} from '../model/timeline/timeline.ts';
import type {AddTimelineEntryParams, DocumentEdits} from '../protocol.ts';
import {newline} from '../rules/structure/layout.ts';
import {usualClock} from '../rules/timeline/clocks.ts';
import {separatorText} from '../rules/timeline/style.ts';
import {escapeSnippet} from '../templates/snippets.ts';
import type {Postmortem} from './postmortem.ts';

/** An entry for now, in the style of the timeline's last one and in its zone; `null` where the document has no timeline. */
export function addTimelineEntry(
  {document, report}: Postmortem,
  {now, zone}: Pick<AddTimelineEntryParams, 'now' | 'zone'>,
): DocumentEdits | null {
  const instant = Date.parse(now);
  if (Number.isNaN(instant)) return null;
  const edit = entryEdit(report, instant, zoneNamed(zone) ?? utc);
  if (!edit) return null;
  return {
    version: document.version,
    edits: [document.textEdit(edit)],
    ...(edit.snippet ? {snippet: edit.snippet} : {}),
  };
}

/** @param instant milliseconds since the epoch */
export function entryEdit(report: Report, instant: number, ownZone: Zone): Edit | undefined {
  const {timeline} = report;
  const last = timeline?.entries[placeFor(timeline, instant)];
  if (!timeline || !last) return firstEntry(report, instant, ownZone);
  const zone = last.zone?.zone ?? timeline.zone?.zone;
  const time = `${dayBefore(report, last, instant, zone ?? ownZone)}${clockText(timeline, last, instant, zone, ownZone)}`;
  const {before, between, after} = frame(report, last);
  const at = endOf(last);
  const text = `${newline(report.text)}${before}${time}${between}`;
  return {start: at, end: at, text: `${text}${after}`, snippet: `${escapeSnippet(text)}\${1}${escapeSnippet(after)}`};
}

/** Index of the entry behind which the new one belongs: the last one that is not later, else the last of all. */
function placeFor({entries}: Timeline, instant: number): number {
  const dated = entries.findLastIndex(({time, date, zone}) => time !== undefined && date && zone && time <= instant);
  return dated >= 0 ? dated : entries.length - 1;
}

function endOf({end, nested}: TimelineEntry): number {
  return Math.max(end, nested?.end ?? 0);
}

/** The entry's day where it writes one, or where it would otherwise be taken for another day. */
function dayBefore({text}: Report, {stamp, date}: TimelineEntry, instant: number, zone: Zone): string {
  const today = dateOf(wallOf(zone, instant));
  if (stamp?.date && stamp.date.start <= (stamp.clock?.start ?? stamp.date.start)) {
    const gap = stamp.clock ? text.slice(stamp.date.end, stamp.clock.start) : ' ';
    return `${formatDateLike(text, stamp.date, today)}${/^[\sT,@-]{1,4}$/.test(gap) ? gap : ' '}`;
  }
  if (!date || isSameDay(date, today)) return '';
  return `${new Date(wallOf(zone, instant)).toISOString().slice(0, 10)} `;
}

/** Time of day, and the zone where entries state it themselves or where nothing else does. */
function clockText(
  timeline: Timeline,
  last: TimelineEntry,
  instant: number,
  zone: Zone | undefined,
  ownZone: Zone,
): string {
  const wall = wallOf(zone ?? ownZone, instant);
  const minutes = Math.floor(wall / MINUTE) % 1440;
  const clock = formatLike(timeline, minutes);
  if (last.stamp?.zone) return `${clock} ${labelAt(zone ?? ownZone, instant)}`;
  return clock;
}

/** A time of day as the timeline writes them, `15:05` where it has none. */
export function formatLike(timeline: Timeline | undefined, minutes: number): string {
  const usual = timeline && usualClock(timeline);
  return formatClock(minutes, usual ?? {hours: 24, separator: ':', padded: true, meridiem: '', suffix: ''});
}

/** What stands around the time in the entry before: `- **`, `** – `. */
function frame(report: Report, last: TimelineEntry): {before: string; between: string; after: string} {
  const {text, lines} = report;
  const line = lines[last.line];
  const start = last.stamp?.start ?? last.text.start;
  if (last.form === 'row') return row(report, last);
  if (last.form === 'heading')
    return {before: `${newline(text)}${'#'.repeat(line?.level || 3)} `, between: ' - ', after: newline(text)};
  const lead = line ? text.slice(line.start, start) : '- ';
  const isShort = last.placement === 'leading' && lead.length < 20;
  const marks = isShort ? nextNumber(lead) : '- ';
  const written = isShort ? text.slice(last.separator.start, last.separator.end) : '';
  const emphasis = written.replaceAll(/[^*_`]/g, '');
  const separator = written.trim() ? separatorText(last.mark || '-') : ' - ';
  return {before: marks, between: isShort && written ? (emphasis ? written : separator) : ' - ', after: ''};
}

/** `3. ` becomes `4. `. */
function nextNumber(lead: string): string {
  return lead.replace(/^(\s*)(\d{1,8})(?=[.)])/, (_, space: string, number: string) => `${space}${Number(number) + 1}`);
}

/** A table row with as many cells; the time goes into the cell in which the row before has it. */
function row({text, lines}: Report, last: TimelineEntry): {before: string; between: string; after: string} {
  const cells = lines[last.line]?.cells ?? [];
  const time = last.stamp?.start ?? 0;
  const index = Math.max(
    0,
    cells.findIndex(cell => cell.start <= time && time <= cell.end),
  );
  const outer = text[lines[last.line]?.content.start ?? 0] === '|';
  const rest = Math.max(0, cells.length - index - 2);
  return {
    before: `${outer ? '| ' : ''}${' | '.repeat(index)}`,
    between: ' | ',
    after: `${' | '.repeat(rest)}${outer ? ' |' : ''}`,
  };
}

/** The first entry of an empty timeline section. */
function firstEntry(report: Report, instant: number, zone: Zone): Edit | undefined {
  const title = report.sections.find(({spec}) => spec.kind === 'timeline')?.titles[0];
  const line = title && report.lines[title.line];
  if (!line) return undefined;
  const end = newline(report.text);
  const time = `${new Date(wallOf(zone, instant)).toISOString().slice(11, 16)} ${labelAt(zone, instant)}`;
  const text = `${end}${end}- ${time} - `;
  return {start: line.end, end: line.end, text, snippet: `${escapeSnippet(text)}\${1}`};
}

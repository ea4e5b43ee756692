import type {Report} from '../evidence/report.ts';
import {dateOf, isoDate, isSameDay, MINUTE} from '../model/time/calendar.ts';
import {formatClock} from '../model/time/clock.ts';
import {formatDateLike} from '../model/time/date.ts';
import {labelAt, wallOf, type Zone} from '../model/time/zone.ts';
import type {TimelineEntry} from '../model/timeline/entry.ts';
import type {Timeline} from '../model/timeline/timeline.ts';
import {newline} from '../rules/structure/layout.ts';
import {usualClock} from '../rules/timeline/clocks.ts';
import {separatorText} from '../rules/timeline/style.ts';

/** What stands around the time of an entry. */
export interface Frame {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

/**
 * An instant as an entry states it: in the zone and the style of another entry, with the day where it would be taken for another.
 *
 * @param model the entry before; `undefined` where none has a time
 * @param instant milliseconds since the epoch
 * @param ownZone the author's, for timelines that state none
 */
export function writtenTime(report: Report, model: TimelineEntry | undefined, instant: number, ownZone: Zone): string {
  const {timeline} = report;
  if (!timeline || !model) return firstTime(timeline, instant, ownZone);
  const zone = model.zone?.zone ?? timeline.zone?.zone;
  return `${dayBefore(report, model, instant, zone ?? ownZone)}${clockText(timeline, model, instant, zone, ownZone)}`;
}

/** The first time of a timeline names its zone, unless the timeline has announced one. */
function firstTime(timeline: Timeline | undefined, instant: number, ownZone: Zone): string {
  const zone = timeline?.zone?.zone ?? ownZone;
  const wall = wallOf(zone, instant);
  const base = timeline?.base?.date;
  const day = base && !isSameDay(base, dateOf(wall)) ? `${isoDate(dateOf(wall))} ` : '';
  const clock = formatLike(timeline, Math.floor(wall / MINUTE) % 1440);
  return `${day}${clock}${timeline && announces(timeline) ? '' : ` ${labelAt(zone, instant)}`}`;
}

/** Does the timeline say for all its entries in which zone they are? */
export function announces({zone}: Timeline): boolean {
  return zone?.source === 'section' || zone?.source === 'heading';
}

/** The entry's day where it writes one, or where it would otherwise be taken for another day. */
function dayBefore({text}: Report, {stamp, date}: TimelineEntry, instant: number, zone: Zone): string {
  const today = dateOf(wallOf(zone, instant));
  if (stamp?.date && stamp.date.start <= (stamp.clock?.start ?? stamp.date.start)) {
    const gap = stamp.clock ? text.slice(stamp.date.end, stamp.clock.start) : ' ';
    return `${formatDateLike(text, stamp.date, today)}${/^[\sT,@-]{1,4}$/.test(gap) ? gap : ' '}`;
  }
  if (!date || isSameDay(date, today)) return '';
  return `${isoDate(today)} `;
}

/** Time of day, and the zone where the entry states it itself. */
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

/** What stands around the time in an entry: `- **`, `** – `. */
export function frame(report: Report, last: TimelineEntry): Frame {
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

/** What stands around the time behind the mark of a list item, in the style of another entry: `**`, `:** `. */
export function listFrame(report: Report, model: TimelineEntry | undefined): {lead: string; between: string} {
  const plain = {lead: '', between: ' - '};
  if (!model || model.form === 'row' || model.form === 'heading' || model.form === 'html') return plain;
  const {before, between} = frame(report, model);
  return {lead: before.replace(/^[ \t]*(?:[-*+]|\d{1,8}[.)])[ \t]+/, ''), between};
}

/** `3. ` becomes `4. `. */
function nextNumber(lead: string): string {
  return lead.replace(/^(\s*)(\d{1,8})(?=[.)])/, (_, space: string, number: string) => `${space}${Number(number) + 1}`);
}

/** A table row with as many cells; the time goes into the cell in which the row before has it. */
function row({text, lines}: Report, last: TimelineEntry): Frame {
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

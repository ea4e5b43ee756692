import type {Report} from '../../evidence/report.ts';
import {type CalendarDate, dateOf, isoDate, isSameDay, MINUTE, twoDigits} from '../../model/time/calendar.ts';
import {formatClock} from '../../model/time/clock.ts';
import {formatDateLike} from '../../model/time/date.ts';
import {labelAt, offsetAt, wallOf, type Zone} from '../../model/time/zone.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';
import type {Timeline} from '../../model/timeline/timeline.ts';
import {newline} from '../../rules/structure/layout.ts';
import {usualClock} from '../../rules/timeline/clocks.ts';
import {separatorText} from '../../rules/timeline/style.ts';
import {announces} from '../entry-text.ts';
import {isTimed} from '../timeline-report.ts';
import type {Happening} from './read-pasted.ts';

/** Entries written like those that are there. */
export interface WrittenEntries {
  readonly lines: readonly string[];
  /** What stands between two entries: line ends, and white space around them. */
  readonly gap: string;
}

/** How the entries of a timeline are written, by the example of one of them. */
interface EntryStyle {
  /** From the beginning of the line to the time. */
  readonly lead: string;
  /** Between time and words. */
  readonly between: string;
  readonly trail: string;
  readonly gap: string;
  /** The entry whose form dates and zones take. */
  readonly model: TimelineEntry | undefined;
}

const plain = {hours: 24, separator: ':', padded: true, meridiem: '', suffix: ''} as const;

/**
 * Writes what happened as entries of a document's timeline: in its zone and its style, with the day where entries have it or where
 * it changes.
 *
 * @param offset where they will stand
 * @param ownZone for timelines that state no zone
 */
export function writeEntries(
  report: Report,
  offset: number,
  happenings: readonly Happening[],
  ownZone: Zone,
): WrittenEntries {
  const {timeline, text} = report;
  const zone = timeline?.zone?.zone ?? ownZone;
  const style = styleAt(report, offset);
  const before = timeline?.entries.findLast(({end, date}) => end <= offset && date);
  const isDated = !timeline?.entries.some(isTimed) || timeline.entries.some(({date}) => date);
  let day = before?.date ?? (isDated ? undefined : dayOf(happenings[0], zone));
  const lines = happenings.map(({instant, text: words}, index) => {
    const date = dateOf(wallOf(zone, instant));
    const time = timeOf(report, style, instant, zone, day && isSameDay(day, date) ? undefined : date);
    day = date;
    return `${numbered(style.lead, index + 1)}${time}${style.between}${asMarkdown(words, style)}${style.trail}`;
  });
  return {lines, gap: style.gap || newline(text)};
}

function dayOf(happening: Happening | undefined, zone: Zone): CalendarDate | undefined {
  return happening && dateOf(wallOf(zone, happening.instant));
}

/** @param newDay the day, where it is another one than before */
function timeOf(
  report: Report,
  {model}: EntryStyle,
  instant: number,
  zone: Zone,
  newDay: CalendarDate | undefined,
): string {
  const {text, timeline} = report;
  const wall = wallOf(zone, instant);
  const {date, clock, zone: stated} = model?.stamp ?? {};
  const hasSeconds = model?.precision === 'second';
  const seconds = hasSeconds ? `:${twoDigits(Math.floor(wall / 1000) % 60)}` : '';
  const written = formatClock(Math.floor(wall / MINUTE), clockStyle(report, timeline), seconds);
  const dated =
    date && clock
      ? `${formatDateLike(text, date, dateOf(wall))}${text.slice(date.end, clock.start)}${written}`
      : `${newDay ? `${isoDate(newDay)} ` : ''}${written}`;
  if (stated && clock)
    return `${dated}${text.slice(clock.end, stated.start)}${zoneLike(text.slice(stated.start, stated.end), zone, instant)}`;
  const isSaid = timeline && (timeline.entries.some(isTimed) || announces(timeline));
  return isSaid ? dated : `${dated} ${labelAt(zone, instant)}`;
}

function clockStyle({preferences}: Report, timeline: Timeline | undefined) {
  const usual = timeline && usualClock(timeline);
  if (usual) return usual;
  return preferences?.hours === 12 ? ({...plain, hours: 12, padded: false, meridiem: ' AM'} as const) : plain;
}

/** `Z` and `+02:00` as they are written; else the zone's label. */
function zoneLike(written: string, zone: Zone, instant: number): string {
  const offset = offsetAt(zone, instant);
  if (written === 'Z' && offset === 0) return written;
  if (written !== 'Z' && !/^[+-]\d/.test(written)) return labelAt(zone, instant);
  const size = Math.abs(offset);
  const colon = /^[+-]\d{4}$/.test(written) ? '' : ':';
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}${colon}${twoDigits(size % 60)}`;
}

/** The style of the entry before the offset that shows one best, or of the one after it. */
function styleAt(report: Report, offset: number): EntryStyle {
  const entries = (report.timeline?.entries ?? []).filter(isModel);
  const index = entries.findLastIndex(({start}) => start < offset);
  const model = entries[Math.max(0, index)];
  const mark = separatorText(report.preferences?.separator?.trim() || '-');
  const usual = {lead: '- ', between: mark, trail: '', gap: '', model: undefined};
  if (!model) return usual;
  const gap = gapAround(report, model);
  if (model.form === 'row') return {...rowStyle(report, model), gap, model};
  const written = leadOf(report, model);
  if (written.lead.length > 24) return {...usual, model};
  if (model.form !== 'heading') return {...written, trail: /^\s*<li>/i.test(written.lead) ? '</li>' : '', gap, model};
  const end = newline(report.text);
  return {lead: written.lead, between: mark, trail: '', gap: `${end}${end}`, model};
}

/** An entry that begins with one plain time. */
function isModel({stamp, placement}: TimelineEntry): boolean {
  const {clock, date, weekday, until, approximate} = stamp ?? {};
  if (!clock || clock.problem || weekday || until || approximate || placement !== 'leading') return false;
  return !date || date.end <= clock.start;
}

/** What stands before and behind the entry's time, with emphasis that is closed. */
function leadOf({text, lines}: Report, {line, stamp, text: words}: TimelineEntry): {lead: string; between: string} {
  const start = lines[line]?.start ?? 0;
  const parts = [stamp?.date, stamp?.clock, stamp?.zone].filter(part => part !== undefined);
  const from = Math.min(...parts.map(part => part.start));
  const to = Math.max(...parts.map(part => part.end));
  const lead = text.slice(start, from);
  const isWritten = words.start > to && words.start - to <= 12 && !/[\r\n]/.test(text.slice(to, words.start));
  const between = isWritten ? text.slice(to, words.start) : ' - ';
  const [opened, closed] = [emphasisIn(lead.replace(/^\s*\*\s/, '')), emphasisIn(between)];
  if (closed === [...opened].reverse().join('')) return {lead, between};
  if (closed.startsWith(opened))
    return {lead, between: `${opened}${between.slice(opened.length).replaceAll(/[*_`]/g, '')}`};
  return {lead: lead.replace(/(?<![*_`])[*_`]+$/, ''), between: between.replaceAll(/[*_`]/g, '')};
}

function emphasisIn(text: string): string {
  return text.replaceAll(/[^*_`]/g, '');
}

/** The cells around the time, those that are neither time nor words left empty. */
function rowStyle(
  {text, lines}: Report,
  {line, stamp, text: words}: TimelineEntry,
): {lead: string; between: string; trail: string} {
  const row = lines[line];
  const cells = row?.cells ?? [];
  const indexOf = (offset: number) => cells.findIndex(({start, end}) => start <= offset && offset <= end);
  const time = Math.max(0, indexOf(stamp?.date?.start ?? stamp?.clock?.start ?? 0));
  const clock = Math.max(time, indexOf(stamp?.clock?.start ?? 0));
  const event = Math.max(clock + 1, indexOf(words.start));
  const outer = text[row?.content.start ?? 0] === '|';
  return {
    lead: `${outer ? '| ' : ''}${' | '.repeat(time)}`,
    between: ' | '.repeat(event - clock),
    trail: `${' | '.repeat(Math.max(0, cells.length - event - 1))}${outer ? ' |' : ''}`,
  };
}

/** White space between the entry and the one beside it, if nothing else stands there. */
function gapAround({text, timeline}: Report, model: TimelineEntry): string {
  const entries = timeline?.entries ?? [];
  const index = entries.indexOf(model);
  for (const [before, after] of [
    [entries[index - 1], model],
    [model, entries[index + 1]],
  ]) {
    const gap = before && after ? text.slice(before.end, after.start) : '';
    if (/^[^\S\r\n]*[\r\n]\s*$/.test(gap)) return gap.replace(/(?<![^\r\n])[^\r\n]+$/, '');
  }
  return '';
}

/** `3. ` becomes `4. `. */
function numbered(lead: string, ahead: number): string {
  return lead.replace(
    /^(\s*)(\d{1,6})(?=[.)])/,
    (_, space: string, number: string) => `${space}${Number(number) + ahead}`,
  );
}

/** What would be taken for a tag, and so not be seen, and what would end a cell. */
function asMarkdown(words: string, {model}: EntryStyle): string {
  const visible = words.replaceAll(/<(?=[A-Za-z/!?])/g, '\\<');
  return model?.form === 'row' ? visible.replaceAll(/(?<!\\)\|/g, '\\|') : visible;
}

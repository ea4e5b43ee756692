import type {Report} from '../evidence/report.ts';
import {readInSteps} from '../model/read.ts';
import type {Line} from '../model/reading.ts';
import type {Steps} from '../model/steps.ts';
import {applyEdits, type Edit} from '../model/text.ts';
import {dateOf, isoDate, isSameDay, MINUTE} from '../model/time/calendar.ts';
import {labelAt, wallOf, type Zone, zoneNamed} from '../model/time/zone.ts';
import type {TimelineEntry} from '../model/timeline/entry.ts';
import {type Timeline, timelineInSteps} from '../model/timeline/timeline.ts';
import {newline} from '../rules/structure/layout.ts';
import {findPlaceholders, type Placeholder} from '../templates/placeholders.ts';
import {escapeSnippet} from '../templates/snippets.ts';
import {announces, formatLike, listFrame, writtenTime} from './entry-text.ts';
import {isTimed} from './timeline-report.ts';

/** What an open entry is filled in with, and which one may be. */
export interface Filling {
  /** Milliseconds since the epoch. */
  readonly instant: number;
  /** The author's, for timelines that state none. */
  readonly ownZone: Zone;
  /** Offset of the cursor, where there is one. */
  readonly cursor: number | undefined;
  /** The entry behind which the new one belongs; `undefined` where none has a time. */
  readonly behind: TimelineEntry | undefined;
}

/**
 * Fills in the entry that its author or the template has left open: the gap (`- {{ HH:MM UTC }} - {{ what happened }}`) or the empty
 * list item that the cursor is on, else the first gap where the entry belongs.
 */
export function* fillOpenEntry(report: Report, filling: Filling): Steps<Edit | undefined> {
  const lines = timelineLines(report);
  const {cursor} = filling;
  const here = lines.find(({start, end}) => cursor !== undefined && start <= cursor && cursor <= end);
  if (here && isEmptyItem(report, here)) return fillItem(report, here, filling);
  if (here && isGap(report, here)) return yield* fillGap(report, here, filling);
  const gap = lines.find(line => isGap(report, line) && belongsAt(report, line, filling.behind));
  return gap && (yield* fillGap(report, gap, filling));
}

/** The first line with a gap or an empty list item between the entry before and the next one that has a time. */
export function openLine(report: Report, behind: TimelineEntry | undefined): Line | undefined {
  const isOpen = (line: Line) => isGap(report, line) || isEmptyItem(report, line);
  return timelineLines(report).find(line => isOpen(line) && belongsAt(report, line, behind));
}

/** Lines of the timeline's section, or of the timeline where it has none. */
function timelineLines({lines, sections, timeline}: Report): readonly Line[] {
  const titles = sections.find(({spec}) => spec.kind === 'timeline')?.titles ?? [];
  const places = titles.map(({bodyStart, bodyEnd}) => ({start: bodyStart, end: bodyEnd}));
  if (timeline) places.push(timeline);
  places.sort((a, b) => a.start - b.start);
  let next = 0;
  // The furthest end of the places that have begun.
  let end = 0;
  return lines.filter(line => {
    for (let place = places[next]; place && place.start <= line.start; place = places[++next]) {
      end = Math.max(end, place.end);
    }
    return line.end <= end;
  });
}

function isEmptyItem({text}: Report, {start, end}: Line): boolean {
  return /^[ \t]*(?:[-*+]|\d{1,6}[.)])[ \t]*$/.test(text.slice(start, end));
}

const timeForm = /\b(?:HH|hh):(?:MM|mm)\b/;

/** Does it begin with a time that is still to be filled in? */
function isGap({text}: Report, {start, end, kind}: Line): boolean {
  if (kind !== 'text' && kind !== 'table' && kind !== 'heading') return false;
  const line = text.slice(start, end);
  const [first, second] = findPlaceholders(line);
  if (!first || /\p{L}/u.test(line.slice(0, first.start))) return false;
  const isDay = second && !/\p{L}{2}/u.test(line.slice(first.end, second.start));
  return timeForm.test(first.hint) || (isDay === true && timeForm.test(second.hint));
}

/** Behind the entry before, and before the next one that has a time. */
function belongsAt({timeline}: Report, {start}: Line, behind: TimelineEntry | undefined): boolean {
  const timed = timeline?.entries.filter(isTimed) ?? [];
  const above = timed.findLast(entry => entry.start < start);
  return behind === undefined ? timed.length === 0 : above === behind;
}

/** The zone that the text in front of a timeline's first entry announces, which is known only once there is one. */
export function* announcedZone(report: Report, at: number): Steps<Zone | undefined> {
  const end = newline(report.text);
  const probe = {start: at, end: at, text: `${end}${end}- 00:00 - .${end}`};
  const timeline = yield* timelineWith(report, probe);
  return timeline && announces(timeline) ? timeline.zone?.zone : undefined;
}

/** The timeline as it is once the edit is applied. */
function* timelineWith(report: Report, {start, end, text}: Edit): Steps<Timeline | undefined> {
  const after = applyEdits(report.text, [{start, end, text}]);
  return yield* timelineInSteps(yield* readInSteps(after, report.template, report));
}

function fillItem(report: Report, line: Line, {instant, ownZone}: Filling): Edit {
  const mark = /^[ \t]*\S+/.exec(report.text.slice(line.start, line.end))?.[0] ?? '-';
  const model = modelFor(report, line);
  const {lead, between} = listFrame(report, model);
  const text = `${mark} ${lead}${writtenTime(report, model, instant, ownZone)}${between}`;
  return {start: line.start, end: line.end, text, snippet: `${escapeSnippet(text)}\${1}`};
}

/** The entry whose style one at this place takes: the one above, else the first. */
export function modelFor({timeline}: Report, {start}: Pick<Line, 'start'>): TimelineEntry | undefined {
  const timed = timeline?.entries.filter(isTimed) ?? [];
  return timed.findLast(entry => entry.start < start) ?? timed[0];
}

function* fillGap(report: Report, line: Line, {instant, ownZone}: Filling): Steps<Edit> {
  const source = report.text.slice(line.start, line.end);
  const gaps = findPlaceholders(source);
  const shown = shownZone(source, gaps);
  const write = (zone: Zone, before: (wall: number) => string, behind: string) =>
    written(report, line, gaps, wallOf(zone, instant), before, behind);
  const nothing = () => '';
  const entryOf = (timeline: Timeline | undefined) => timeline?.entries.find(entry => entry.line === line.index);
  // What the timeline says of all its entries is known only once this is one.
  const plain = yield* timelineWith(report, write(ownZone, nothing, ''));
  const found = entryOf(plain)?.zone;
  const zone = shown ?? found?.zone ?? ownZone;
  const isSaid = shown !== undefined || (plain !== undefined && announces(plain)) || found?.source === 'heading';
  const label = isSaid ? '' : ` ${labelAt(zone, instant)}`;
  const edit = write(zone, nothing, label);
  const date = entryOf(yield* timelineWith(report, edit))?.date;
  const today = dateOf(wallOf(zone, instant));
  return date && !isSameDay(date, today) ? write(zone, wall => `${isoDate(dateOf(wall))} `, label) : edit;
}

/** `UTC` in `{{ HH:MM UTC }}` and in `HH:MM UTC`. */
function shownZone(source: string, gaps: readonly Placeholder[]): Zone | undefined {
  const gap = gaps.find(({hint}) => timeForm.test(hint));
  const inside = gap?.hint.slice(gap.hint.search(timeForm) + 'HH:MM'.length).trim();
  const behind = gap && /^ ?\(?([A-Z]{2,5})\b/.exec(source.slice(gap.end))?.[1];
  return (inside ? zoneNamed(inside) : undefined) ?? (behind ? zoneNamed(behind) : undefined);
}

/**
 * The line with day and time for those gaps that ask for them. The others are tab stops as they stand, so that who leaves one leaves a gap;
 * where there are no tab stops they are empty.
 *
 * @param before what stands before the time, of which the day is known
 */
function written(
  report: Report,
  line: Line,
  gaps: readonly Placeholder[],
  wall: number,
  before: (wall: number) => string,
  behind: string,
): Edit {
  const source = report.text.slice(line.start, line.end);
  let text = '';
  let snippet = '';
  let at = 0;
  let stops = 0;
  for (const {start, end, hint} of gaps) {
    const isTime = timeForm.test(hint);
    const filled = withDay(hint, wall).replace(timeForm, () => formatLike(report.timeline, clockOf(wall)));
    const isFilled = filled !== hint;
    const said = isTime ? `${before(wall)}${filled}${behind}` : filled;
    text += source.slice(at, start) + (isFilled ? said : '');
    snippet +=
      escapeSnippet(source.slice(at, start)) +
      (isFilled ? escapeSnippet(said) : `\${${++stops}:${escapeSnippet(source.slice(start, end))}}`);
    at = end;
  }
  text += source.slice(at);
  snippet += escapeSnippet(source.slice(at)) + (stops === 0 ? '$1' : '');
  return {start: line.start, end: line.end, text, snippet};
}

function clockOf(wall: number): number {
  return Math.floor(wall / MINUTE) % 1440;
}

/** `YYYY-MM-DD` and `DD Month YYYY` as they ask for it. */
function withDay(hint: string, wall: number): string {
  const day = dateOf(wall);
  const month = new Date(wall).toLocaleString('en', {month: 'long', timeZone: 'UTC'});
  return hint.replace(/\bYYYY-MM-DD\b/i, isoDate(day)).replace(/\bDD Month YYYY\b/, `${day.day} ${month} ${day.year}`);
}

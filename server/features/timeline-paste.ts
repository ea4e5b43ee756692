import type {Report} from '../evidence/report.ts';
import {isCut} from '../model/markdown/limits.ts';
import type {Steps} from '../model/steps.ts';
import type {Edit, Span} from '../model/text.ts';
import type {CalendarDate} from '../model/time/calendar.ts';
import {utc, type Zone, zoneNamed} from '../model/time/zone.ts';
import type {DocumentEdits, PasteTimelineParams} from '../protocol.ts';
import {lineAt, newline} from '../rules/structure/layout.ts';
import {endOf, entryBefore, firstPlace} from './add-timeline-entry.ts';
import {announcedZone, openLine} from './open-entry.ts';
import {writeEntries} from './paste/entry-style.ts';
import {type Happening, readPasted} from './paste/read-pasted.ts';
import type {Postmortem} from './postmortem.ts';
import {isTimed} from './timeline-report.ts';

/**
 * Chat, log lines, mails and the like as entries of the timeline, in its style and zone and earliest first.
 *
 * @returns `null` where the place is no timeline and only there it was to be pasted
 */
export function* pasteTimeline(
  {document, report}: Postmortem,
  {range, anywhere, text, now, zone}: Omit<PasteTimelineParams, 'uri'>,
): Steps<DocumentEdits | null> {
  const {version} = document;
  const instant = Date.parse(now);
  const span = document.span(range);
  const isInside = isInTimeline(report, span);
  if (Number.isNaN(instant) || !(isInside || anywhere)) return null;
  if (isCut(report.limits)) return {version, edits: [], reason: 'not-all-read'};
  const first = firstPlace(report);
  if (!isInside && !report.timeline && first === undefined) return {version, edits: [], reason: 'no-timeline'};
  const ownZone = zoneNamed(zone) ?? utc;
  const day = dayAt(report, isInside ? span.start : report.text.length);
  const happenings = readPasted(text, {now: instant, zone: ownZone, day});
  const [earliest] = happenings;
  if (!earliest) return {version, edits: [], reason: 'nothing-pasted'};
  const place = isInside ? placeOf(report, span) : placeFor(report, earliest.instant, first);
  const isFirst = !report.timeline && first !== undefined;
  const written = (isFirst ? yield* announcedZone(report, first) : undefined) ?? ownZone;
  const edits = pasteEdits(report, place, happenings, written);
  const removed = isInside && place.is === 'behind' && span.end > span.start ? [{...span, text: ''}] : [];
  return {version, edits: [...removed, ...edits].map(edit => document.textEdit(edit))};
}

/** In the timeline's section, or among the entries of one without a title. */
function isInTimeline({sections, timeline, text}: Report, {start, end}: Span): boolean {
  const titles = sections.filter(({spec}) => spec.kind === 'timeline').flatMap(section => section.titles);
  if (titles.some(({bodyStart, bodyEnd}) => bodyStart <= start && end <= bodyEnd)) return true;
  if (!timeline) return false;
  const isBehind = text.slice(timeline.end, start).trim().length < 3;
  return timeline.start <= start && (end <= timeline.end || isBehind);
}

function dayAt({timeline}: Report, offset: number): CalendarDate | undefined {
  return timeline?.entries.findLast(({date, start}) => date && start < offset)?.date ?? timeline?.base?.date;
}

interface Place extends Span {
  /** In the place of a line, which holds nothing that counts; behind an entry or a line; or apart from the text in front. */
  readonly is: 'line' | 'behind' | 'apart';
}

function pasteEdits(report: Report, place: Place, happenings: readonly Happening[], zone: Zone): Edit[] {
  const {lines, gap} = writeEntries(report, place.start, happenings, zone);
  const {start, end} = place;
  const lineEnd = newline(report.text);
  const above = {line: blankAbove(report, place, gap), behind: gap, apart: `${lineEnd}${lineEnd}`}[place.is];
  const below = place.is === 'behind' ? '' : blankBelow(report, place);
  return [{start, end, text: `${above}${lines.join(gap)}${below}`}];
}

/** Where the first of the entries belongs, wherever the cursor is. */
function placeFor(report: Report, instant: number, first = 0): Place {
  const before = entryBefore(report.timeline, instant);
  const open = openLine(report, before && isTimed(before) ? before : undefined);
  if (open) return {start: open.start, end: open.end, is: 'line'};
  if (before) return {start: endOf(before), end: endOf(before), is: 'behind'};
  return {start: first, end: first, is: 'apart'};
}

/** The line itself where it holds nothing but a list mark, else behind the entry or line that the selection ends in. */
function placeOf(report: Report, {start, end}: Span): Place {
  const [first, last] = [lineAt(report, start), lineAt(report, end)];
  const [lineStart, lineEnd] = [first?.start ?? start, last?.end ?? end];
  const around = `${report.text.slice(lineStart, start)}${report.text.slice(end, lineEnd)}`;
  if (/^[ \t]*(?:(?:[-*+]|\d{1,6}[.)])[ \t]*)?$/.test(around)) return {start: lineStart, end: lineEnd, is: 'line'};
  const entry = report.timeline?.entries.find(each => each.start <= end && end <= each.end);
  const behind = entry?.end ?? lineEnd;
  return {start: behind, end: behind, is: last?.kind === 'heading' && !entry ? 'apart' : 'behind'};
}

/** Entries that stand apart from each other stand apart from the one above, too; a list stands apart from a paragraph. */
function blankAbove(report: Report, {start}: Span, gap: string): string {
  const above = report.lines.findLast(line => line.end < start);
  if (!above || above.kind === 'blank') return '';
  const isEntry = report.timeline?.entries.some(entry => entry.start <= above.end && above.end <= entry.end);
  const isApart = /[\r\n]\s*[\r\n]/.test(gap.replaceAll('\r\n', '\n'));
  return isEntry && !isApart ? '' : newline(report.text);
}

/** Entries stand apart from what follows and is none, a heading most often. */
function blankBelow(report: Report, {end}: Span): string {
  const below = report.lines.find(line => line.start > end);
  if (!below || below.kind === 'blank') return '';
  const isEntry = report.timeline?.entries.some(entry => entry.start <= below.end && below.start <= entry.end);
  return isEntry ? '' : newline(report.text);
}

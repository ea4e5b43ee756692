import type {Report} from '../evidence/report.ts';
import type {Edit, Span} from '../model/text.ts';
import {utc, type Zone, zoneNamed} from '../model/time/zone.ts';
import type {DocumentEdits, PasteTimelineParams} from '../protocol.ts';
import {lineAt, newline} from '../rules/structure/layout.ts';
import {writeEntries} from './paste/entry-style.ts';
import {readPasted} from './paste/read-pasted.ts';
import type {Postmortem} from './postmortem.ts';

/**
 * Chat, log lines, mails and the like as entries of the timeline, in its style and zone and earliest first.
 *
 * @returns `null` where the text has no times or the place is no timeline
 */
export function pasteTimeline(
  {document, report}: Postmortem,
  {range, text, now, zone}: Omit<PasteTimelineParams, 'uri'>,
): DocumentEdits | null {
  const instant = Date.parse(now);
  const span = document.span(range);
  if (Number.isNaN(instant) || !isInTimeline(report, span)) return null;
  const edits = pasteEdits(report, span, text, instant, zoneNamed(zone) ?? utc);
  return edits && {version: document.version, edits: edits.map(edit => document.textEdit(edit))};
}

/** In the timeline's section, or among the entries of one without a title. */
function isInTimeline({sections, timeline, text}: Report, {start, end}: Span): boolean {
  const titles = sections.filter(({spec}) => spec.kind === 'timeline').flatMap(section => section.titles);
  if (titles.some(({bodyStart, bodyEnd}) => bodyStart <= start && end <= bodyEnd)) return true;
  if (!timeline) return false;
  const isBehind = text.slice(timeline.end, start).trim().length < 3;
  return timeline.start <= start && (end <= timeline.end || isBehind);
}

function pasteEdits(report: Report, span: Span, pasted: string, now: number, zone: Zone): Edit[] | null {
  const place = placeOf(report, span);
  const day = report.timeline?.entries.findLast(({date, start}) => date && start < place.start)?.date;
  const happenings = readPasted(pasted, {now, zone, day: day ?? report.timeline?.base?.date});
  if (happenings.length === 0) return null;
  const {lines, gap} = writeEntries(report, place.start, happenings, zone);
  const entries = lines.join(gap);
  if (place.isFree) return [{start: place.start, end: place.end, text: `${blankAbove(report, place, gap)}${entries}`}];
  const removed = span.end > span.start ? [{...span, text: ''}] : [];
  return [...removed, {start: place.end, end: place.end, text: `${gap}${entries}`}];
}

/** The line itself where it holds nothing but a list mark, else behind the entry or line that the selection ends in. */
function placeOf(report: Report, {start, end}: Span): Span & {readonly isFree: boolean} {
  const [first, last] = [lineAt(report, start), lineAt(report, end)];
  const [lineStart, lineEnd] = [first?.start ?? start, last?.end ?? end];
  const around = `${report.text.slice(lineStart, start)}${report.text.slice(end, lineEnd)}`;
  if (/^[ \t]*(?:(?:[-*+]|\d{1,6}[.)])[ \t]*)?$/.test(around)) return {start: lineStart, end: lineEnd, isFree: true};
  const entry = report.timeline?.entries.find(each => each.start <= end && end <= each.end);
  const behind = entry?.end ?? lineEnd;
  return {start: behind, end: behind, isFree: false};
}

/** Entries that stand apart from each other stand apart from the one above, too; a list stands apart from a paragraph. */
function blankAbove(report: Report, {start}: Span, gap: string): string {
  const above = report.lines.findLast(line => line.end < start);
  if (!above || above.kind === 'blank') return '';
  const isEntry = report.timeline?.entries.some(entry => entry.start <= above.end && above.end <= entry.end);
  const isApart = /[\r\n]\s*[\r\n]/.test(gap.replaceAll('\r\n', '\n'));
  return isEntry && !isApart ? '' : newline(report.text);
}

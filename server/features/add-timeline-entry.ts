import type {Report} from '../evidence/report.ts';
import {isCut} from '../model/markdown/limits.ts';
import type {Steps} from '../model/steps.ts';
import type {Edit} from '../model/text.ts';
import {utc, type Zone, zoneNamed} from '../model/time/zone.ts';
import type {TimelineEntry} from '../model/timeline/entry.ts';
import type {Timeline} from '../model/timeline/timeline.ts';
import type {AddTimelineEntryParams, DocumentEdits} from '../protocol.ts';
import {newline} from '../rules/structure/layout.ts';
import {escapeSnippet} from '../templates/snippets.ts';
import {frame, writtenTime} from './entry-text.ts';
import {announcedZone, fillOpenEntry} from './open-entry.ts';
import type {Postmortem} from './postmortem.ts';
import {isTimed} from './timeline-report.ts';

/**
 * An entry for now, in the style of the timeline's last one and in its zone, in place of one that the template or the author has
 * left open; `null` where the document has no timeline.
 */
export function* addTimelineEntry(
  {document, report}: Postmortem,
  {now, zone, position}: Pick<AddTimelineEntryParams, 'now' | 'zone' | 'position'>,
): Steps<DocumentEdits | null> {
  const instant = Date.parse(now);
  if (Number.isNaN(instant)) return null;
  if (isCut(report.limits)) return {version: document.version, edits: [], reason: 'not-all-read'};
  const cursor = position && document.offsetAt(position);
  const edit = yield* entryEdit(report, instant, zoneNamed(zone) ?? utc, cursor);
  if (!edit) return null;
  return {
    version: document.version,
    edits: [document.textEdit(edit)],
    ...(edit.snippet ? {snippet: edit.snippet} : {}),
  };
}

/**
 * @param instant milliseconds since the epoch
 * @param cursor an open entry on its line is filled in whatever the order
 */
export function* entryEdit(report: Report, instant: number, ownZone: Zone, cursor?: number): Steps<Edit | undefined> {
  const {timeline} = report;
  const last = entryBefore(timeline, instant);
  const open = yield* fillOpenEntry(report, {
    instant,
    ownZone,
    cursor,
    behind: last && isTimed(last) ? last : undefined,
  });
  if (open) return open;
  if (!timeline || !last) return yield* firstEntry(report, instant, ownZone);
  const model = timeline.entries.some(isTimed) ? last : undefined;
  const {before, between, after} = frame(report, last);
  const at = endOf(last);
  const text = `${newline(report.text)}${before}${writtenTime(report, model, instant, ownZone)}${between}`;
  return {start: at, end: at, text: `${text}${after}`, snippet: `${escapeSnippet(text)}\${1}${escapeSnippet(after)}`};
}

/** The entry behind which a new one belongs: the last one that is not later, else the last of all. */
export function entryBefore(timeline: Timeline | undefined, instant: number): TimelineEntry | undefined {
  const entries = timeline?.entries ?? [];
  const dated = entries.findLast(({time, date, zone}) => time !== undefined && date && zone && time <= instant);
  return dated ?? entries.at(-1);
}

/** Behind everything that belongs to an entry. */
export function endOf({end, nested}: TimelineEntry): number {
  return Math.max(end, nested?.end ?? 0);
}

/** Where the first entry of a timeline's section goes: behind what stands there already; `undefined` without a section. */
export function firstPlace({sections, lines, headings}: Report): number | undefined {
  const title = sections.find(({spec}) => spec.kind === 'timeline')?.titles[0];
  if (!title) return undefined;
  const heading = headings.find(({start}) => start > title.start && start < title.bodyEnd);
  const end = Math.max(title.end, heading?.start ?? title.bodyEnd);
  return lines.findLast(({kind, start}) => kind !== 'blank' && start < end)?.end;
}

/** The first entry of an empty timeline section. */
function* firstEntry(report: Report, instant: number, zone: Zone): Steps<Edit | undefined> {
  const at = firstPlace(report);
  if (at === undefined) return undefined;
  const end = newline(report.text);
  const announced = yield* announcedZone(report, at);
  const text = `${end}${end}- ${writtenTime(report, undefined, instant, announced ?? zone)} - `;
  return {start: at, end: at, text, snippet: `${escapeSnippet(text)}\${1}`};
}

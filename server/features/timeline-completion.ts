import {type CompletionItem, CompletionItemKind} from 'vscode-languageserver';
import type {Report} from '../evidence/report.ts';
import type {Span} from '../model/text.ts';
import {MINUTE} from '../model/time/calendar.ts';
import {labelAt, utc, wallOf, type Zone, zoneNamed} from '../model/time/zone.ts';
import type {Timeline} from '../model/timeline/timeline.ts';
import {formatLike} from './add-timeline-entry.ts';
import type {Postmortem} from './postmortem.ts';
import {isTimed} from './timeline-report.ts';

/** What an engineer writes most often behind a time. */
const milestoneWords = ['Impact began', 'Detected', 'Acknowledged', 'Escalated to', 'Mitigated', 'Resolved'];

/**
 * Behind the mark of a list item in a timeline: now, one and five minutes after the entry before, and the names of milestones.
 *
 * @param now milliseconds since the epoch
 * @param ownZone the author's, for timelines that state none
 */
export function timelineCompletions(
  {document, report}: Postmortem,
  offset: number,
  now: number,
  ownZone: Zone = localZone(),
): CompletionItem[] {
  const place = placeOf(report, offset);
  if (!place) return [];
  const range = document.range(place);
  const item = (label: string, detail: string, kind: CompletionItemKind): CompletionItem => ({
    label,
    detail,
    kind,
    textEdit: {range, newText: label},
  });
  const times = suggestedTimes(report, place.start, now, ownZone);
  const items = [
    ...times.map(([text, detail]) => item(`${text} - `, detail, CompletionItemKind.Event)),
    ...milestoneWords.map(word => item(word, 'Milestone', CompletionItemKind.Constant)),
  ];
  return items.map((each, index) => ({...each, sortText: String(index).padStart(2, '0')}));
}

/** What is typed of the entry so far, if the offset stands behind the mark of an item in the timeline's section. */
function placeOf({text, lines, sections, timeline}: Report, offset: number): Span | undefined {
  const line = lines.findLast(({start}) => start <= offset);
  if (!line) return undefined;
  const typed = /^[ \t]*(?:[-*+]|\d{1,4}[.)])[ \t]+([\p{L}\d:. ]{0,12})$/u.exec(text.slice(line.start, offset));
  const titled = sections.find(({spec}) => spec.kind === 'timeline')?.titles ?? [];
  const inside =
    titled.some(({bodyStart, bodyEnd}) => bodyStart <= offset && offset <= bodyEnd) ||
    (timeline !== undefined && timeline.start <= offset && offset <= timeline.end + 2);
  return typed && inside ? {start: offset - (typed[1]?.length ?? 0), end: offset} : undefined;
}

function suggestedTimes(report: Report, at: number, now: number, ownZone: Zone): [text: string, detail: string][] {
  const {timeline} = report;
  const before = timeline?.entries.findLast(entry => isTimed(entry) && entry.end <= at);
  const zone = before?.zone?.zone ?? timeline?.zone?.zone;
  const found: [string, string][] = [[clock(timeline, wallOf(zone ?? ownZone, now), zone, ownZone, now), 'Now']];
  if (before?.minutes === undefined) return found;
  for (const step of [1, 5]) {
    const label = before.stamp?.zone ? ` ${before.stamp.zone.zone.name}` : '';
    found.push([`${formatLike(timeline, before.minutes + step)}${label}`, `${step} min after the entry before`]);
  }
  return found;
}

/** With the zone where entries state it themselves, or where nothing does. */
function clock(
  timeline: Timeline | undefined,
  wall: number,
  zone: Zone | undefined,
  ownZone: Zone,
  now: number,
): string {
  const text = formatLike(timeline, Math.floor(wall / MINUTE) % 1440);
  const stated = timeline?.entries.some(({stamp}) => stamp?.zone) ?? false;
  return stated || !zone ? `${text} ${labelAt(zone ?? ownZone, now)}` : text;
}

function localZone(): Zone {
  return zoneNamed(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? utc;
}

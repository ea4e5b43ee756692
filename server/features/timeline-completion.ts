import {type CompletionItem, CompletionItemKind} from 'vscode-languageserver';
import type {Report} from '../evidence/report.ts';
import type {Span} from '../model/text.ts';
import {utc, type Zone, zoneNamed} from '../model/time/zone.ts';
import {formatLike, listFrame, writtenTime} from './entry-text.ts';
import {modelFor} from './open-entry.ts';
import type {Postmortem} from './postmortem.ts';
import {isTimed} from './timeline-report.ts';

/** What an engineer writes most often behind a time. */
const milestoneWords = ['Impact began', 'Detected', 'Acknowledged', 'Escalated to', 'Mitigated', 'Resolved'];

/**
 * Behind the mark of a list item in a timeline: now, one and five minutes after the entry before, and the names of milestones, which
 * are reached now. Day, zone and style are those of the entry before, as of an added one.
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
  const {lead, between} = listFrame(report, modelFor(report, place));
  const item = (label: string, detail: string, kind: CompletionItemKind, newText: string): CompletionItem => ({
    label,
    detail,
    kind,
    textEdit: {range, newText},
  });
  const times = suggestedTimes(report, place.start, now, ownZone);
  const nowText = times[0]?.[0] ?? '';
  const items = [
    ...times.map(([time, detail]) => item(`${time} - `, detail, CompletionItemKind.Event, `${lead}${time}${between}`)),
    ...milestoneWords.map(word =>
      item(word, `Milestone, at ${nowText}`, CompletionItemKind.Constant, `${lead}${nowText}${between}${word}`),
    ),
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
  const before = report.timeline?.entries.findLast(entry => isTimed(entry) && entry.end <= at);
  const found: [string, string][] = [[writtenTime(report, modelFor(report, {start: at}), now, ownZone), 'Now']];
  if (before?.minutes === undefined) return found;
  for (const step of [1, 5]) {
    const label = before.stamp?.zone ? ` ${before.stamp.zone.zone.name}` : '';
    found.push([`${formatLike(report.timeline, before.minutes + step)}${label}`, `${step} min after the entry before`]);
  }
  return found;
}

function localZone(): Zone {
  return zoneNamed(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? utc;
}

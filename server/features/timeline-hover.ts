import {type Hover, MarkupKind, type Position} from 'vscode-languageserver';
import {MINUTE} from '../model/time/calendar.ts';
import {labelAt, offsetAt} from '../model/time/zone.ts';
import type {TimelineEntry} from '../model/timeline/entry.ts';
import {elapsed, sinceStart, startOf} from './inlay-hints.ts';
import {escapeMarkdown} from './markdown.ts';
import type {Postmortem} from './postmortem.ts';
import {isTimed} from './timeline-report.ts';

/** On a time of the timeline: local time, UTC, time since the incident began and since the entry before. */
export function timelineHover({document, report}: Postmortem, position: Position, markdown: boolean): Hover | null {
  const offset = document.offsetAt(position);
  const entries = report.timeline?.entries.filter(isTimed) ?? [];
  const index = entries.findIndex(({stamp}) => stamp && stamp.start <= offset && offset <= stamp.end);
  const entry = entries[index];
  if (!entry?.stamp) return null;
  const rows = [...absolute(entry), ...relative(entry, entries[index - 1], startOf(report))];
  if (rows.length === 0) return null;
  const lines = rows.map(([name, value]) =>
    markdown ? `- **${name}** ${escapeMarkdown(value)}` : `${name}: ${value}`,
  );
  const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return {contents: {kind, value: `${lines.join('\n')}\n`}, range: document.range(entry.stamp)};
}

type Row = readonly [name: string, value: string];

/** Where day and zone are known. */
function absolute({time = 0, date, zone}: TimelineEntry): Row[] {
  if (!date || !zone) return [];
  const local = new Date(time + offsetAt(zone.zone, time) * MINUTE).toISOString().slice(0, 16).replace('T', ' ');
  const label = labelAt(zone.zone, time);
  const utc = `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return label === 'UTC' ? [['UTC', utc]] : [['Local', `${local} ${label}`] as const, ['UTC', utc] as const];
}

function relative(
  {time = 0}: TimelineEntry,
  before: TimelineEntry | undefined,
  start: ReturnType<typeof startOf>,
): Row[] {
  const rows: Row[] = [];
  if (start && start.time !== time) rows.push([sinceStart(start.isKnown), elapsed(time - start.time)]);
  if (before?.time !== undefined) rows.push(['Since the entry before', elapsed(time - before.time)]);
  return rows;
}

import {rememberedByLine} from '../markdown/placed-lines.ts';
import type {Line} from '../reading.ts';
import type {Span} from '../text.ts';
import {isSpace} from '../time/chars.ts';
import {readStamp} from '../time/find-stamps.ts';
import {moveStamp} from '../time/move-stamp.ts';
import type {Stamp} from '../time/stamp.ts';
import type {TimelineDraft} from './draft.ts';
import type {TimelineSource} from './entry.ts';
import type {TimelinePart} from './parts.ts';

/** The entries of the table that begins on a line, and the index of the first line after it. */
export function readRows(
  source: TimelineSource,
  part: TimelinePart,
  first: number,
): {drafts: TimelineDraft[]; next: number} {
  const rows: Line[] = [];
  let next = first;
  for (let line = source.lines[next]; line && isOfTable(line); line = source.lines[++next])
    if (line.kind === 'table') rows.push(line);
  const [header, ...body] = rows;
  if (!header) return {drafts: [], next};
  const columns = timeColumns(source, header, body);
  const event = eventColumn(header, body, columns);
  const drafts = columns.length === 0 ? [] : body.map(row => rowDraft(source, part, header, row, columns, event));
  return {drafts: drafts.some(draft => draft.stamp) ? drafts : [], next};
}

function isOfTable(line: Line): boolean {
  return line.kind === 'table' || line.kind === 'rule';
}

const timeTitles = /\b(?:time|date|when|timestamp|day|hour|utc|gmt)\b/i;

/** Columns whose cells are times or dates: by their title, or because most of their cells begin with one. */
function timeColumns(source: TimelineSource, header: Line, body: readonly Line[]): number[] {
  const {prose} = source;
  const columns = header.cells.map((_, column) => column);
  const filled = (column: number) => body.filter(row => stampsOfCells(source, row)[column]).length;
  return columns.filter(column => {
    const title = header.cells[column];
    const isNamed = title !== undefined && timeTitles.test(prose.slice(title.start, title.end));
    const found = filled(column);
    return found > 0 && (isNamed || found * 2 > body.length);
  });
}

/** The stamp that each cell of a row is, or begins with; offsets are counted from the beginning of the line. */
const stampsOfCells = rememberedByLine(({prose, line: {cells}}) => cells.map(cell => stampOf(prose, cell)));

function stampOf(prose: string, cell: Span): Stamp | undefined {
  let start = cell.start;
  while (start < cell.end && isSpace(prose, start)) start++;
  const lead = /^(?:between|from|at|on)\s+/i.exec(prose.slice(start, start + 10))?.[0].length ?? 0;
  return readStamp(prose, start + lead, cell.end, {leading: true});
}

function rowDraft(
  source: TimelineSource,
  part: TimelinePart,
  header: Line,
  row: Line,
  columns: readonly number[],
  event: number | undefined,
): TimelineDraft {
  const found = stampsOfCells(source, row);
  const stamps = columns.flatMap(column => found[column] ?? []).map(stamp => moveStamp(stamp, row.start));
  const stamp = mergeStamps(stamps);
  const text = (event === undefined ? undefined : row.cells[event]) ?? {start: row.end, end: row.end};
  const zone = columns.map(column => header.cells[column]).find(cell => cell !== undefined);
  return {
    kind: 'entry',
    line: row,
    part,
    start: row.content.start,
    stamp,
    separator: {start: text.start, end: text.start},
    end: text.end,
    form: 'row',
    placement: 'leading',
    columnZone: zone && {start: zone.start, end: header.cells[columns.at(-1) ?? 0]?.end ?? zone.end},
  };
}

/** The column that says what happened: of those without times, the one with most text. */
function eventColumn(header: Line, body: readonly Line[], times: readonly number[]): number | undefined {
  let best: {column: number; length: number} | undefined;
  for (const column of header.cells.keys()) {
    if (times.includes(column)) continue;
    const length = body.reduce((sum, row) => sum + cellLength(row.cells[column]), 0);
    if (!best || length > best.length) best = {column, length};
  }
  return best?.column;
}

function cellLength(cell: Span | undefined): number {
  return cell ? cell.end - cell.start : 0;
}

/** Day and time of day in columns of their own make one stamp. */
function mergeStamps(stamps: readonly Stamp[]): Stamp | undefined {
  const [first] = stamps;
  if (!first || stamps.length === 1) return first;
  const part = <Name extends keyof Stamp>(name: Name) => stamps.find(stamp => stamp[name] !== undefined)?.[name];
  return {
    start: first.start,
    end: Math.max(...stamps.map(stamp => stamp.end)),
    date: part('date'),
    weekday: part('weekday'),
    clock: part('clock'),
    until: part('until'),
    zone: part('zone'),
    elapsed: part('elapsed'),
    placeholder: part('placeholder'),
    approximate: stamps.some(stamp => stamp.approximate),
  };
}

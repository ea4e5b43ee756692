import {rememberedByLine} from '../markdown/line-memory.ts';
import type {Line} from '../reading.ts';
import type {Span} from '../text.ts';
import {isSpace} from '../time/chars.ts';
import {readLoneDay} from '../time/date.ts';
import {readStamp} from '../time/find-stamps.ts';
import type {Stamp} from '../time/stamp.ts';
import {type LineDraft, TimelineDraft} from './draft.ts';
import type {TimelineSource} from './entry.ts';
import type {TimelinePart} from './parts.ts';

/**
 * Adds the entries of the table that begins on a line.
 *
 * @returns the index of the first line after it
 */
export function readRows(source: TimelineSource, part: TimelinePart, first: number, drafts: TimelineDraft[]): number {
  const rows: Line[] = [];
  let next = first;
  for (let line = source.lines[next]; line && isOfTable(line); line = source.lines[++next])
    if (line.kind === 'table') rows.push(line);
  const header = rows.shift();
  if (!header) return next;
  const body = rows.map(line => ({line, told: rowOf(source, line)}));
  const columns = timeColumns(source, header, body);
  if (columns.length === 0 || !body.some(({told}) => columns.some(column => told.stamps[column]))) return next;
  const event = eventColumn(header, rows, columns);
  const zone = zoneSpan(header, columns);
  for (const {line, told} of body) {
    if (isEmpty(source, line)) continue;
    drafts.push(new TimelineDraft(line, part, rowDraft(line, told, columns, event), line.start, zone));
  }
  return next;
}

function isOfTable(line: Line): boolean {
  return line.kind === 'table' || line.kind === 'rule';
}

/** A row left over from the template, or a bar on a line of its own. */
function isEmpty({text}: TimelineSource, {cells}: Line): boolean {
  return cells.every(({start, end}) => text.slice(start, end).trim() === '');
}

/** What a row says by itself. */
interface Row {
  /** The stamp that each cell is, or begins with; offsets are counted from the beginning of the line. */
  readonly stamps: readonly (Stamp | undefined)[];
  /** The entry that was last made of it, and the columns of which it was made. */
  draft: {readonly key: string; readonly made: LineDraft} | undefined;
}

const rowOf = rememberedByLine(
  ({prose, line: {cells}}): Row => ({
    stamps: cells.map((cell, index) => stampOf(prose, cell) ?? (index === 0 ? dayOf(prose, cells) : undefined)),
    draft: undefined,
  }),
);

/** `1/28` in a row of its own: the day of the rows below it. */
function dayOf(prose: string, [first, ...others]: readonly Span[]): Stamp | undefined {
  const cell = first && trimmed(prose, first);
  const date = cell && readLoneDay(prose, cell);
  if (!date || date.problem || others.some(other => prose.slice(other.start, other.end).trim() !== ''))
    return undefined;
  return {...cell, ...noStamp, date};
}

const noStamp: Omit<Stamp, keyof Span> = {
  date: undefined,
  weekday: undefined,
  clock: undefined,
  until: undefined,
  zone: undefined,
  elapsed: undefined,
  approximate: false,
  placeholder: undefined,
};

function trimmed(prose: string, {start, end}: Span): Span {
  const cell = prose.slice(start, end);
  return {start: end - cell.trimStart().length, end: start + cell.trimEnd().length};
}

function stampOf(prose: string, cell: Span): Stamp | undefined {
  let start = cell.start;
  while (start < cell.end && isSpace(prose, start)) start++;
  const lead = /^(?:between|from|at|on)\s+/i.exec(prose.slice(start, start + 10))?.[0].length ?? 0;
  return readStamp(prose, start + lead, cell.end, {leading: true});
}

const timeTitles = /\b(?:time|date|when|timestamp|day|hour|utc|gmt)\b/i;

/** Columns whose cells are times or dates: by their title, or because most of their cells begin with one. */
function timeColumns({prose}: TimelineSource, header: Line, body: readonly {readonly told: Row}[]): number[] {
  const found = header.cells.map(() => 0);
  for (const {told} of body) {
    for (let column = 0; column < found.length; column++)
      if (told.stamps[column]) found[column] = (found[column] ?? 0) + 1;
  }
  const columns: number[] = [];
  for (const [column, title] of header.cells.entries()) {
    const count = found[column] ?? 0;
    if (count === 0) continue;
    if (count * 2 > body.length || timeTitles.test(prose.slice(title.start, title.end))) columns.push(column);
  }
  return columns;
}

/** From the first column of times to the last: where its header may name a zone. */
function zoneSpan({cells}: Line, columns: readonly number[]): Span | undefined {
  const first = cells[columns[0] ?? 0];
  return first && {start: first.start, end: cells[columns.at(-1) ?? 0]?.end ?? first.end};
}

/** The entry of a row. It is made anew only where the table's columns are other ones than before. */
function rowDraft(line: Line, row: Row, columns: readonly number[], event: number | undefined): LineDraft {
  const key = `${event} ${columns}`;
  if (row.draft?.key === key) return row.draft.made;
  const {start, end, content, cells} = line;
  const text = (event === undefined ? undefined : cells[event]) ?? {start: end, end};
  const made: LineDraft = {
    kind: 'entry',
    start: content.start - start,
    stamp: mergeStamps(columns.flatMap(column => row.stamps[column] ?? [])),
    separator: {start: text.start - start, end: text.start - start},
    mark: '',
    end: text.end - start,
    form: 'row',
    placement: 'leading',
  };
  row.draft = {key, made};
  return made;
}

/** The column that says what happened: of those without times, the one with most text. */
function eventColumn(header: Line, body: readonly Line[], times: readonly number[]): number | undefined {
  let best: {column: number; length: number} | undefined;
  for (const column of header.cells.keys()) {
    if (times.includes(column)) continue;
    let length = 0;
    for (const row of body) length += cellLength(row.cells[column]);
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

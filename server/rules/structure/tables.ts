import type {Line, Reading, Title} from '../../model/reading.ts';
import {nameTokens} from '../../model/sections/names.ts';
import type {Edit} from '../../model/text.ts';

/** First rows of the tables below a title. */
export function tableHeads({lines}: Reading, {bodyStart, bodyEnd}: Title): Line[] {
  return lines.filter(
    ({kind, start, index}) =>
      kind === 'table' && bodyStart <= start && start < bodyEnd && lines[index + 1]?.kind === 'rule',
  );
}

/** Columns that no cell of the head begins with. */
export function columnsLacking(head: Line, columns: readonly string[], {prose}: Reading): string[] {
  const cells = head.cells.map(({start, end}) => nameTokens(prose.slice(start, end)).join(' '));
  return columns.filter(column => !cells.some(cell => `${cell} `.startsWith(`${nameTokens(column).join(' ')} `)));
}

/** The edits that put columns at the end of every row. */
export function addColumns({lines, text}: Reading, head: Line, columns: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  for (const line of lines.slice(head.index)) {
    if (line.kind !== 'table' && line.index !== head.index + 1) break;
    const isHead = line === head;
    const cells = columns.map(column => (isHead ? column : line.kind === 'rule' ? '---' : ''));
    const isClosed = text.slice(line.start, line.end).trimEnd().endsWith('|');
    const end = line.start + text.slice(line.start, line.end).trimEnd().length;
    edits.push({start: end, end, text: cells.map(cell => (isClosed ? ` ${cell} |` : ` | ${cell}`)).join('')});
  }
  return edits;
}

import {splitLines} from './markdown/source-lines.ts';
import type {Conflict} from './reading.ts';
import type {Span} from './text.ts';

/**
 * Merge conflicts as git writes them: `<<<<<<< ours`, an optional `||||||| base`, `=======`, `>>>>>>> theirs`. A conflict that lacks
 * its end runs to the end of the text; an end without a beginning is reported on its own.
 */
export function readConflicts(text: string): Conflict[] {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return [];
  const conflicts: Conflict[] = [];
  const lines = linesOf(text);
  const quoted = fencedLines(text, lines);
  let open: {line: Span; base?: Span; middle?: Span} | undefined;
  for (const line of lines) {
    const mark = quoted.has(line.start) ? undefined : markOf(text, line);
    if (mark === '<') {
      if (open) conflicts.push(close(text, open, line.start));
      open = {line};
    } else if (mark === '|' && open && !open.middle) open.base = line;
    else if (mark === '=' && open && !open.middle) open.middle = line;
    else if (mark === '>') {
      conflicts.push(close(text, open ?? {line, middle: line}, line.end, line));
      open = undefined;
    }
  }
  if (open) conflicts.push(close(text, open, text.length));
  return conflicts;
}

/** Where lines begin that stand within a fence which opens and closes around a whole conflict: it is quoted, not there. */
function fencedLines(text: string, lines: readonly Span[]): ReadonlySet<number> {
  const fenced = new Set<number>();
  let inside: Span[] | undefined;
  let mark = '';
  for (const line of lines) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(text.slice(line.start, line.start + 12))?.[1];
    if (!inside && fence) {
      inside = [];
      mark = fence.slice(0, 3);
    } else if (inside && fence?.startsWith(mark)) {
      const marks = inside.map(each => markOf(text, each)).join('');
      if (/^(?:<\|?=>)+$/.test(marks)) for (const each of inside) fenced.add(each.start);
      inside = undefined;
    } else inside?.push(line);
  }
  return fenced;
}

/**
 * Lines that hold nothing but a mark of these conflicts, which are those of the text, in order.
 *
 * @returns where each of the lines ends, by where it begins
 */
export function conflictMarks(text: string, conflicts: readonly Conflict[]): ReadonlyMap<number, number> {
  const marks = new Map<number, number>();
  if (conflicts.length === 0) return marks;
  let next = 0;
  for (const line of linesOf(text)) {
    while (next < conflicts.length && (conflicts[next]?.end ?? 0) < line.end) next++;
    if ((conflicts[next]?.start ?? text.length) <= line.start && markOf(text, line)) marks.set(line.start, line.end);
  }
  return marks;
}

function markOf(text: string, line: Span): '<' | '|' | '=' | '>' | undefined {
  const char = text[line.start];
  if (char !== '<' && char !== '|' && char !== '=' && char !== '>') return undefined;
  if (text.slice(line.start, line.start + 7) !== char.repeat(7)) return undefined;
  const next = text[line.start + 7];
  if (char === '=') return line.end === line.start + 7 ? '=' : undefined;
  return line.end === line.start + 7 || next === ' ' ? char : undefined;
}

function close(text: string, open: {line: Span; base?: Span; middle?: Span}, end: number, last?: Span): Conflict {
  const oursEnd = open.base?.start ?? open.middle?.start ?? end;
  const theirsStart = open.middle ? Math.min(afterLine(text, open.middle), end) : end;
  return {
    start: open.line.start,
    end,
    ours: {start: Math.min(afterLine(text, open.line), oursEnd), end: oursEnd, name: nameOf(text, open.line)},
    theirs: {
      start: Math.min(theirsStart, last?.start ?? end),
      end: last?.start ?? end,
      name: last ? nameOf(text, last) : '',
    },
  };
}

/** Lines of the text; a byte-order mark belongs to none. */
function linesOf(text: string): Span[] {
  return splitLines(text, text.startsWith('\uFEFF') ? 1 : 0);
}

function afterLine(text: string, {end}: Span): number {
  return end + (text.startsWith('\r\n', end) ? 2 : 1);
}

function nameOf(text: string, line: Span): string {
  return text.slice(line.start + 7, line.end).trim();
}

import type {Line, Reading} from '../../model/reading.ts';
import {lineAt} from './layout.ts';
import {remember} from './remember.ts';

/**
 * Would Markdown read a heading that is inserted before the offset as one, and the rest of the text as before? Not in the middle of a
 * line, nor behind a fence, a comment or a tag that is not closed.
 */
export function canBeginBlock(reading: Reading, offset: number): boolean {
  const at = lineAt(reading, offset);
  if (!at || (offset !== at.start && offset !== reading.text.length)) return false;
  let before = reading.lines[offset === at.start ? at.index - 1 : at.index];
  while (before?.kind === 'blank') before = reading.lines[before.index - 1];
  if (before && (isInFence(reading, before) || isInHtml(reading, before))) return false;
  return !fencesBelow(reading)[at.index];
}

/**
 * For each line: would a fence begin at or below it that nothing ends? Within a tag, or on an indented line, it was text. From the last
 * line up, so that each is looked at once.
 */
const fencesBelow = remember(({lines, text}: Reading): readonly boolean[] => {
  const open: boolean[] = lines.map(() => false);
  if (!/`{3}|~{3}/.test(text)) return open;
  const closes = lines.map(line => closed(text, line));
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    if (!line || !mayBeginFence(line)) continue;
    const mark = opened(text.slice(line.start, line.end));
    let end = index;
    if (mark) for (end++; mayBeginFence(lines[end]) && !closes[end]?.startsWith(mark); ) end++;
    open[index] = mayBeginFence(lines[end]) ? (open[end + 1] ?? false) : mark !== '';
  }
  return open;
});

function mayBeginFence(line: Line | undefined): boolean {
  return line?.kind === 'html' || line?.kind === 'code' || line?.kind === 'text' || line?.kind === 'blank';
}

/** Is a fence still open at the end of the line? */
function isInFence(reading: Reading, line: Line): boolean {
  let first = line.index;
  while (reading.lines[first]?.kind === 'fence') first--;
  return leavesFenceOpen(reading, first + 1, line.index + 1);
}

// White space is blanks and tabs here: behind another kind, such as a no-break space, a fence goes on.
const opening = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:(`{3,})[^`]*$|(~{3,}))/;
const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;

function leavesFenceOpen({lines, text}: Reading, first: number, after: number): boolean {
  let mark = '';
  for (const line of lines.slice(first, after)) {
    if (mark && closed(text, line)?.startsWith(mark)) mark = '';
    else if (!mark) mark = opened(text.slice(line.start, line.end));
  }
  return mark !== '';
}

function opened(source: string): string {
  const [, backticks = '', tildes = ''] = opening.exec(source) ?? [];
  return backticks || tildes;
}

function closed(text: string, {start, end, indent, item}: Line): string | undefined {
  return indent < 4 || item ? closing.exec(text.slice(start, end))?.[1] : undefined;
}

/** What begins a block that a blank line does not end, and what ends it. */
const rawBlocks = [
  ['<!--', '-->'],
  ['<pre', '</pre'],
  ['<script', '</script'],
  ['<style', '</style'],
  ['<textarea', '</textarea'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
] as const;

/** Is a block of raw HTML still open at the end of the line? */
function isInHtml(reading: Reading, line: Line): boolean {
  if (line.kind !== 'html' && line.kind !== 'comment') return false;
  let first = line.index;
  while (/^(?:html|comment|blank)$/.test(reading.lines[first - 1]?.kind ?? '')) first--;
  const raw = reading.text.slice(reading.lines[first]?.start ?? 0, line.end).toLowerCase();
  return rawBlocks.some(([open, close]) => raw.lastIndexOf(open.toLowerCase()) > raw.lastIndexOf(close.toLowerCase()));
}

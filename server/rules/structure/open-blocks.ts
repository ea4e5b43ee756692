import type {Line, Reading} from '../../model/reading.ts';
import {lineAt} from './layout.ts';

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
  return !opensFence(reading, at);
}

/** Would a fence begin below that nothing ends? Within a tag, or on an indented line, it was text. */
function opensFence(reading: Reading, {index}: Line): boolean {
  const {lines} = reading;
  let end = index;
  while (/^(?:html|code|text|blank)$/.test(lines[end]?.kind ?? '')) end++;
  return leavesFenceOpen(reading, index, end);
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
  for (const {start, end, indent, item} of lines.slice(first, after)) {
    const source = text.slice(start, end);
    const close = indent < 4 || item ? closing.exec(source)?.[1] : undefined;
    if (mark && close?.startsWith(mark)) mark = '';
    else if (!mark) mark = opened(source);
  }
  return mark !== '';
}

function opened(source: string): string {
  const [, backticks = '', tildes = ''] = opening.exec(source) ?? [];
  return backticks || tildes;
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

import {gap} from './gap.ts';
import {move} from './markdown/piece.ts';
import type {PlacedPiece} from './markdown/pieces.ts';
import {lineIndexAt} from './markdown/source-lines.ts';
import {keepStretches} from './markdown/stretches.ts';
import {keepVersion, type ReadAhead, readAhead, readText} from './read-text.ts';
import type {FrontMatter, Heading, Line, Reading, Section, Words} from './reading.ts';
import {readSections} from './sections/sections.ts';
import type {Steps} from './steps.ts';
import {readSuppressions} from './suppressions.ts';
import type {Template} from './template.ts';
import type {Span} from './text.ts';

/**
 * Reads a text under a template. Total: every string gives a Reading.
 *
 * @param whole the whole document; a byte-order mark is passed over.
 * @param previous an earlier version of the same document, or what was read of it ahead: only what was edited since is read again. The result is
 *   the same as without it.
 */
export function read(whole: string, template: Template, previous?: Reading | ReadAhead): Reading {
  const found = readText(whole, previous);
  const {text, frontMatter, conflicts, lines, prose, pieces, wrapper} = found;
  const words = countWords(lines);
  const headings = readHeadings(lines, prose);
  const sections = readSections(pieces, lines, whole, prose, headings, words, template);
  const comments: Span[] = [];
  for (const {piece, start} of pieces) for (const comment of piece.comments) comments.push(move(comment, start));
  const reading: Reading = {
    text: whole,
    prose: text === whole ? prose : prose.padEnd(whole.length, ' '),
    template,
    lines,
    frontMatter,
    conflicts,
    wrapper,
    headings,
    sections,
    preamble: preamble(sections, frontMatter, text),
    words,
    suppressions: readSuppressions(text, lines, comments),
    limits: limitsOf(pieces, text, whole),
    draft: isDraft(text, text === whole ? sections : sections.filter(({status}) => status !== 'missing'), frontMatter),
  };
  keepVersion(found, whole);
  keepStretches(lines, pieces);
  return reading;
}

/** As `read`, with a step for each stretch where more than one has to be read. */
export function* readInSteps(whole: string, template: Template, previous?: Reading): Steps<Reading> {
  let ahead = readAhead(whole, previous);
  for (; !ahead.isWhole; ahead = readAhead(whole, ahead)) yield;
  yield;
  return read(whole, template, ahead);
}

function limitsOf(pieces: readonly PlacedPiece[], text: string, whole: string): Reading['limits'] {
  const simple = pieces
    .filter(({piece}) => piece.simple)
    .map(({start, end}) => ({start, end, kind: 'simple' as const}));
  return text === whole ? simple : [...simple, {start: text.length, end: whole.length, kind: 'unread' as const}];
}

/** Counts by line, then by word within the first and last line of a span. */
function countWords(lines: readonly Line[]): Words {
  const before = [0];
  for (const line of lines) before.push((before[line.index] ?? 0) + line.words.length);
  const total = before[lines.length] ?? 0;
  /** Words that begin before the offset. */
  const until = (offset: number) => {
    const line = lines[lineIndexAt(lines, offset)];
    if (!line || offset <= line.start) return line ? (before[line.index] ?? 0) : 0;
    return (before[line.index] ?? 0) + line.words.filter(word => line.start + word < offset).length;
  };
  return {total, count: span => Math.max(0, until(span.end) - until(span.start))};
}

function readHeadings(lines: readonly Line[], prose: string): Heading[] {
  return lines
    .filter(line => line.level > 0 && line.real)
    .map(line => ({
      start: line.start,
      end: line.end,
      line: line.index,
      level: line.level,
      text: prose.slice(line.content.start, line.content.end).trim().replaceAll(/\s+/g, ' '),
      marker: line.kind === 'html' ? 'html' : 'heading',
    }));
}

function preamble(sections: readonly Section[], frontMatter: FrontMatter | undefined, text: string): Span {
  const start = frontMatter?.end ?? 0;
  const titles = sections.flatMap(section => section.titles);
  return {start, end: titles.reduce((least, title) => Math.min(least, title.start), text.length)};
}

/**
 * Said by `status: draft`, or by sections most of which are still as the template made them.
 *
 * @param sections those of which something is known: of a text that is cut, the missing ones may stand behind what is read.
 */
function isDraft(text: string, sections: readonly Section[], frontMatter: FrontMatter | undefined): boolean {
  const status = frontMatter?.data['status'] ?? frontMatter?.data['Status'];
  if (typeof status === 'string') return /^(draft|wip|in[ -]progress)/i.test(status.trim());
  if (frontMatter?.data['draft'] === true) return true;
  const required = sections.filter(section => section.spec.presence === 'required');
  const mayHaveGaps = text.includes('{{');
  const open = required.filter(section => isOpen(section, text, mayHaveGaps));
  return required.length > 0 && open.length * 2 > required.length;
}

/** Missing, empty, untouched, or with a gap such as `{{ what happened }}`. */
function isOpen({status, titles, spec}: Section, text: string, mayHaveGaps: boolean): boolean {
  if (status === 'empty' || status === 'missing') return true;
  return titles.some(({bodyStart, bodyEnd}) => {
    const body = text.slice(bodyStart, bodyEnd).trim();
    return (mayHaveGaps && body.search(gap) >= 0) || (body !== '' && body === spec.scaffold);
  });
}

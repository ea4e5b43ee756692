import {readConflicts} from './conflicts.ts';
import {readFrontMatter} from './front-matter.ts';
import {readLines} from './lines.ts';
import type {FrontMatter, Heading, Line, Reading, Section, Words} from './reading.ts';
import {readSections} from './sections.ts';
import {splitLines} from './source-lines.ts';
import {readSuppressions} from './suppressions.ts';
import type {Template} from './template.ts';
import type {Span} from './text.ts';

/**
 * Reads a text under a template. Total: every string gives a Reading.
 *
 * @param text the whole document; a byte-order mark is passed over.
 */
export function read(text: string, template: Template): Reading {
  const spans = splitLines(text);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const frontMatter = readFrontMatter(text, spans, start);
  const conflicts = readConflicts(text, spans);
  const {lines, prose, comments, wrapper} = readLines(text, spans, frontMatter?.end ?? start, frontMatter, conflicts);
  const words = countWords(lines);
  const headings = readHeadings(lines, prose);
  const sections = readSections(lines, prose, headings, words, template);
  return {
    text,
    prose,
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
    draft: isDraft(sections, frontMatter),
  };
}

function countWords(lines: readonly Line[]): Words {
  const starts = lines.flatMap(line => line.words);
  /** Words that begin before the offset. */
  const before = (offset: number) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {total: starts.length, count: span => Math.max(0, before(span.end) - before(span.start))};
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

/** Said by `status: draft`, or by sections of which most are still empty. */
function isDraft(sections: readonly Section[], frontMatter: FrontMatter | undefined): boolean {
  const status = frontMatter?.data['status'] ?? frontMatter?.data['Status'];
  if (typeof status === 'string') return /^(draft|wip|in[ -]progress)/i.test(status.trim());
  if (frontMatter?.data['draft'] === true) return true;
  const required = sections.filter(section => section.spec.presence === 'required');
  const empty = required.filter(section => section.status === 'empty' || section.status === 'missing');
  return required.length > 0 && empty.length * 2 > required.length;
}

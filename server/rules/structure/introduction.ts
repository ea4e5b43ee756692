import type {Line, Reading} from '../../model/reading.ts';
import type {TemplateSection} from '../../model/template.ts';
import {documentTitle} from './layout.ts';

/** An introduction of fewer words is a line on author or date, not a summary that lacks its title. */
const leastWords = 20;

/**
 * Many authors begin with the summary and give it no title. The line on which it begins, where the section is a summary and stands first
 * in the template.
 */
export function untitledSummary(reading: Reading, spec: TemplateSection): Line | undefined {
  if (reading.template.sections[0] !== spec || spec.kind !== 'prose' || !/summary|overview/i.test(spec.title))
    return undefined;
  const paragraphs = paragraphsOf(introduction(reading));
  const first = paragraphs.findIndex(
    ([line, ...rest]) => line && (wordsOf([line, ...rest]) > 12 || namesPart(reading, line, spec)),
  );
  const begin = paragraphs[first]?.[0];
  if (!begin || begin.item || begin.quote > 0) return undefined;
  return wordsOf(paragraphs.slice(first).flat()) >= leastWords ? begin : undefined;
}

function wordsOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.words.length, 0);
}

/** Runs of lines of text. */
function paragraphsOf(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'text') continue;
    if (lines[index - 1]?.kind === 'text') paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

/** Lines between the document's title and the first heading or section. */
function introduction(reading: Reading): Line[] {
  const title = documentTitle(reading);
  const after = title ? title.end : (reading.frontMatter?.end ?? -1);
  const heading = reading.headings.find(({start}) => start > after)?.start ?? reading.text.length;
  const end = Math.min(heading, reading.preamble.end);
  const rest = reading.lines.filter(({start, end: lineEnd}) => start > after && lineEnd <= end);
  return title && reading.lines[title.line + 1]?.kind === 'rule' ? rest.slice(1) : rest;
}

/** Does the line begin with a name that stands for a part of the section, such as "Duration"? */
function namesPart({prose}: Reading, {content}: Line, {parts}: TemplateSection): boolean {
  const text = prose.slice(content.start, content.end).trim().toLowerCase();
  return parts.some(part => text.startsWith(part.toLowerCase()));
}

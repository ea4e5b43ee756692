import {namesOf} from '../../model/names.ts';
import type {Line, Reading} from '../../model/reading.ts';
import type {TemplateSection} from '../../model/template.ts';
import {documentTitle} from './layout.ts';

const longestTitle = 12;

/** The first line that could be the title of a section that is missing, although it was taken for a label or a heading of another. */
export function possibleTitle(reading: Reading, spec: TemplateSection): Line | undefined {
  const named = documentTitle(reading)?.line;
  return reading.lines.find(line => line.words.length > 0 && names(reading, line, spec, line.index !== named));
}

/** @param loose whether a heading may have words of its own around the name. */
function names(reading: Reading, line: Line, spec: TemplateSection, loose: boolean): boolean {
  const {template, prose} = reading;
  if (!/^(?:heading|text|code|html)$/.test(line.kind)) return false;
  const {start, end} = line.lead?.whole ? line.lead : line.content;
  const text = prose.slice(start, end).trim();
  if (line.words.length <= longestTitle && !/[.,;!]$/.test(text)) {
    const isMarked = loose && (line.level > 0 || line.lead?.whole === true);
    const whole = namesOf(template).match(text.replace(/^#+/, ''), isMarked);
    if (whole) return whole.section === spec && (whole.match !== 'part' || line.level > 0);
  }
  const label = line.lead ? prose.slice(line.lead.start, line.lead.end) : beforeMark(text);
  const found = label === undefined ? undefined : namesOf(template).match(label.trim(), false);
  return found?.section === spec && found.match === 'title';
}

/** What stands before a colon or a dash, if that is near the beginning. */
function beforeMark(text: string): string | undefined {
  const end = text.slice(0, 70).search(/:|\s[-–—]\s/);
  return end > 0 ? text.slice(0, end).replaceAll(/^[*_]+|[*_]+$/g, '') : undefined;
}

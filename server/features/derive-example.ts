import {readInSteps} from '../model/read.ts';
import type {Heading, Reading} from '../model/reading.ts';
import type {Steps} from '../model/steps.ts';
import type {Span} from '../model/text.ts';
import {documentTitle} from '../rules/structure/layout.ts';
import {defaultTemplate} from '../templates/all.ts';
import {withoutPlaceholders} from '../templates/placeholders.ts';

/** A postmortem that a template is derived from. */
export interface Example {
  readonly title: string;
  readonly sections: readonly ExampleSection[];
  /** Labels before the first section: `Owner` of `**Owner:** Marta`. */
  readonly labels: readonly string[];
}

export interface ExampleSection {
  /** Without remarks in brackets, numbers and colons. */
  readonly title: string;
  readonly parent: ExampleSection | undefined;
  readonly labels: readonly string[];
  /** Head of its first table. */
  readonly columns: readonly string[];
}

/** Of a longer document only the beginning is looked at. */
const mostSections = 200;

/** Headings, or titles that are none where a document has no headings. */
export function* readExample(text: string): Steps<Example> {
  const reading = yield* readInSteps(text, defaultTemplate());
  yield;
  const title = documentTitle(reading);
  const named = reading.headings.filter(heading => heading !== title && isName(heading.text));
  const marks = [named, boldLabels(reading), unmarked(reading)].find(({length}) => length >= 2) ?? named;
  const open: {level: number; section: ExampleSection}[] = [];
  const sections = marks.slice(0, mostSections).map((mark, index) => {
    while ((open.at(-1)?.level ?? 0) >= mark.level) open.pop();
    const body = {start: mark.end, end: marks[index + 1]?.start ?? text.length};
    const section = {
      title: cleanTitle(mark.text),
      parent: open.at(-1)?.section,
      labels: labelsIn(body, reading),
      columns: columnsIn(body, reading),
    };
    open.push({level: mark.level, section});
    return section;
  });
  const labels = labelsIn({start: 0, end: marks[0]?.start ?? 0}, reading);
  return {title: title?.text ?? '', sections, labels};
}

type Mark = Pick<Heading, 'start' | 'end' | 'text' | 'level'>;

/** Lines that begin in bold, as far as they name something: "**Impact**:". */
function boldLabels({lines, text}: Reading): Mark[] {
  return lines.flatMap(({lead, item, start, end}) => {
    if (lead?.style !== 'bold' || (item?.depth ?? 1) > 1) return [];
    const label = text.slice(lead.start, lead.end);
    const isLabel = lead.whole || /:\s*$/.test(label) || /^[*_\s]*:/.test(text.slice(lead.end, end));
    return isLabel && isName(label) ? [{start, end, text: label, level: 1}] : [];
  });
}

function unmarked({sections}: Reading): Mark[] {
  const titles = sections.flatMap(section => section.titles);
  return titles.map(title => ({...title, level: 1})).sort((a, b) => a.start - b.start);
}

/** Not a moment of the timeline, and not a sentence. */
function isName(text: string): boolean {
  const name = cleanTitle(withoutPlaceholders(text));
  return /\p{L}{2}/u.test(name) && !/\d{1,2}[:.]\d{2}|\d{4}-\d{2}/.test(name) && name.split(/\s+/).length <= 14;
}

function cleanTitle(text: string): string {
  const name = text.replace(/^[^\p{L}\p{N}]*(?:\d{1,3}[.)]\s+)?[^\p{L}\p{N}]*/u, '');
  const remark = name.search(/\((?!s\))/);
  if (remark >= 0) return name.slice(0, remark).trim();
  return name.trim().replace(/:$/, '').trim();
}

function labelsIn(span: Span, {lines, text}: Reading): string[] {
  const inside = lines.filter(({start, end, kind}) => span.start <= start && end <= span.end && kind === 'text');
  return inside.flatMap(({lead, end}) => {
    if (lead?.style !== 'bold') return [];
    const label = text.slice(lead.start, lead.end).trim();
    const isLabel = label.endsWith(':') || /^[*_\s]*:/.test(text.slice(lead.end, end));
    return isLabel && label.length <= 40 && !/\d/.test(label) ? [label.replace(/:$/, '').trim()] : [];
  });
}

function columnsIn(span: Span, {lines, prose}: Reading): string[] {
  const head = lines.find(({start, end, kind}) => kind === 'table' && span.start <= start && end <= span.end);
  return head?.cells.map(({start, end}) => prose.slice(start, end).trim()) ?? [];
}

import type {Report} from '../../evidence/report.ts';
import type {Line, Reading, Section} from '../../model/reading.ts';
import {namesOf} from '../../model/sections/names.ts';
import type {Template, TemplateSection} from '../../model/template.ts';
import {type Edit, endsWithBlankLine, type Span} from '../../model/text.ts';
import {escapeSnippet} from '../../templates/snippets.ts';
import {untitledSummary} from './introduction.ts';
import {
  blockOf,
  bodyEnd,
  headSpan,
  isWithin,
  levelOf,
  lineStart,
  mainTitle,
  newline,
  tailStart,
  titleSpan,
  titleText,
} from './layout.ts';
import {canBeginBlock} from './open-blocks.ts';
import {remember} from './remember.ts';
import {sectionPrompts} from './section-prompts.ts';
import {titleFor} from './title-case.ts';
import {untitledTimeline} from './untitled-timeline.ts';

/**
 * Inserts sections where the template has them: heading and prompts. As plain text the prompts are a comment, which readers do not
 * see; as a snippet they are tab stops. A summary or a timeline that stands there without a title gets its heading alone.
 *
 * @returns one edit for each place, in the order of the text; tab stops are numbered through all of them.
 *   `undefined` where Markdown would not take the heading for one, for instance behind a fence that is not closed, or where the
 *   heading would not be taken for the section, because another one has its name too.
 */
export function insertSections(reading: Report, specs: readonly TemplateSection[]): Edit[] | undefined {
  if (!specs.every(spec => recognised(reading.template).has(spec))) return undefined;
  const places = new Map<number, TemplateSection[]>();
  for (const spec of specs) {
    const place = offsetOf(reading, spec);
    places.set(place, [...(places.get(place) ?? []), spec]);
  }
  if ([...places.keys()].some(place => !canBeginBlock(reading, place))) return undefined;
  const sorted = [...places].sort(([a], [b]) => a - b);
  const nl = newline(reading.text);
  let stops = 0;
  return sorted.map(([place, here]) => {
    const sections = here.map(spec => {
      const heading = `${'#'.repeat(levelOf(reading, spec))} ${titleFor(reading, spec)}`;
      if (untitled(reading, spec)) return {text: heading, snippet: escapeSnippet(heading)};
      const prompts = sectionPrompts(spec, nl, stops);
      stops += prompts.stops;
      const text = prompts.text === '' ? heading : heading + nl + nl + prompts.text;
      return {text, snippet: escapeSnippet(heading) + nl + nl + prompts.snippet};
    });
    const before = blankBefore(reading.text, place, nl);
    const after = blankAfter(reading.text, place, nl);
    const join = (key: 'text' | 'snippet') => before + sections.map(each => each[key]).join(nl + nl) + after;
    return {start: place, end: place, text: join('text'), snippet: join('snippet')};
  });
}

/** Sections that a heading of their title is taken for. */
const recognised = remember(
  (template: Template) =>
    new Set(template.sections.filter(spec => namesOf(template).match(spec.title, true)?.section === spec)),
);

/** Where a missing section belongs: the title or line to point at, and how a message goes on to say it. */
export function placeOf(reading: Report, spec: TemplateSection): {readonly span: Span; readonly hint: string} {
  const before = mainTitle(sectionBefore(reading, spec));
  const timeline = untitledTimeline(reading, spec, before);
  if (timeline) return {span: timeline.content, hint: '; these entries could be it'};
  if (before) return {span: titleSpan(reading, before), hint: `; it belongs after '${titleText(before)}'`};
  const summary = untitledSummary(reading, spec);
  if (summary) return {span: summary.content, hint: '; this introduction could be it'};
  const after = mainTitle(sectionAfter(reading, spec));
  if (after) return {span: titleSpan(reading, after), hint: `; it belongs before '${titleText(after)}'`};
  return {span: headSpan(reading), hint: ''};
}

/** The present section that a missing one follows, and whether it is nested in it. */
function sectionBefore(reading: Reading, spec: TemplateSection): Section | undefined {
  const earlier = reading.sections
    .slice(0, reading.template.sections.indexOf(spec))
    .filter(({titles}) => titles.length > 0);
  let before = earlier.pop();
  while (before && !isWithin(reading, spec, before.spec)) {
    const parent = earlier.find(({spec: {id}}) => id === before?.spec.parent);
    if (!parent || isWithin(reading, spec, parent.spec)) break;
    before = parent;
  }
  return before;
}

function sectionAfter(reading: Reading, spec: TemplateSection): Section | undefined {
  return reading.sections.slice(reading.template.sections.indexOf(spec) + 1).find(({titles}) => titles.length > 0);
}

/** The line on which the text of a section begins that has no title. */
function untitled(reading: Report, spec: TemplateSection): Line | undefined {
  return untitledSummary(reading, spec) ?? untitledTimeline(reading, spec, mainTitle(sectionBefore(reading, spec)));
}

function offsetOf(reading: Report, spec: TemplateSection): number {
  const before = sectionBefore(reading, spec);
  const title = mainTitle(before);
  const timeline = untitledTimeline(reading, spec, title);
  if (timeline) return timeline.start;
  if (before && title) {
    const end = isWithin(reading, spec, before.spec) ? bodyEnd(reading, title) : blockOf(reading, before)?.end;
    return end === undefined || end === reading.text.length ? tailStart(reading) : end;
  }
  const summary = untitledSummary(reading, spec);
  if (summary) return summary.start;
  const next = mainTitle(sectionAfter(reading, spec));
  return next ? lineStart(reading, next.start) : reading.text.length;
}

/** Line ends that put a blank line between what stands before the offset and what is inserted there. */
export function blankBefore(text: string, at: number, nl: string): string {
  const before = text.slice(Math.max(0, at - 400), at);
  if (/^\uFEFF?$/.test(before)) return '';
  if (endsWithBlankLine(before) || /^\s*$/.test(before)) return '';
  return /[\r\n]$/.test(before) ? nl : nl + nl;
}

function blankAfter(text: string, at: number, nl: string): string {
  const after = text.slice(at, at + 400);
  if (after === '') return nl;
  return /^[ \t]*[\r\n]/.test(after) ? nl : nl + nl;
}

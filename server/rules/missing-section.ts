import type {Reading, Section} from '../model/reading.ts';
import type {TemplateSection} from '../model/template.ts';
import type {Span} from '../model/text.ts';
import type {Finding, Rule} from './rule.ts';
import {insertSections, sectionAfter, sectionBefore} from './structure/insert-section.ts';
import {untitledSummary} from './structure/introduction.ts';
import {headSpan, mainTitle, titleSpan, titleText} from './structure/layout.ts';

export const missingSection: Rule = {
  code: 'missing-section',
  summary: 'A section of the template that the document does not have',
  why: `Readers look for the same things in every postmortem: what happened, when, why, and what will be done about it. A
section that is not there reads as a question that nobody asked. It is reported where it belongs, and found whatever marks it:
a heading of any level, a bold line, a list item or a plain line.`,
  severity: 'warning',
  structural: true,
  examples: [
    {
      name: 'no timeline',
      text: `## ⟦Issue Summary⟧

Nobody could upload pictures from 14:05 to 15:20 UTC.

## Root cause and resolution

The disk of the upload server was full. We removed old previews.

## Corrective and preventative measures

- Alert when a disk is 80 % full.
`,
    },
    {
      name: 'titles that are no headings',
      text: `Summary:
Nobody could upload pictures from 14:05 to 15:20 UTC.

**Timeline**

1. Root cause and resolution

Corrective measures
- Alert when a disk is 80 % full.
`,
    },
  ],
  *check(report) {
    const missing = report.sections.filter(section => isMissing(report, section));
    for (const {spec} of missing) {
      const rivals = missing.filter(({spec: other}) => spec.oneOf !== undefined && other.oneOf === spec.oneOf);
      if (rivals.length === 0 || rivals[0]?.spec === spec) yield finding(report, spec, rivals);
    }
  },
};

/** The sections that `missing-section` reports: required, or one of a group of which there is none. */
export function isMissing({sections}: Reading, {spec, titles}: Section): boolean {
  if (titles.length > 0 || spec.presence === 'optional') return false;
  const parent = sections.find(({spec: {id}}) => id === spec.parent);
  if (parent?.titles.length === 0 && parent.spec.presence === 'optional') return false;
  return (
    spec.oneOf === undefined || !sections.some(other => other.spec.oneOf === spec.oneOf && other.titles.length > 0)
  );
}

function finding(reading: Reading, spec: TemplateSection, rivals: readonly Section[]): Finding {
  const name = rivals.length > 1 ? rivals.map(rival => `'${rival.spec.title}'`).join(' or ') : `'${spec.title}'`;
  const {span, hint} = placeOf(reading, spec);
  const edits = insertSections(reading, [spec]);
  const fixes = edits ? [{title: `Add missing section '${spec.title}'`, edits, safe: true}] : [];
  return {rule: missingSection.code, span, message: `Section ${name} is missing${hint}`, fixes};
}

/** Where to point at, and how the message says where the section belongs. */
function placeOf(reading: Reading, spec: TemplateSection): {span: Span; hint: string} {
  const before = mainTitle(sectionBefore(reading, spec));
  if (before) return {span: titleSpan(reading, before), hint: `; it belongs after '${titleText(before)}'`};
  const summary = untitledSummary(reading, spec);
  if (summary) return {span: summary.content, hint: '; this introduction could be it'};
  const after = mainTitle(sectionAfter(reading, spec));
  if (after) return {span: titleSpan(reading, after), hint: `; it belongs before '${titleText(after)}'`};
  return {span: headSpan(reading), hint: ''};
}

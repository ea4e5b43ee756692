import type {Report} from '../evidence/report.ts';
import {isCut} from '../model/markdown/limits.ts';
import type {Line, Reading, Section} from '../model/reading.ts';
import type {TemplateSection} from '../model/template.ts';
import type {Finding, Rule} from './rule.ts';
import {insertSections, placeOf} from './structure/insert-section.ts';
import {possibleTitle} from './structure/possible-title.ts';

export const missingSection: Rule = {
  code: 'missing-section',
  summary: 'A section of the template that the document does not have',
  why: `Readers look for the same things in every postmortem: what happened, when, why, and what will be done about it. A
section that is not there reads as a question that nobody asked. It is reported where it belongs, and found whatever marks it:
a heading of any level, a bold line, a list item or a plain line. Where a line could be the title and is more likely a label or part of
another section, the message says so, and the section is not added on save. A summary or timeline that stands there without a title gets
its title, in front of it.`,
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
      text: 'Summary:\nPictures were lost.\n\n**Timeline**\n\n1. Root cause and resolution\n\nCorrective measures\n',
    },
    {
      name: 'a line that could be the title',
      text: `## ⟦Issue Summary⟧
<details><summary>Timeline of events</summary>
- 14:05 UTC - The disk is full.
</details>

## Root cause and resolution
## Corrective and preventative measures
`,
    },
  ],
  *check(report) {
    for (const section of report.sections) if (isMissing(report, section)) yield finding(report, section.spec);
  },
};

/** Those that `missing-section` reports: required, of a group without any the first; none of a text that is not read to its end. */
export function isMissing({sections, limits}: Reading, {spec, titles}: Section): boolean {
  if (titles.length > 0 || spec.presence === 'optional' || isCut(limits)) return false;
  const parent = sections.find(({spec: {id}}) => id === spec.parent);
  if (parent?.titles.length === 0 && parent.spec.presence === 'optional') return false;
  const group = sections.filter(({spec: {oneOf}}) => oneOf !== undefined && oneOf === spec.oneOf);
  return group.length === 0 || (group[0]?.spec === spec && group.every(other => other.titles.length === 0));
}

function shown({prose}: Reading, {start, end}: Line): string {
  const text = prose.slice(start, Math.min(end, start + 60));
  return text.replaceAll(/\s+/g, ' ').trim();
}

function finding(reading: Report, spec: TemplateSection): Finding {
  const {sections} = reading.template;
  const group = sections.filter(({id, oneOf}) => id === spec.id || (oneOf !== undefined && oneOf === spec.oneOf));
  const name = group.map(({title}) => `'${title}'`).join(' or ');
  const {span, hint} = placeOf(reading, spec);
  const possible = group.map(each => possibleTitle(reading, each)).find(line => line !== undefined);
  const edits = insertSections(reading, [spec]);
  const fixes = edits ? [{title: `Add missing section '${spec.title}'`, edits, safe: !possible}] : [];
  const where = possible ? `, unless '${shown(reading, possible)}' is its title` : hint;
  return {rule: missingSection.code, span, message: `Section ${name} is missing${where}`, fixes};
}

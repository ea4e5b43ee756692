import type {Reading, Section, Title} from '../model/reading.ts';
import type {Rule} from './rule.ts';
import {mainTitle, titleSpan, titleText} from './structure/layout.ts';

export const duplicateSection: Rule = {
  code: 'duplicate-section',
  summary: 'A section that stands in the document twice',
  why: `Two sections of one name are nearly always a leftover: a pasted draft, a merge, a template that was filled in below itself.
Readers find one of them and miss the other. Sections that together say what the template wants in one ("Root cause" and
"Resolution") are not duplicates, nor is a closing summary.`,
  severity: 'warning',
  structural: true,
  examples: [
    {
      name: 'two timelines',
      text: `## Timeline

- 09:12 UTC - Orders pile up in the queue.

## Root cause and resolution

A worker hung on a locked row. We restarted it.

## ⟦Timeline⟧

- 09:40 UTC - The queue is empty again.
`,
    },
    {
      name: 'parts of one section',
      text: '## Root cause\n\nA worker hung on a locked row.\n\n## Resolution\n\nWe restarted it.\n',
    },
  ],
  *check(report) {
    for (const section of report.sections) {
      const first = mainTitle(section);
      if (!first || section.spec.repeatable) continue;
      for (const title of section.titles) {
        if (title === first || isLink(report, title) || !isSameName(report, first, title, section)) continue;
        yield {
          rule: duplicateSection.code,
          span: titleSpan(report, title),
          message: `Section '${titleText(title)}' stands in the document twice`,
          related: [{...titleSpan(report, first), message: `'${titleText(first)}' is here too`}],
        };
      }
    }
  },
};

function isSameName({text}: Reading, a: Title, b: Title, {spec}: Section): boolean {
  const [one = '', other] = [a, b].map(({name}) => text.slice(name.start, name.end).trim().toLowerCase());
  if (a.match === 'part' || b.match === 'part' || spec.parts.some(part => part.toLowerCase() === one)) return false;
  return one === other || [a, b].every(({match}) => match === 'title');
}

/** Tables of contents name every section again. */
function isLink({text}: Reading, {start, end}: Title): boolean {
  return text.slice(start, end).includes('](');
}

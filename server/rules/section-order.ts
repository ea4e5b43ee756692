import type {Rule} from './rule.ts';
import {mainTitle, nameOf, titleSpan, titleText} from './structure/layout.ts';
import {moveSection} from './structure/move-section.ts';
import {longestOrdered, siblingGroups, startOf} from './structure/order.ts';

export const sectionOrder: Rule = {
  code: 'section-order',
  summary: 'Sections in another order than the template has them',
  why: `People who read many postmortems know where to look: the summary first, what will be done about it last. The fix moves a
section with all that stands in it. It is offered where every section is a heading and nothing else stands between them.`,
  severity: 'warning',
  structural: true,
  examples: [
    {
      name: 'timeline first',
      text: `## ⟦Timeline⟧

- 11:02 UTC - A customer reports that invoices have no logo.

## Issue Summary

Invoices had no logo for one hour.

## Root cause and resolution

The logo was renamed. We named it back.
`,
      fixed: `## Issue Summary

Invoices had no logo for one hour.

## Timeline

- 11:02 UTC - A customer reports that invoices have no logo.

## Root cause and resolution

The logo was renamed. We named it back.
`,
    },
    {name: 'a section left out', text: '## Issue Summary\n\n## Root cause and resolution\n'},
  ],
  *check(report) {
    if (!report.template.ordered) return;
    for (const siblings of siblingGroups(report)) {
      const kept = longestOrdered(siblings);
      for (const [index, section] of siblings.entries()) {
        const title = mainTitle(section);
        if (!title || kept.has(section)) continue;
        const before = siblings.slice(0, index).findLast(other => kept.has(other));
        const after = siblings.slice(index + 1).find(other => kept.has(other));
        const comesEarly = before !== undefined && startOf(before) > startOf(section);
        const [place, next] = comesEarly ? (['after', before] as const) : (['before', after] as const);
        const fix = next && moveSection(report, section, place, next);
        const message = `'${titleText(title)}' should come ${place} '${next ? nameOf(next) : ''}'`;
        yield {rule: sectionOrder.code, span: titleSpan(report, title), message, fixes: fix ? [fix] : []};
      }
    }
  },
};

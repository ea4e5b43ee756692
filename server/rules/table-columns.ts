import type {Rule} from './rule.ts';
import {addColumns, columnsLacking, tableHeads} from './structure/tables.ts';

export const tableColumns: Rule = {
  code: 'table-columns',
  summary: 'A table without a column that the template asks for',
  why: `Tables of action items are read by column: who does it, by when, where is it tracked. A column that is not there is an answer
that nobody gave. Only tables are looked at; a list in the place of a table is not reported. Drafts are left alone.`,
  severity: 'information',
  structural: false,
  examples: [
    {
      name: 'action items without owner and bug',
      template: 'google-sre',
      text: `---
status: final
---

## Action Items

⟦| Action Item | Type |⟧
| ----------- | ---- |
| Pin the driver | prevent |
`,
      fixed: `---
status: final
---

## Action Items

| Action Item | Type | Owner | Bug |
| ----------- | ---- | --- | --- |
| Pin the driver | prevent |  |  |
`,
    },
    {
      name: 'all columns, some with remarks, and one more',
      template: 'google-sre',
      text: `---
status: final
---

## Action Items

| # | Action item | Type (prevent, detect) | Owner | Bug |
|---|---|---|---|---|
| 1 | Pin the driver | prevent | Lena | 12 |
`,
    },
  ],
  *check(report) {
    if (report.draft) return;
    for (const {spec, titles} of report.sections) {
      if (spec.columns.length === 0) continue;
      const heads = titles.flatMap(title => tableHeads(report, title));
      const lacking = heads.map(head => ({head, columns: columnsLacking(head, spec.columns, report)}));
      const best = lacking.sort((a, b) => a.columns.length - b.columns.length)[0];
      if (!best || best.columns.length === 0) continue;
      const names = best.columns.map(column => `'${column}'`).join(', ');
      const what = best.columns.length === 1 ? 'column' : 'columns';
      const fix = {title: `Add the ${what} ${names}`, edits: addColumns(report, best.head, best.columns), safe: false};
      yield {
        rule: tableColumns.code,
        span: best.head.content,
        message: `The table lacks the ${what} ${names}`,
        fixes: [fix],
      };
    }
  },
};

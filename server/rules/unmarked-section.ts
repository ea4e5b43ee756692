import type {Rule} from './rule.ts';
import {levelOf, lineAt, mainTitles, titleSpan, titleText} from './structure/layout.ts';
import {makeHeading} from './structure/make-heading.ts';

export const unmarkedSection: Rule = {
  code: 'unmarked-section',
  summary: 'A title of a section that is no heading',
  why: `A title that Markdown takes for text does not show in outlines, tables of contents and links, and screen readers pass it
by. This holds for plain and bold lines, for list items, for \`###Title\` without a space, and for headings that stand behind an
image, in indented code or in a fence. The fix makes it a heading of the level that the document uses; text behind the colon moves
below it, and lines that are indented only because the title was not a heading lose their indentation. A title that is no heading for a
reason (in the summary of \`<details>\`, a link) is a hint, for there is nothing that the fix could do.`,
  severity: 'warning',
  structural: true,
  examples: [
    {
      name: 'a plain line',
      text: `# Postmortem: login was slow

⟦Timeline:⟧
- 08:00 UTC - The cache is emptied.
`,
      fixed: `# Postmortem: login was slow

## Timeline

- 08:00 UTC - The cache is emptied.
`,
    },
    {
      name: 'a bold title with its text on the same line',
      text: `⟦**Issue Summary:**⟧ Login took up to a minute.
`,
      fixed: `## Issue Summary

Login took up to a minute.
`,
    },
    {
      name: 'a list item with its section inside it',
      text: `1. ⟦**Timeline**⟧
   - 08:00 UTC - The cache is emptied.
   - 08:20 UTC - An engineer sees the load of the database.
`,
      fixed: `## 1. Timeline

- 08:00 UTC - The cache is emptied.
- 08:20 UTC - An engineer sees the load of the database.
`,
    },
    {
      name: 'a title in a quote',
      text: '> ⟦**Timeline**⟧\n> - 08:00 UTC - The cache is emptied.\n',
      fixed: '> ## Timeline\n> - 08:00 UTC - The cache is emptied.\n',
    },
  ],
  *check(report) {
    for (const section of report.sections) {
      for (const title of mainTitles(section)) {
        if (title.real) continue;
        const line = lineAt(report, title.start);
        const edits = line && makeHeading(report, title, line, levelOf(report, section.spec));
        const fixes = edits ? [{title: `Make '${titleText(title)}' a heading`, edits, safe: true}] : [];
        const message = `'${titleText(title)}' is a title, but not a heading`;
        const found = {rule: unmarkedSection.code, span: titleSpan(report, title), message, fixes};
        yield edits ? found : {...found, severity: 'hint'};
      }
    }
  },
};

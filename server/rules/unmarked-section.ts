import type {Rule} from './rule.ts';
import {levelOf, lineAt, mainTitles, titleSpan, titleText} from './structure/layout.ts';
import {makeHeading} from './structure/make-heading.ts';
import {neverClosed} from './structure/unwrap.ts';
import {examples} from './unmarked-section-examples.ts';

export const unmarkedSection: Rule = {
  code: 'unmarked-section',
  summary: 'A title of a section that is no heading',
  why: `A title that Markdown takes for text does not show in outlines, tables of contents and links, and screen readers pass it
by. This holds for plain and bold lines, for list items, for \`###Title\` without a space, and for headings that stand behind an
image, in indented code, in a fence around everything, or in a fence or comment that is never closed. The fix makes it a heading of the
level that the document uses; text behind the colon moves below it, and lines that are indented only because the title was not a heading
lose their indentation. A fence around everything is taken away, and what is never closed gets its end before the first heading in it. A
title that is no heading for a reason (in the summary of \`<details>\`, a link) is a hint, for there is nothing that the fix could do.`,
  severity: 'warning',
  structural: true,
  examples,
  *check(report) {
    for (const section of report.sections) {
      for (const title of mainTitles(section)) {
        if (title.real) continue;
        const line = lineAt(report, title.start);
        const edits = line && makeHeading(report, title, line, levelOf(report, section.spec));
        const name = titleText(title);
        const open = neverClosed(report, title.start);
        const fixes = edits
          ? [{title: open ? `Close the ${open}` : `Make '${name}' a heading`, edits, safe: true}]
          : [];
        const message = open
          ? `'${name}' is no heading: it stands in a ${open} that is never closed`
          : `'${name}' is a title, but not a heading`;
        const related = open && report.wrapper ? [{...report.wrapper.open, message: `The ${open} begins here`}] : [];
        const found = {rule: unmarkedSection.code, span: titleSpan(report, title), message, fixes, related};
        yield edits ? found : {...found, severity: 'hint'};
      }
    }
  },
};

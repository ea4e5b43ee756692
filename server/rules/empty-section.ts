import type {Reading, Section, Title} from '../model/reading.ts';
import type {Fix, Rule} from './rule.ts';
import {lineAt, mainTitle, newline, titleSpan, titleText} from './structure/layout.ts';
import {sectionPrompts} from './structure/section-prompts.ts';

export const emptySection: Rule = {
  code: 'empty-section',
  summary: 'A section with a title and nothing under it',
  why: `An empty section tells readers that there was something to say and that nobody said it. Write one sentence, even if it is
"Nobody was affected". Drafts are left alone: documents with \`status: draft\` in their front matter, and those in which most
sections are still empty.`,
  severity: 'warning',
  structural: false,
  examples: [
    {
      name: 'nothing under a title',
      text: `## Issue Summary

Invoices were sent twice on 4 May 2024 between 02:00 and 02:40 CEST.

## Timeline

- 02:00 CEST - The nightly job starts on two machines.

## ⟦Root cause and resolution⟧

## Corrective and preventative measures

- Take a lock before invoices are sent.
`,
    },
    {name: 'a draft', text: '## Issue Summary\n\n## Timeline\n\n## Root cause and resolution\n'},
  ],
  *check(report) {
    if (report.draft) return;
    for (const section of report.sections) {
      const title = mainTitle(section);
      if (section.status !== 'empty' || !title) continue;
      const fix = addPrompts(report, section, title);
      const message = `Section '${titleText(title)}' is empty`;
      yield {rule: emptySection.code, span: titleSpan(report, title), message, fixes: fix ? [fix] : []};
    }
  },
};

/** Prompts as tab stops; none where there is something already, such as a comment or code. */
function addPrompts(reading: Reading, {spec}: Section, title: Title): Fix | undefined {
  const line = lineAt(reading, title.bodyStart);
  const head = lineAt(reading, title.start);
  const body = reading.text.slice(
    title.bodyStart,
    Math.max(title.bodyStart, lineAt(reading, title.bodyEnd)?.start ?? 0),
  );
  if (!title.real || !line || !head || body.trim() !== '' || spec.prompts.length === 0) return undefined;
  const nl = newline(reading.text);
  const {text, snippet} = sectionPrompts(spec, nl);
  const at = head.end;
  const edit = {start: at, end: at, text: nl + nl + text, snippet: nl + nl + snippet};
  return {title: `Add the prompts of '${spec.title}'`, edits: [edit], safe: false};
}

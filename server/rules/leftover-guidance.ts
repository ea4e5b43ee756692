import type {Line, Reading} from '../model/reading.ts';
import {guidanceLeftIn} from '../templates/guidance.ts';
import type {Finding, Rule} from './rule.ts';
import {wholeLines} from './structure/layout.ts';

export const leftoverGuidance: Rule = {
  code: 'leftover-guidance',
  summary: "The template's own guidance or example rows still standing in a document",
  why: `A template says what to write; once it is written, the guidance is in the way: readers take it for part of the story, and
whoever edits the file next wonders whether the section is done. What authors answered ("What went well?" with a list below it)
is left alone, and so are drafts: documents with \`status: draft\` in their front matter, and those in which most sections are
still empty.`,
  severity: 'information',
  structural: false,
  examples: [
    {
      name: 'a comment of the template',
      text: `## Issue Summary

Nobody could sign up from 08:10 to 09:00 UTC, because the mail service refused our key.

## Timeline

- 08:10 UTC - The key expires.

## Root cause and resolution

⟦<!--
What caused the issue, in detail?
How was it fixed, in detail?
-->⟧

The key was valid for a year. We made a new one.
`,
      fixed: `## Issue Summary

Nobody could sign up from 08:10 to 09:00 UTC, because the mail service refused our key.

## Timeline

- 08:10 UTC - The key expires.

## Root cause and resolution

The key was valid for a year. We made a new one.
`,
    },
    {
      name: "an author's own comment",
      text: '## Issue Summary\n\n<!-- Ask Noor for the number of users. -->\n\nNobody could sign up from 08:10 to 09:00 UTC.\n',
    },
  ],
  *check(report) {
    if (report.draft) return;
    for (const lines of guidanceLeftIn(report)) yield finding(report, lines);
  },
};

function finding(report: Reading, lines: readonly Line[]): Finding {
  const span = {start: lines[0]?.content.start ?? 0, end: lines.at(-1)?.content.end ?? 0};
  const fix = {title: "Remove the template's guidance", edits: [{...wholeLines(report, lines), text: ''}], safe: false};
  return {rule: leftoverGuidance.code, span, message: 'This is guidance of the template', fixes: [fix]};
}

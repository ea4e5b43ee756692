import type {Report} from '../evidence/report.ts';
import type {WordRange} from '../model/template.ts';
import type {Span} from '../model/text.ts';
import type {Finding, Rule} from './rule.ts';
import {headSpan, mainTitle, titleSpan, titleText} from './structure/layout.ts';

export const wordCount: Rule = {
  code: 'word-count',
  summary: 'Fewer or more words than the template asks for',
  why: `A postmortem that is too short leaves questions open; one that is too long is not read. The template says how many words
the document should have, and may say so for each section; the setting \`postmortem.words\` overrides the former.

What counts is what a reader reads: prose, headings, list items and table cells. Inline code is one word, and so is a hyphenated
compound. Front matter, comments, fenced code, HTML tags, link targets and images do not count. Chinese, Japanese, Thai and other
scripts without spaces are counted by segmentation into words. Drafts are never too short.`,
  severity: 'warning',
  structural: false,
  examples: [
    {
      name: 'too short',
      text: `# ⟦Postmortem: mail stood still⟧

## Issue Summary

No mail was delivered on 9 June 2024 between 07:10 and 08:00 EEST.

## Timeline

- 07:10 EEST - The disk is full and the queue stops.

## Root cause and resolution

Logs were never rotated. We deleted the oldest.

## Corrective and preventative measures

- Rotate the logs of the mail server.
`,
    },
  ],
  *check(report) {
    const total = complaint(report, 'The postmortem', report.words.total, report.template.words);
    if (total) yield at(headSpan(report), total);
    for (const section of report.sections) {
      const title = mainTitle(section);
      if (!title || section.status === 'empty') continue;
      const message = complaint(report, `'${titleText(title)}'`, section.words, section.spec.words);
      if (message) yield at(titleSpan(report, title), message);
    }
  },
};

function at(span: Span, message: string): Finding {
  return {rule: wordCount.code, span, message};
}

function complaint({draft}: Report, what: string, words: number, range: WordRange = {}): string | undefined {
  const {min = 0, max = Number.POSITIVE_INFINITY} = range;
  const has = `${what} has ${words} ${words === 1 ? 'word' : 'words'}`;
  if (words < min && !draft) return `${has}, ${min - words} too few: the range is ${shown(range)}`;
  return words > max ? `${has}, ${words - max} too many: the range is ${shown(range)}` : undefined;
}

function shown({min, max}: WordRange): string {
  if (min === undefined) return `at most ${max}`;
  return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}

import {rememberedByLine} from '../model/markdown/line-memory.ts';
import type {Line, Reading} from '../model/reading.ts';
import type {Span} from '../model/text.ts';
import {findPlaceholders} from '../templates/placeholders.ts';
import type {Rule} from './rule.ts';
import {documentTitle} from './structure/layout.ts';

export const placeholder: Rule = {
  code: 'placeholder',
  summary: 'A gap of the template that nobody filled in',
  why: `\`TBD\`, \`YYYY-MM-DD\`, \`<add name here>\` or a title that still says "Incident title" is where an author meant to come
back. Readers cannot tell whether the answer is unknown or was forgotten: say which. Gaps in inline code are left alone, and so
are drafts: documents with \`status: draft\` in their front matter, and those in which most sections are still empty.`,
  severity: 'warning',
  structural: false,
  examples: [
    {
      name: 'gaps',
      text: `# Postmortem: ⟦{{ title }}⟧

## Issue Summary

From ⟦HH:MM⟧ to 16:20 UTC on ⟦YYYY-MM-DD⟧ nobody could upload a receipt. ⟦<number of users>⟧ were affected.

## Timeline

- 14:02 UTC - ⟦TBD⟧
`,
    },
    {
      name: 'what only looks like a gap',
      text: `## Issue Summary

Every address was stored as \`{{ user.mail }}\`, and dates as \`YYYY-MM-DD\`, from 14:02 to 16:20 UTC.
<br> See <https://example.com/incidents/12> and [the notes](notes.md).

## Timeline

- 14:02 UTC - A release renders <b>all</b> mails twice.
`,
    },
    {name: 'a draft', text: '---\nstatus: draft\n---\n\n## Issue Summary\n\nTBD\n'},
  ],
  *check(report) {
    if (report.draft) return;
    const title = unfilledTitle(report);
    if (title) yield finding(title, `The title '${report.text.slice(title.start, title.end)}' is not filled in yet`);
    for (const line of report.lines) {
      if (!mayHaveGaps(line)) continue;
      for (const {start, end} of gapsIn(report, line)) {
        const span = {start: line.start + start, end: line.start + end};
        yield finding(span, `'${report.text.slice(span.start, span.end)}' is not filled in yet`);
      }
    }
  },
};

const gapsIn = rememberedByLine(({text}) => findPlaceholders(text).filter(({start}) => !isInCode(text, start)));

function finding(span: Span, message: string) {
  return {rule: placeholder.code, span, message};
}

function mayHaveGaps({kind}: Line): boolean {
  return kind === 'text' || kind === 'heading' || kind === 'table' || kind === 'html' || kind === 'code';
}

/** Is the offset in a line behind an odd number of backticks? */
function isInCode(line: string, offset: number): boolean {
  return (line.slice(0, offset).match(/`+/g)?.length ?? 0) % 2 === 1;
}

const nameOfAnything =
  /^(?:the )?(?:incident|issue|outage|postmortem|post-mortem)?\s*(?:name|title)(?: of the (?:incident|issue|outage))?$/i;

function unfilledTitle(report: Reading): Span | undefined {
  const title = documentTitle(report);
  const line = title && report.lines[title.line];
  return line && nameOfAnything.test(title.text) ? line.content : undefined;
}

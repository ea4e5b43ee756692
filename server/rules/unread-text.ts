import {lineIndexAt} from '../model/markdown/source-lines.ts';
import type {Rule} from './rule.ts';

export const unreadText: Rule = {
  code: 'unread-text',
  summary: 'Text beyond the limits of what is read while one types, and front matter that is broken',
  why: `A document is read up to three hundred thousand characters, some fifty thousand words, and five thousand lines. A stretch
without a blank line that is longer than twenty thousand characters, has more than fifteen hundred lines, two thousand sides of
cells or a thousand marks, or is nested more than forty deep is read line by line, without tables, emphasis and nested lists. No
postmortem comes near these limits; pasted logs do. They keep every answer within the keystroke. What is said about the rest of the
document holds. Where the end is not read, nothing is said to be missing or left open, and nothing is moved or inserted. Put logs
into a file of their own, or into a fence with blank lines. Front matter that is no YAML, or longer than eight thousand characters,
says nothing: settings in it do not count. A comment that silences all rules does not silence this one;
\`postmortem-disable unread-text\` does.`,
  severity: 'information',
  structural: false,
  examples: [
    {name: 'quotes in quotes, very deep', text: `⟦${'> '.repeat(60)}The pager goes off.⟧\n`},
    {
      name: 'broken front matter',
      text: '⟦---⟧\ntags: [outage, mail\n---\n\n## Timeline\n\n- 10:05 UTC - The pager goes off.\n',
    },
    {name: 'a document of any usual length', text: '## Timeline\n\n- 10:05 UTC - The pager goes off.\n'},
  ],
  *check({limits, lines, text, frontMatter}) {
    if (frontMatter?.error !== undefined) {
      const message = `The front matter cannot be read: ${frontMatter.error}`;
      yield {rule: unreadText.code, span: {start: frontMatter.start, end: frontMatter.start + 3}, message};
    }
    for (const {start, end, kind} of limits) {
      const first = lines[lineIndexAt(lines, start)];
      if (kind === 'unread') {
        const message = `Analysed up to line ${lines.length}: the document is too long to be read to its end`;
        yield {rule: unreadText.code, span: {start, end: Math.min(start + 1, text.length)}, message};
      } else if (first) {
        const last = lines[lineIndexAt(lines, end - 1)] ?? first;
        const where =
          last === first ? `Line ${first.index + 1} is` : `Lines ${first.index + 1} to ${last.index + 1} are`;
        const message = `${where} read without tables, emphasis and nesting: too long, too deep or too many marks`;
        yield {rule: unreadText.code, span: {start: first.start, end: first.end}, message};
      }
    }
  },
};

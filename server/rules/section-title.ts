import {editDistance, nameTokens} from '../model/sections/names.ts';
import type {Rule} from './rule.ts';
import {mainTitle} from './structure/layout.ts';

export const sectionTitle: Rule = {
  code: 'section-title',
  summary: 'A title that is a slip of the pen away from the template',
  why: `Links, tables of contents and searches over many postmortems go by the titles of sections. "Time line" or "Issue
Sumary" is understood, but not found. Other names for a section ("Action items") are not reported, and remarks behind a title
("all times in UTC") stay. The fix replaces a word of the author's, so it is not applied on save.`,
  severity: 'information',
  structural: false,
  examples: [
    {
      name: 'a slip of the pen',
      text: '## ⟦Time line⟧ (all times in UTC)\n\n- 18:30 - The certificate of the mail server expires.\n',
      fixed: '## Timeline (all times in UTC)\n\n- 18:30 - The certificate of the mail server expires.\n',
    },
    {
      name: 'a number, and several causes for one',
      text: '## 2 Timeline\n\n- 18:30 UTC - The certificate of the mail server expires.\n\n## Root causes and resolution\n',
    },
    {
      name: 'the same words',
      text: '## Root cause & resolution\n\nA disk was full. We made room.\n\n## Corrective/Preventive Measures\n\n- Watch it.\n',
    },
    {
      name: 'another name',
      text: '## Incident timeline\n\n- 18:30 UTC - The certificate of the mail server expires.\n',
    },
  ],
  *check(report) {
    for (const section of report.sections) {
      const title = mainTitle(section);
      if (title?.match !== 'near') continue;
      const {spec} = section;
      const {name} = title;
      const written = report.text.slice(name.start, name.end).trimEnd();
      if (!isSlip(written, spec.title)) continue;
      const span = {start: name.start, end: name.start + written.length};
      yield {
        rule: sectionTitle.code,
        span,
        message: `'${written}' is not the template's title; '${spec.title}' is`,
        fixes: [{title: `Change to '${spec.title}'`, edits: [{...span, text: spec.title}], safe: false}],
      };
    }
  },
};

/** The same words spaced otherwise, or a few letters away; not a title with words of its own, a number, or one thing for several. */
function isSlip(written: string, title: string): boolean {
  if (nameTokens(written).join(' ') === nameTokens(title).join(' ')) return false;
  const letters = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const [one, other] = [letters(written), letters(title)];
  const allowed = Math.max(1, Math.min(3, Math.floor(other.length / 6)));
  return /^[\p{L}\p{N} &,'/-]+$/u.test(written) && editDistance(one, other, allowed) <= allowed;
}

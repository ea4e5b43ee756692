import type {Heading, Reading} from '../model/reading.ts';
import type {Span} from '../model/text.ts';
import type {Finding, Rule} from './rule.ts';
import {setLevel} from './structure/heading-edits.ts';
import {bodyEnd, isInParent, levelOf, mainTitles, titleSpan, titleText} from './structure/layout.ts';
import {levelGaps} from './structure/level-gaps.ts';

export const headingLevel: Rule = {
  code: 'heading-level',
  summary: 'Sections of one rank at different heading levels, or levels left out',
  why: `Outlines, tables of contents and screen readers take the level of a heading for its rank: a section one level too deep
becomes a part of the section above it. All sections that have the same rank in the template should have the same level, each
level one below that of the heading above it. Headings inside a section move along with it.`,
  severity: 'warning',
  structural: true,
  examples: [
    {
      name: 'one section too deep',
      text: `# Postmortem: no search results

## Issue Summary

### ⟦Timeline⟧

#### Detection

## Root cause and resolution
`,
      fixed: `# Postmortem: no search results

## Issue Summary

## Timeline

### Detection

## Root cause and resolution
`,
    },
    {name: 'a document without a title', text: '### Issue Summary\n\n### Timeline\n'},
  ],
  *check(report) {
    let moved = false;
    for (const section of report.sections) {
      for (const title of mainTitles(section)) {
        const level = levelOf(report, section.spec);
        if (!title.real || title.level === level || !isInParent(report, section, title)) continue;
        const end = bodyEnd(report, title);
        const group = report.headings.filter(
          ({line, start, level: own}) =>
            line === title.line || (start > title.start && start < end && own > title.level),
        );
        moved = true;
        const message = `'${titleText(title)}' is a heading of level ${title.level}; it should have level ${level}`;
        yield finding(report, titleSpan(report, title), message, group, level - title.level);
      }
    }
    if (moved) return;
    for (const {heading, above, group} of levelGaps(report)) {
      const message = `'${heading.text}' is a heading of level ${heading.level}, right below one of level ${above.level}`;
      const {start, end} = report.lines[heading.line]?.content ?? heading;
      const found = finding(report, {start, end}, message, group, above.level + 1 - heading.level);
      yield {...found, severity: 'information'};
    }
  },
};

function finding(report: Reading, span: Span, message: string, group: readonly Heading[], by: number): Finding {
  const edits = group.map(heading => setLevel(report, heading, heading.level + by));
  const fix = {
    title: by < 0 ? 'Raise this heading' : 'Lower this heading',
    edits: edits.flatMap(edit => edit ?? []),
    safe: true,
  };
  const fixes = edits.includes(undefined) ? [] : [fix];
  return {rule: headingLevel.code, span, message, fixes};
}

import type {Report, RequirementState} from '../evidence/report.ts';
import type {Reading, Section, Title} from '../model/reading.ts';
import {fullPostmortem, withoutTimeline} from './missing-content-examples.ts';
import type {Fix, Rule} from './rule.ts';
import {bodyEnd, hasWordsBefore, lineAt, mainTitle, newline, titleSpan, titleText} from './structure/layout.ts';
import {sectionPrompts} from './structure/section-prompts.ts';
import {isFormatTold} from './timeline/format.ts';

export const missingContent: Rule = {
  code: 'missing-content',
  summary: 'A section that leaves open what its template asks for',
  why: `A section can be there and still not say what readers came for: when it ended, how many users it hit, who was called in.
Each template asks its questions of each section; this rule lists those for which no answer was found, judged over the whole
document as a reader would. What counts as an answer is described under [Evidence](../evidence.md). When the answer is there and was
not recognised, or a question does not apply, switch the question off by its id under \`requirements\`, or ignore the finding.
Drafts are left alone.`,
  severity: 'information',
  structural: false,
  examples: [
    {name: 'everything is said', text: fullPostmortem},
    {name: 'a timeline without detection, escalation and dead ends', text: withoutTimeline},
    {name: 'a draft', text: '---\nstatus: draft\n---\n\n## Issue Summary\n\nThe shop was down.\n'},
  ],
  *check(report) {
    if (report.draft) return;
    for (const section of report.sections) {
      const title = mainTitle(section);
      if (!title || section.status === 'empty') continue;
      const open = report.requirements.filter(
        state => isOpen(report, state) && state.requirement.section === section.spec.id,
      );
      if (open.length === 0) continue;
      const span = titleSpan(report, title);
      const fix = addMissingParts(report, section, title, open);
      yield {
        rule: missingContent.code,
        span,
        message: `'${titleText(title)}' leaves open: ${open.map(({requirement}) => requirement.question).join(' ')}`,
        fixes: fix ? [fix] : [],
        related: open.flatMap(({requirement: {example}}) =>
          example ? [{...span, message: `For example: ${example}`}] : [],
        ),
      };
    }
  },
};

/** How a timeline is written is the matter of `timeline-format`: what that tells of, and mends, is not told twice. */
function isOpen(report: Report, {met, requirement}: RequirementState): boolean {
  return !met && !(requirement.evidence === 'timeline-bullets' && isFormatTold(report));
}

/** Prompts at the end of the section, for the author to answer; `undefined` where another section begins on its last line. */
function addMissingParts(
  reading: Reading,
  {spec}: Section,
  title: Title,
  open: readonly RequirementState[],
): Fix | undefined {
  const prompts = open
    .filter(({requirement}) => isAnswerable(requirement.evidence))
    .map(({requirement}) => requirement.question);
  const end = bodyEnd(reading, title);
  const lines = reading.lines.filter(
    line => line.start >= title.bodyStart && line.start < end && line.kind !== 'blank',
  );
  const last = lines.at(-1) ?? lineAt(reading, title.start);
  const next = lineAt(reading, end);
  if (prompts.length === 0 || !last || (next && hasWordsBefore(next, end) && end < reading.text.length))
    return undefined;
  const nl = newline(reading.text);
  const {text, snippet} = sectionPrompts({...spec, prompts, columns: []}, nl);
  const edit = {start: last.end, end: last.end, text: `${nl}${nl}${text}`, snippet: `${nl}${nl}${snippet}`};
  return {title: 'Add the missing parts', edits: [edit], safe: false};
}

/** How entries are written is mended where they stand: nothing that is added answers it. */
function isAnswerable(evidence: string): boolean {
  return evidence !== 'timeline-bullets';
}

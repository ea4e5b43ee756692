import type {Reading, Suppression} from '../model/reading.ts';
import {editDistance} from '../model/sections/names.ts';
import {suppressionComments} from '../model/suppressions.ts';
import type {Finding, Fix, Rule} from './rule.ts';
import {lineAt} from './structure/layout.ts';

export const unusedSuppression: Rule = {
  code: 'unused-suppression',
  summary: 'A suppression comment that suppresses nothing',
  why: `A comment such as \`<!-- postmortem-disable-next-line section-order -->\` says that the author knows better. Once there
is nothing left to suppress, it only hides the next real mistake.`,
  severity: 'warning',
  structural: false,
  examples: [
    {
      name: 'nothing to suppress',
      text: `⟦<!-- postmortem-disable-next-line empty-section -->⟧
## Timeline

- 10:05 UTC - The alert on failed logins fires.
`,
      fixed: '## Timeline\n\n- 10:05 UTC - The alert on failed logins fires.\n',
    },
    {
      name: 'a comment that there is not',
      text: '## Timeline\n\n⟦<!-- postmortem-disable-fil timeline-order -->⟧\n\n- 10:05 UTC - The alert on failed logins fires.\n',
    },
  ],
  // Whether a suppression was needed is known only after all other rules: the runner asks `unusedSuppressions`.
  check: () => [],
};

/**
 * @param known.used which rule each suppression silenced, as `index rule`.
 * @param known.ran codes of the rules that ran: nothing is said about the others.
 * @param known.all codes of all rules.
 */
export function unusedSuppressions(
  reading: Reading,
  known: {readonly used: ReadonlySet<string>; readonly ran: readonly string[]; readonly all: readonly string[]},
): Finding[] {
  return reading.suppressions.flatMap((suppression, index) => {
    const isUsed = (rule: string) => known.used.has(`${index} ${rule}`);
    if (suppression.unknown !== undefined) return [finding(reading, suppression, unknownComment(suppression.unknown))];
    if (suppression.rules.length === 0)
      return known.ran.some(isUsed) ? [] : [finding(reading, suppression, 'This comment suppresses nothing')];
    return suppression.rules.flatMap(rule => {
      if (!known.all.includes(rule)) return [finding(reading, suppression, `There is no rule '${rule}'`)];
      if (isUsed(rule) || !known.ran.includes(rule)) return [];
      return [finding(reading, suppression, `This comment suppresses no finding of '${rule}'`)];
    });
  });
}

function unknownComment(name: string): string {
  const meant = suppressionComments.find(each => editDistance(name, each, 2) <= 2);
  return `There is no comment '${name}'${meant ? `; did you mean '${meant}'?` : ''}`;
}

function finding(reading: Reading, suppression: Suppression, message: string): Finding {
  const {start, end, rules} = suppression;
  const fixes = rules.length < 2 ? [removal(reading, suppression)] : [];
  return {rule: unusedSuppression.code, span: {start, end}, message, fixes};
}

/** Takes the whole line away where the comment is alone on it. */
function removal(reading: Reading, {start, end}: Suppression): Fix {
  const line = lineAt(reading, start);
  const rest = line && reading.text.slice(line.start, start) + reading.text.slice(end, line.end);
  const next = line && reading.lines[line.index + 1];
  const span = line && rest?.trim() === '' ? {start: line.start, end: next?.start ?? line.end} : {start, end};
  return {title: 'Remove this comment', edits: [{...span, text: ''}], safe: true};
}

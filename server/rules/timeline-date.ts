import type {Rule} from './rule.ts';
import {dateRemarks} from './timeline/dates.ts';

export const timelineDate: Rule = {
  code: 'timeline-date',
  summary: 'A day in the timeline that cannot be meant',
  why: `Wrong days are slips of the finger that every calculation inherits: a year left from an older postmortem, a digit too many, a
weekday that does not belong to the date, a day that has not come yet. A date far away from all others may well be right, for
instance when a fault was built in months before it showed: it is only hinted at.`,
  severity: 'warning',
  structural: false,
  examples: [
    {
      name: 'the year of another incident',
      text: `## Timeline

- 2024-02-11 14:34 GMT - Builds fail.
- ⟦2023-02-11⟧ 14:40 GMT - The password is changed.
- 2024-02-11 14:51 GMT - Builds pass.
`,
      fixed: `## Timeline

- 2024-02-11 14:34 GMT - Builds fail.
- 2024-02-11 14:40 GMT - The password is changed.
- 2024-02-11 14:51 GMT - Builds pass.
`,
    },
    {
      name: 'a digit too many',
      text: `## Timeline

- ⟦22024-02-11⟧ 14:34 GMT - Builds fail.
- 2024-02-11 14:51 GMT - Builds pass.
`,
      fixed: `## Timeline

- 2024-02-11 14:34 GMT - Builds fail.
- 2024-02-11 14:51 GMT - Builds pass.
`,
    },
    {
      name: 'a weekday that does not match',
      text: `## Timeline

- ⟦Friday, 9 May 2024⟧, 10:05 UTC - Builds fail.
`,
      fixed: `## Timeline

- Thursday, 9 May 2024, 10:05 UTC - Builds fail.
`,
    },
  ],
  *check(report) {
    for (const remark of dateRemarks(report, Date.now())) yield {rule: timelineDate.code, ...remark};
  },
};

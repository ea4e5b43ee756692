import type {Rule} from './rule.ts';
import {impossibleTime, isUnknown} from './timeline/impossible.ts';
import {firstLine, isUnwritten, mentionsTime} from './timeline/runs.ts';

export const timelineEntryTime: Rule = {
  code: 'timeline-entry-time',
  summary: 'A timeline entry with an impossible time, or with none',
  why: `A timeline is only as good as its times. \`25:61\` is on no clock, and \`23:00 AM\` says two things at once: the reader cannot
know which is meant. Where one reading is left, by itself or between the entries around it, the fix writes it as the other entries
are written; where there are two, the choice is the author's.

An entry without a time (or with \`??\` for one) is only remarked on: an estimate such as \`~10:20\` tells more than nothing. Gaps of
the template such as \`HH:MM\` are left to the rule \`placeholder\`.`,
  severity: 'warning',
  structural: false,
  examples: [
    {
      name: 'AM and PM on a 24-hour clock',
      text: `## Timeline

- 14:05 UTC - The disk is full.
- ⟦14:15pm⟧ UTC - Writes fail.
- 14:40 UTC - Logs are removed.
`,
      fixed: `## Timeline

- 14:05 UTC - The disk is full.
- 14:15 UTC - Writes fail.
- 14:40 UTC - Logs are removed.
`,
    },
    {
      name: 'a time that only fits one way between the others',
      text: `## Timeline

- 10:50 PM EST - The disk is full.
- ⟦23:00 AM⟧ EST - Writes fail.
- 11:20 PM EST - Logs are removed.
`,
      fixed: `## Timeline

- 10:50 PM EST - The disk is full.
- 11:00 PM EST - Writes fail.
- 11:20 PM EST - Logs are removed.
`,
    },
    {
      name: 'no such time, and no time',
      text: `## Timeline

- 14:05 UTC - The disk is full.
- ⟦14:71⟧ UTC - Writes fail.
- ⟦Logs are removed.⟧
- ⟦??:??⟧ UTC - Writes work again.
`,
    },
  ],
  *check(report) {
    const {timeline} = report;
    if (!timeline?.entries.some(({said}) => said) || isUnwritten(report)) return;
    const rule = timelineEntryTime.code;
    const remark = {rule, severity: 'information'} as const;
    for (const [index, entry] of timeline.entries.entries()) {
      if (entry.said && !entry.said.clock?.problem && !entry.said.placeholder) continue;
      const {clock, placeholder} = entry.stamp ?? {};
      if (clock?.problem) yield {rule, ...impossibleTime(report, clock, index)};
      else if (placeholder && isUnknown(report, placeholder))
        yield {...remark, span: placeholder, message: 'The time of this timeline entry is not known yet'};
      else if (!entry.stamp) {
        const lacks = mentionsTime(report, entry) ? 'does not begin with its time' : 'has no time';
        yield {...remark, span: firstLine(report, entry.text), message: `This timeline entry ${lacks}`};
      }
    }
  },
};

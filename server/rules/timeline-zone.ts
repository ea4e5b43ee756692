import type {Rule} from './rule.ts';
import {zoneRemarks} from './timeline/zones.ts';

export const timelineZone: Rule = {
  code: 'timeline-zone',
  summary: 'Times without a time zone, or in several',
  why: `\`10:05\` in Lagos is not \`10:05\` in London, and logs are kept in UTC. State the zone once for the whole timeline ("All times
in UTC"); readers elsewhere, and you yourself after the next change of the clocks, depend on it. Times in several zones cannot be
compared at a glance: the fix converts them all, daylight saving minded.

An abbreviation that is not in force on the day (PST in July) is a hint: most who write it mean the time that the clocks showed.`,
  severity: 'warning',
  structural: false,
  examples: [
    {
      name: 'no zone',
      text: `## Timeline

- ⟦10:05⟧ - The queue fills up.
- 10:20 - An alert fires.
`,
      fixed: `## Timeline

All times in UTC.

- 10:05 - The queue fills up.
- 10:20 - An alert fires.
`,
    },
    {
      name: 'several zones',
      text: `## Timeline

- 10:05 UTC - The queue fills up.
- ⟦6:20 AM EDT⟧ - An alert fires.
- 10:40 UTC - The queue is empty.
`,
      fixed: `## Timeline

- 10:05 UTC - The queue fills up.
- 10:20 AM UTC - An alert fires.
- 10:40 UTC - The queue is empty.
`,
    },
    {
      name: 'the title says otherwise',
      text: `## Timeline (all times in ⟦CET⟧)

- 10:05 UTC - The queue fills up.
- 10:20 UTC - An alert fires.
`,
    },
  ],
  *check(report) {
    for (const remark of zoneRemarks(report)) yield {rule: timelineZone.code, ...remark};
  },
};

import type {Rule} from './rule.ts';
import {durationRemarks} from './timeline/durations.ts';

export const durationMismatch: Rule = {
  code: 'duration-mismatch',
  summary: 'A stated duration, start or end that does not agree with itself or with the timeline',
  why: `"Down for 45 minutes" is the number that is quoted afterwards, and one in five is wrong. A duration is compared with the start
and end that the text states, and otherwise with the timeline: from its beginning, detection or first entry to mitigation,
resolution or last entry. A few minutes, or "about", are allowed for, and so are clocks that run in office hours only (the setting
\`postmortem.officeHours\`, or "during support hours 10:00-17:00" in the text). The fix writes what the times add up to.`,
  severity: 'warning',
  structural: false,
  examples: [
    {
      name: 'a duration against its own start and end',
      text: `## Issue Summary

The search was down from 10:15 to 11:40 UTC on 4 March 2024 (duration: ⟦65 minutes⟧).

## Timeline

- 10:15 UTC - The index fills the disk.
- 10:22 UTC - An alert fires.
- 11:40 UTC - Search is restored.
`,
      fixed: `## Issue Summary

The search was down from 10:15 to 11:40 UTC on 4 March 2024 (duration: 85 minutes).

## Timeline

- 10:15 UTC - The index fills the disk.
- 10:22 UTC - An alert fires.
- 11:40 UTC - Search is restored.
`,
    },
    {
      name: 'detected before it began',
      text: `## Issue Summary

From ⟦10:30 to 11:40 UTC⟧ nobody could search.

## Timeline

- 10:15 UTC - An alert for a full disk is detected.
- 11:40 UTC - Search is restored.
`,
    },
    {
      name: 'a timeline on a 12-hour clock without AM and PM',
      text: `## Issue Summary

From 10:15 PM to 11:40 PM nobody could search.

## Timeline

- 10:15 - An alert for a full disk is detected.
- 11:40 - Search is restored.
`,
    },
    {
      name: 'another day',
      text: `## Issue Summary

The outage began on ⟦2024-03-05⟧ 10:15 UTC.

## Timeline

- 2024-03-04 10:15 UTC - The index fills the disk.
- 2024-03-04 11:40 UTC - Search is restored.
`,
    },
  ],
  *check(report) {
    for (const remark of durationRemarks(report)) yield {rule: durationMismatch.code, ...remark};
  },
};

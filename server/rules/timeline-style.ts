import type {Finding, Rule} from './rule.ts';
import {type OddStyle, oddClocks, oddSeparators} from './timeline/style.ts';

export const timelineStyle: Rule = {
  code: 'timeline-style',
  summary: 'Timeline entries that are written in different ways',
  why: `One way of writing times, and one mark between time and text, lets the eye run down the timeline, and scripts read it. What most
entries have is taken for the style; the settings \`postmortem.timelineClock\` and \`postmortem.timelineSeparator\` set another. The
fix rewrites the entries that differ and changes no time.`,
  severity: 'hint',
  structural: false,
  examples: [
    {
      name: 'a 12-hour clock among 24-hour ones',
      text: `## Timeline

- 09:55 UTC - Disk latency rises.
- ⟦2:10 PM⟧ UTC - The volume is replaced.
- 14:40 UTC - Latency is normal.
`,
      fixed: `## Timeline

- 09:55 UTC - Disk latency rises.
- 14:10 UTC - The volume is replaced.
- 14:40 UTC - Latency is normal.
`,
    },
    {
      name: 'separators',
      text: `## Timeline

- **09:55 UTC** – Disk latency rises.
- **⟦14:10 UTC⟧:** The volume is replaced.
- **14:40 UTC** – Latency is normal.
`,
      fixed: `## Timeline

- **09:55 UTC** – Disk latency rises.
- **14:10 UTC** – The volume is replaced.
- **14:40 UTC** – Latency is normal.
`,
    },
  ],
  *check(report) {
    const {timeline, preferences = {}} = report;
    if (!timeline) return;
    const clocks = oddClocks(timeline, preferences);
    if (clocks) yield* finding(clocks, 'clock', `Write all times like ${clocks.usual}`);
    const separators = oddSeparators(report, timeline, preferences);
    if (separators) yield* finding(separators, 'separator', `Put ${separators.usual} between all times and texts`);
  },
};

function finding({odd, usual, edits}: OddStyle, what: 'clock' | 'separator', title: string): Finding[] {
  const stamp = odd[0]?.stamp;
  const span = what === 'clock' ? stamp?.clock : stamp;
  if (!span) return [];
  const others = odd.length > 1 ? ` (${odd.length - 1} more like it)` : '';
  const message =
    what === 'clock'
      ? `Other times are written like ${usual}${others}`
      : `Other entries have ${usual} behind the time${others}`;
  const fixes = edits.length > 0 ? [{title, edits, safe: true}] : [];
  return [{rule: timelineStyle.code, span: {start: span.start, end: span.end}, message, fixes}];
}

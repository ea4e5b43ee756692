import type {Report} from '../evidence/report.ts';
import {MINUTE} from '../model/time/calendar.ts';
import type {TimelineEntry} from '../model/timeline/entry.ts';
import {formatLength} from '../model/timeline/milestone-metrics.ts';
import type {Rule} from './rule.ts';
import {noonsTakenForMidnight} from './timeline/noon.ts';

/** Shorter gaps are told by the entry before them. */
const shortest = 120;
const explanations = /\b(?:a?wait|overnight|next (?:day|morning)|monitor|paused?|weekend|scheduled|until)/i;

export const timelineGap: Rule = {
  code: 'timeline-gap',
  summary: 'Hours between detection and resolution of which the timeline tells nothing',
  why: `Between detection and resolution a reader expects something every now and then: what was tried, what did not work, who was
asked. A gap of two hours and more that takes a third of that time is where the dead ends were left out, and those are what others
learn from. If nothing happened, say so ("waiting for the vendor", "monitoring overnight").`,
  severity: 'hint',
  structural: false,
  examples: [
    {
      name: 'an afternoon',
      text: `## Timeline

- 10:05 UTC - An alert shows that uploads fail.
- 10:20 UTC - The storage team joins.
- 10:40 UTC - The new bucket policy is suspected.
- ⟦15:30 UTC⟧ - The policy is rolled back.
- 15:40 UTC - Service is restored.
`,
    },
    {
      name: 'a gap that is explained',
      text: `## Timeline

- 10:05 UTC - An alert shows that uploads fail.
- 10:20 UTC - The storage team joins.
- 10:40 UTC - We open a ticket and wait for the vendor.
- 15:30 UTC - The vendor rolls the policy back.
- 15:40 UTC - Service is restored.
`,
    },
  ],
  *check(report) {
    const during = betweenDetectionAndResolution(report);
    const [first, last] = [during[0]?.time, during.at(-1)?.time];
    if (during.length < 4 || first === undefined || last === undefined) return;
    const doubted = new Set(noonsTakenForMidnight(report).map(({entry}) => entry));
    for (const [index, entry] of during.entries()) {
      const before = during[index - 1];
      const gap = ((entry.time ?? 0) - (before?.time ?? Number.POSITIVE_INFINITY)) / MINUTE;
      if (gap < shortest || gap * 3 * MINUTE < last - first) continue;
      if (!before || before.run !== entry.run || !entry.stamp || doubted.has(entry) || doubted.has(before)) continue;
      if (explanations.test(report.prose.slice(before.start, before.end) + report.prose.slice(entry.start, entry.end)))
        continue;
      const message = `The timeline tells nothing of the ${formatLength(gap)} before this entry`;
      yield {rule: timelineGap.code, span: entry.stamp, message};
    }
  },
};

function betweenDetectionAndResolution({timeline}: Report): readonly TimelineEntry[] {
  const entryOf = (name: string) => timeline?.milestones.find(milestone => milestone.name === name)?.entry;
  const detected = entryOf('detected');
  const resolved = entryOf('mitigated') ?? entryOf('resolved');
  if (!timeline || detected === undefined || resolved === undefined) return [];
  const entries = timeline.entries.slice(detected, resolved + 1);
  return entries.filter(
    ({time, precision, placement}) => time !== undefined && precision !== 'day' && placement === 'leading',
  );
}

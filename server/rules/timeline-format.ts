import type {Report} from '../evidence/report.ts';
import type {Timeline} from '../model/timeline/timeline.ts';
import type {Finding, Rule} from './rule.ts';
import {formatFaults} from './timeline/format.ts';
import {isLoose, makeList} from './timeline/make-list.ts';
import {firstLine} from './timeline/runs.ts';

export const timelineFormat: Rule = {
  code: 'timeline-format',
  summary: 'A timeline that is no list of times and events',
  why: `Lines that follow each other without a blank line are one paragraph to Markdown: readers get the whole timeline as a block of
text. A list item for each entry, with the time in front, is read at a glance and can be linked, folded and quoted. Tables and a
heading for each entry do as well. The fix makes list items; times and words stay as they are.`,
  severity: 'warning',
  structural: false,
  examples: [
    {
      name: 'lines of one paragraph',
      text: `## Timeline

⟦09:12 UTC: Checkout fails for cards.⟧
09:20 UTC: Support opens an incident.
The bank is called.
09:41 UTC: The bank's gateway answers again.
`,
      fixed: `## Timeline

- 09:12 UTC: Checkout fails for cards.
- 09:20 UTC: Support opens an incident.
  The bank is called.
- 09:41 UTC: The bank's gateway answers again.
`,
    },
    {
      name: 'one line for all',
      text: `## Timeline

⟦09:12 UTC: Checkout fails.⟧ 09:20 UTC: Support opens an incident. 09:41 UTC: The bank answers.
`,
      fixed: `## Timeline

- 09:12 UTC: Checkout fails.
- 09:20 UTC: Support opens an incident.
- 09:41 UTC: The bank answers.
`,
    },
  ],
  *check(report) {
    const {timeline} = report;
    const [first] = timeline?.entries ?? [];
    if (!timeline || !first) return;
    const {loose, times} = formatFaults(report);
    if (loose) yield finding(report, timeline, loose);
    if (!times) return;
    const message = `No entry of the timeline ${times === 'none' ? 'has a' : 'begins with its'} time`;
    yield {rule: timelineFormat.code, span: firstLine(report, first.text), message};
  },
};

function finding(report: Report, timeline: Timeline, severity: 'warning' | 'information'): Finding {
  const entry = timeline.entries.find(isLoose);
  const end = entry && firstLine(report, entry).end;
  const span = {start: entry?.start ?? timeline.start, end: end ?? timeline.end};
  const edits = makeList(report, timeline.entries);
  const isAll = timeline.entries.every(isLoose);
  const message = isAll
    ? 'The timeline is not a list of times and events'
    : 'This timeline entry is not an item of the list';
  const title = isAll ? 'Make the timeline a list' : 'Make it an item of the list';
  return {
    rule: timelineFormat.code,
    span,
    message,
    severity,
    fixes: edits.length > 0 ? [{title, edits, safe: true}] : [],
  };
}

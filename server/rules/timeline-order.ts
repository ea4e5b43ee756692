import type {Rule} from './rule.ts';
import {orderRemarks} from './timeline/order.ts';

export const timelineOrder: Rule = {
  code: 'timeline-order',
  summary: 'A timeline entry that is earlier than the one before it',
  why: `Readers follow a timeline from top to bottom: an entry in the wrong place, or with a mistyped time or day, makes them doubt
the rest. Times in different zones are compared as instants, and entries after midnight count as the next day even where the day is
not stated. What is only likely, such as approximate times or a zone that may be a slip, is a hint. 12:30 AM right after 11:40 AM says
that a night has passed, where most likely it is half past noon: PM is offered, and nothing is moved.

Lists of milestones ("Detected 10:05, resolved 11:20") may stand in any order. The fix sorts the entries by time and moves what is
nested in them along; where the time is wrong rather than the place, correct the time instead.`,
  severity: 'warning',
  structural: false,
  examples: [
    {
      name: 'an entry in the wrong place',
      text: `## Timeline

- 10:05 UTC - The queue fills up.
- 10:40 UTC - Workers are restarted.
- ⟦10:20 UTC⟧ - An alert fires.
  - It names the wrong queue.
- 10:55 UTC - The queue is empty.
`,
      fixed: `## Timeline

- 10:05 UTC - The queue fills up.
- 10:20 UTC - An alert fires.
  - It names the wrong queue.
- 10:40 UTC - Workers are restarted.
- 10:55 UTC - The queue is empty.
`,
    },
    {
      name: 'over midnight',
      text: `## Timeline

- 23:50 UTC - The certificate expires.
- 00:10 UTC - Customers call.
`,
    },
    {
      name: 'noon written as midnight',
      text: `## Timeline

- 11:40 AM UTC - The queue fills up.
- ⟦12:30 AM⟧ UTC - Workers are restarted.
- 1:15 PM UTC - The queue is empty.
`,
      fixed: `## Timeline

- 11:40 AM UTC - The queue fills up.
- 12:30 PM UTC - Workers are restarted.
- 1:15 PM UTC - The queue is empty.
`,
    },
    {
      name: 'an approximate time',
      text: `## Timeline

- 10:05 UTC - The queue fills up.
- ⟦~10:00 UTC⟧ - A deploy ends.
`,
      fixed: `## Timeline

- ~10:00 UTC - A deploy ends.
- 10:05 UTC - The queue fills up.
`,
    },
  ],
  *check(report) {
    for (const remark of orderRemarks(report)) yield {rule: timelineOrder.code, ...remark};
  },
};

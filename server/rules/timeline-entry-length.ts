import type {Rule} from './rule.ts';

const longest = 2;

export const timelineEntryLength: Rule = {
  code: 'timeline-entry-length',
  summary: 'A timeline entry of more than two sentences',
  why: `A timeline is read at a glance: what happened, when, and who saw it, in one or two sentences an entry. Causes, doubts and
explanations are better told where they are discussed, or below the entry as a nested list, which is not counted. Entries that have
a heading of their own may tell more.`,
  severity: 'information',
  structural: false,
  examples: [
    {
      name: 'three sentences',
      text: `## Timeline

- 08:10 CET - ⟦Mail to customers stops. We think the relay's certificate ran out. Nobody had renewed it.⟧
- 08:30 CET - The certificate is renewed, e.g. for the relay in Graz. Mail flows again.
`,
    },
  ],
  *check({timeline}) {
    for (const {sentences, text, form} of timeline?.entries ?? []) {
      if (sentences <= longest || form === 'heading') continue;
      const message = `This timeline entry has ${sentences} sentences: one or two are read at a glance`;
      yield {rule: timelineEntryLength.code, span: text, message};
    }
  },
};

import type {Example} from './rule.ts';

/** Titles that are no headings, and what the fix makes of them. */
export const examples: readonly Example[] = [
  {
    name: 'a plain line',
    text: `# Postmortem: login was slow

⟦Timeline:⟧
- 08:00 UTC - The cache is emptied.
`,
    fixed: `# Postmortem: login was slow

## Timeline

- 08:00 UTC - The cache is emptied.
`,
  },
  {
    name: 'a bold title with its text on the same line',
    text: `⟦**Issue Summary:**⟧ Login took up to a minute.
`,
    fixed: `## Issue Summary

Login took up to a minute.
`,
  },
  {
    name: 'a list item with its section inside it',
    text: `1. ⟦**Timeline**⟧
   - 08:00 UTC - The cache is emptied.
   - 08:20 UTC - An engineer sees the load of the database.
`,
    fixed: `## 1. Timeline

- 08:00 UTC - The cache is emptied.
- 08:20 UTC - An engineer sees the load of the database.
`,
  },
  {
    name: 'a code block that nobody closed',
    text: `## Timeline

\`\`\`
08:00 UTC - The cache is emptied.

## ⟦Root cause and resolution⟧

The cache was full.
`,
    fixed: `## Timeline

\`\`\`
08:00 UTC - The cache is emptied.
\`\`\`

## Root cause and resolution

The cache was full.
`,
  },
  {
    name: 'a title in a quote',
    text: '> ⟦**Timeline**⟧\n> - 08:00 UTC - The cache is emptied.\n',
    fixed: '> ## Timeline\n> - 08:00 UTC - The cache is emptied.\n',
  },
];

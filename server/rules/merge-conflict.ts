import type {Conflict, Reading} from '../model/reading.ts';
import type {Span} from '../model/text.ts';
import type {Finding, Fix, Rule} from './rule.ts';
import {lineAt} from './structure/layout.ts';

export const mergeConflict: Rule = {
  code: 'merge-conflict',
  summary: 'Conflict markers that git left in the document',
  why: `Git could not merge two versions and wrote both into the file, between \`<<<<<<<\` and \`>>>>>>>\`. Readers see both,
and nothing can be said about the document before one is chosen: while a conflict stands, no other rule reports anything.

The fixes keep one side or both. None of them is applied on save: which one is right, only the author knows.`,
  severity: 'error',
  structural: false,
  examples: [
    {
      name: 'two versions of one line',
      text: `## Issue Summary

⟦<<<<<<< HEAD⟧
Search was down for 40 minutes.
=======
Search was slow for 40 minutes.
>>>>>>> fix/summary
`,
      fixed: `## Issue Summary

Search was down for 40 minutes.
`,
    },
    {name: 'resolved', text: '## Issue Summary\n\nSearch was down for 40 minutes.\n'},
  ],
  *check({conflicts, ...report}) {
    for (const conflict of conflicts) yield finding(conflict, {...report, conflicts});
  },
};

function finding(conflict: Conflict, reading: Reading): Finding {
  const first = lineAt(reading, conflict.start);
  const {ours, theirs} = conflict;
  const span = {start: conflict.start, end: first?.end ?? conflict.end};
  const closed = reading.text.slice(theirs.end, conflict.end).startsWith('>>>>>>>');
  if (!closed || !reading.text.slice(conflict.start, span.end).startsWith('<<<<<<<'))
    return {rule: mergeConflict.code, span, message: 'Rest of a merge conflict'};
  const [one, other] = [ours.name || 'ours', theirs.name || 'theirs'];
  const message = `Merge conflict between '${one}' and '${other}'`;
  const fixes = [
    keep(reading, conflict, `Keep '${one}'`, [ours]),
    keep(reading, conflict, `Keep '${other}'`, [theirs]),
    keep(reading, conflict, 'Keep both', [ours, theirs]),
  ];
  return {rule: mergeConflict.code, span, message, fixes};
}

function keep(reading: Reading, conflict: Conflict, title: string, sides: readonly Span[]): Fix {
  const last = lineAt(reading, conflict.end);
  const next = (last && reading.lines[last.index + 1]?.start) ?? reading.text.length;
  const edits = [];
  let at = conflict.start;
  for (const side of sides) {
    if (side.start > at) edits.push({start: at, end: side.start, text: ''});
    at = side.end;
  }
  return {title, edits: [...edits, {start: at, end: next, text: ''}], safe: false};
}

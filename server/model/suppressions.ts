import {lineIndexAt} from './markdown/source-lines.ts';
import type {Line, Suppression} from './reading.ts';
import {editDistance} from './sections/names.ts';
import type {Span} from './text.ts';

const directive = /^<!--\s*(postmortem-[a-z]+(?:-[a-z]+)*)(?=\s|-->)([^>]*)>$/;

/** Names of comments that suppress findings, or end that. */
export const suppressionComments = [
  'postmortem-disable',
  'postmortem-disable-line',
  'postmortem-disable-next-line',
  'postmortem-disable-file',
  'postmortem-enable',
];

/** Two letters wrong or one that begins as they do: a slip of the pen. Other tools may have comments like these. */
function isSlip(name: string): boolean {
  return name.startsWith('postmortem-disable-') || suppressionComments.some(each => editDistance(name, each, 2) <= 2);
}

/**
 * Suppression comments: `postmortem-disable-next-line`, `-line`, `-file`, and `postmortem-disable` up to `postmortem-enable`,
 * each with the rules it names or without, for all.
 */
export function readSuppressions(text: string, lines: readonly Line[], comments: readonly Span[]): Suppression[] {
  const found: Suppression[] = [];
  const open: {comment: Span; rules: string[]}[] = [];
  for (const comment of [...comments].sort((a, b) => a.start - b.start)) {
    const [, name, rest] =
      directive.exec(text.slice(comment.start, Math.min(comment.end, comment.start + 400)).trim()) ?? [];
    if (!name) continue;
    const rules =
      (rest ?? '')
        .split('--')[0]
        ?.split(/[\s,]+/)
        .filter(Boolean) ?? [];
    const add = (scope: Span) => found.push({start: comment.start, end: comment.end, rules, scope});
    if (!suppressionComments.includes(name)) {
      if (isSlip(name))
        found.push({
          start: comment.start,
          end: comment.end,
          rules,
          scope: {start: comment.start, end: comment.start},
          unknown: name,
        });
    } else if (name === 'postmortem-disable-file') add({start: 0, end: text.length + 1});
    else if (name === 'postmortem-disable-line') add(lineSpan(lines, lineIndexAt(lines, comment.start)));
    else if (name === 'postmortem-disable-next-line') add(nextFilled(lines, lineIndexAt(lines, comment.end) + 1));
    else if (name === 'postmortem-disable') open.push({comment, rules});
    else {
      for (const entry of open.splice(0).reverse()) {
        const ends = rules.length === 0 || entry.rules.some(rule => rules.includes(rule));
        if (ends)
          found.push({rules: entry.rules, scope: {start: entry.comment.start, end: comment.start}, ...entry.comment});
        else open.unshift(entry);
      }
    }
  }
  for (const {comment, rules} of open)
    found.push({rules, scope: {start: comment.start, end: text.length + 1}, ...comment});
  return found.sort((a, b) => a.start - b.start);
}

/** The next line that is not blank: a comment needs a blank line below it to stand on its own. */
function nextFilled(lines: readonly Line[], from: number): Span {
  let index = from;
  while (lines[index]?.kind === 'blank') index++;
  return lineSpan(lines, index);
}

function lineSpan(lines: readonly Line[], index: number): Span {
  const line = lines[index];
  const last = lines[lines.length - 1]?.end ?? 0;
  if (!line) return {start: last + 1, end: last + 1};
  // A byte-order mark belongs to the first line: what concerns the whole document is found before it.
  return {start: index === 0 ? 0 : line.start, end: line.end + 1};
}

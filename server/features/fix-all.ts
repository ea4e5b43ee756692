import {diffArrays} from 'diff';
import type {Edit} from '../model/text.ts';
import {fixAll} from '../rules/fix-all.ts';
import type {Postmortem} from './postmortem.ts';

/** Milliseconds after which a text is replaced as a whole: a hint to look at, not a promise. */
const patience = 200;

/** Edits that mend everything that can be mended without being looked at; none when there is nothing to do. */
export function fixAllEdits({document, report, settings}: Postmortem): Edit[] {
  return minimalEdits(document.text, fixAll(document.text, {template: report.template, settings}));
}

/** Edits that make `after` of `before`, line by line, and within a line only what differs. */
export function minimalEdits(before: string, after: string): Edit[] {
  if (before === after) return [];
  const changes = diffArrays(lines(before), lines(after), {timeout: patience});
  if (!changes) return [trimmed(before, {start: 0, end: before.length, text: after})];
  const edits: Edit[] = [];
  let at = 0;
  let open: {start: number; end: number; text: string} | undefined;
  for (const {added, removed, value} of changes) {
    const text = value.join('');
    if (!added && !removed) open = undefined;
    else if (!open) {
      open = {start: at, end: at, text: ''};
      edits.push(open);
    }
    if (open && added) open.text += text;
    if (!added) at += text.length;
    if (open && removed) open.end = at;
  }
  return edits.map(edit => trimmed(before, edit));
}

/** Without what is the same at both ends; never between the halves of a surrogate pair or of a line end. */
function trimmed(before: string, {start, end, text}: Edit): Edit {
  const most = Math.min(end - start, text.length);
  let head = 0;
  while (head < most && before[start + head] === text[head]) head++;
  while (head > 0 && (splits(before, start + head) || splits(text, head))) head--;
  let tail = 0;
  while (tail < most - head && before[end - 1 - tail] === text[text.length - 1 - tail]) tail++;
  while (tail > 0 && (splits(before, end - tail) || splits(text, text.length - tail))) tail--;
  return {start: start + head, end: end - tail, text: text.slice(head, text.length - tail)};
}

function splits(text: string, at: number): boolean {
  const [left, right] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return (left === 13 && right === 10) || (left >= 0xd800 && left < 0xdc00 && right >= 0xdc00 && right < 0xe000);
}

function lines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

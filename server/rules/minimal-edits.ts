import {diffArrays} from 'diff';
import {commonStart, type Edit} from '../model/text.ts';

/** Above this many changed lines one edit replaces them all: finding the smallest set would take longer than anyone waits. */
const maxChangedLines = 500;

/**
 * The edits that make one text of another and touch no line that is the same in both; within a line that differs, they leave its
 * common beginning and end alone.
 *
 * @returns in the order of the text, none overlapping: `applyEdits(before, minimalEdits(before, after)) === after`.
 */
export function minimalEdits(before: string, after: string): Edit[] {
  if (before === after) return [];
  let at = before.slice(0, commonStart(before, after)).lastIndexOf('\n') + 1;
  const [old, now] = [splitKeepingEnds(before.slice(at)), splitKeepingEnds(after.slice(at))];
  const changes = diffArrays(old, now, {maxEditLength: maxChangedLines});
  if (!changes) return trimmed(before, {start: at, end: before.length, text: after.slice(at)});
  const edits: Edit[] = [];
  let open: Edit | undefined;
  for (const {added, removed, value} of changes) {
    const text = value.join('');
    if (!added && !removed) {
      if (open) edits.push(...trimmed(before, open));
      open = undefined;
      at += text.length;
      continue;
    }
    open ??= {start: at, end: at, text: ''};
    if (added) open = {...open, text: open.text + text};
    else at += text.length;
    open = {...open, end: at};
  }
  return open ? [...edits, ...trimmed(before, open)] : edits;
}

function splitKeepingEnds(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The edit without what it would replace by the same; nothing, if that is all. A pair of surrogates or of CR and LF stays whole. */
function trimmed(source: string, {start, end, text}: Edit): Edit[] {
  let head = 0;
  const most = Math.min(end - start, text.length);
  while (head < most && source[start + head] === text[head]) head++;
  let tail = 0;
  while (tail < most - head && source[end - 1 - tail] === text[text.length - 1 - tail]) tail++;
  while (head > 0 && isSplit(text, head, source, start + head)) head--;
  while (tail > 0 && isSplit(text, text.length - tail, source, end - tail)) tail--;
  const edit = {start: start + head, end: end - tail, text: text.slice(head, text.length - tail)};
  return edit.start === edit.end && edit.text === '' ? [] : [edit];
}

function isSplit(text: string, at: number, source: string, offset: number): boolean {
  return splitsPair(text, at) || splitsPair(source, offset);
}

function splitsPair(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return (before === 13 && after === 10) || (before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000);
}

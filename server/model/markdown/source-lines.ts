import type {Span} from '../text.ts';

/**
 * Lines of a text, without their line ends (LF, CRLF or CR). A text that ends with a line end has an empty last line, as in LSP.
 */
export function splitLines(text: string, start = 0, end = text.length): Span[] {
  const lines: Span[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    lines.push({start: from, end: at});
    if (code === 13 && at + 1 < end && text.charCodeAt(at + 1) === 10) at++;
    from = at + 1;
  }
  lines.push({start: from, end});
  return lines;
}

/** Where so many lines of a text end, their line ends included; its length where it has no more. */
export function endOfLines(text: string, count: number): number {
  const lineEnd = /\r\n?|\n/g;
  for (let lines = 0; lines < count; lines++) if (!lineEnd.test(text)) return text.length;
  return lineEnd.lastIndex;
}

/** Index of the line that holds the offset: the last one that begins at or before it. */
export function lineIndexAt(lines: readonly Span[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

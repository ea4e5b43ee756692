import type {Root} from 'mdast';
import {lineAfter, nextCut} from './cuts.ts';

/** How HTML blocks begin that end with a mark of their own, and not at a blank line. */
const htmlEnds: readonly (readonly [RegExp, string])[] = [
  [/^<!--/, '-->'],
  [/^<\?/, '?>'],
  [/^<!\[CDATA\[/, ']]>'],
  [/^<![A-Za-z]/, '>'],
];
const rawHtml = /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i;
const rawHtmlEnd = /<\/(?:script|pre|style|textarea)>/i;
/** Stands for the end tag of any of them. */
const endTag = '</';

/**
 * What ends the last block, where it has no end: a fence, or what HTML blocks end with. Blocks within lists and quotes end with them.
 *
 * @param base offset of the text in what was parsed.
 */
export function missingEnd(root: Root, source: string, base: number): string | undefined {
  const last = root.children[root.children.length - 1];
  if (last?.type !== 'code' && last?.type !== 'html') return undefined;
  const text = source
    .slice((last.position?.start.offset ?? base) - base, (last.position?.end.offset ?? base) - base)
    .trimStart();
  if (last.type === 'html') {
    const ending = htmlEnds.find(([start]) => start.test(text))?.[1];
    if (ending !== undefined) return text.includes(ending) ? undefined : ending;
    return rawHtml.test(text) && !rawHtmlEnd.test(text) ? endTag : undefined;
  }
  const fence = /^(?:`{3,}|~{3,})/.exec(text)?.[0];
  if (fence === undefined) return undefined;
  const lastLine = text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
  const isClosed = text.length > fence.length && /[\r\n]/.test(text) && closes(lastLine.trim(), fence);
  return isClosed ? undefined : fence;
}

/** Offset of the first line behind the end of an open block that begins a block of its own; `end` where there is none. */
export function cutBehind(source: string, from: number, end: number, ending: string): number {
  for (let at = from; at < end; ) {
    const next = lineAfter(source, at, end);
    if (endsIn(source.slice(at, next), ending)) return nextCut(source, at, end, end, 0);
    at = next;
  }
  return end;
}

function endsIn(line: string, ending: string): boolean {
  if (ending === endTag) return rawHtmlEnd.test(line);
  if (ending[0] !== '`' && ending[0] !== '~') return line.includes(ending);
  const text = line.trimEnd();
  const mark = text.trimStart();
  return text.length - mark.length < 4 && closes(mark, ending);
}

/** Is it as many of the same marks or more, and nothing else? */
function closes(line: string, fence: string): boolean {
  return line.length >= fence.length && line === (fence[0] ?? '').repeat(line.length);
}

import type {Block} from './convert-blocks.ts';

/** A stretch of what a document is converted to. */
export interface Part {
  readonly text: string;
  /** Absent for what was added. */
  readonly block?: Block;
}

/** One blank line between parts, except between those that stood together before. */
export function join(parts: readonly Part[], nl: string, source: string): string {
  let text = '';
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    const isFollowed = part.block && next?.block?.start === part.block.end;
    if (isFollowed) text += part.text;
    else text += part.text.trimEnd() + (next ? nl + nl : endOf(source, nl));
  }
  return text;
}

function endOf(source: string, nl: string): string {
  return /[\r\n]$/.test(source) ? nl : '';
}

import {type Draft, type DraftLine, trim} from './draft.ts';

const heading = /^ {0,3}(#{1,6})[ \t]+/;
const bullet = /^[ \t]*([-*+]|\d{1,9}[.)])[ \t]+/;

/** Reads lines one by one, without a parser: headings and list items by their marks, all else as text. For what is beyond the limits. */
export function readSimpleBlocks(draft: Draft): void {
  for (const line of draft.lines) {
    if (line.kind === 'blank') continue;
    const start = draft.text.slice(line.start, line.start + 120);
    const hashes = heading.exec(start);
    const marker = bullet.exec(start);
    if (hashes?.[1]) enterHeading(draft, line, hashes[1].length, hashes[0].length);
    else if (marker?.[1]) enterItem(draft, line, marker[1], marker[0].length);
    draft.visible.push(line.content);
  }
}

function enterHeading(draft: Draft, line: DraftLine, level: number, skip: number): void {
  line.kind = 'heading';
  line.level = level;
  line.real = true;
  line.content = trim(draft.text, {start: line.start + skip, end: line.end});
}

function enterItem(draft: Draft, line: DraftLine, mark: string, skip: number): void {
  const start = line.content.start;
  const marker = {start, end: start + mark.length};
  line.item = {
    start,
    end: marker.end,
    depth: 1,
    ordered: mark.length > 1,
    marker,
    checked: undefined,
    parent: undefined,
  };
  line.bullet = true;
  line.content = trim(draft.text, {start: line.start + skip, end: line.end});
}

import type {Heading, Reading} from '../../model/reading.ts';
import {documentTitle, mainTitles} from './layout.ts';

/** A heading more than one level below the one above it. */
export interface LevelGap {
  readonly heading: Heading;
  readonly above: Heading;
  /** The headings that must move along with it, itself included, so that their ranks stay. */
  readonly group: readonly Heading[];
}

/** Gaps between the document's title and everything below it, or else inside sections. */
export function levelGaps(reading: Reading): LevelGap[] {
  const {headings, sections} = reading;
  const mains = new Set(sections.flatMap(mainTitles).map(({line}) => line));
  const title = documentTitle(reading);
  const below = headings.filter(heading => heading !== title);
  const highest = Math.min(...below.map(({level}) => level));
  const first = below.find(({level}) => level === highest);
  if (title && first && highest > title.level + 1 && below.some(({line}) => mains.has(line)))
    return [{heading: first, above: title, group: below}];
  return headings.flatMap((heading, index) => {
    const above = headings[index - 1];
    if (!above || heading.level <= above.level + 1 || mains.has(heading.line)) return [];
    let end = index + 1;
    while (isBelow(headings[end], heading, mains)) end++;
    return [{heading, above, group: headings.slice(index, end)}];
  });
}

/** Does it move along with the heading above it? */
function isBelow(next: Heading | undefined, heading: Heading, mains: ReadonlySet<number>): boolean {
  return next !== undefined && next.level >= heading.level && !mains.has(next.line);
}

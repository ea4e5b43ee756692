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
    const rest = headings.slice(index);
    const stop = rest.findIndex(({line, level}) => mains.has(line) || level < heading.level);
    return [{heading, above, group: stop < 0 ? rest : rest.slice(0, stop)}];
  });
}

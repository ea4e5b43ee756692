import type {Line, Reading} from '../model/reading.ts';
import type {Span} from '../model/text.ts';
import type {Sentence} from './sentences.ts';

/** Places outside of every section. */
export const Place = {
  /** What the document says before anything else: it stands for a summary that no title opens. */
  opening: -1,
  elsewhere: -2,
} as const;

interface Stretch extends Span {
  readonly section: number;
}

/** For each sentence the index of the section in whose text or title it stands, or one of `Place`. */
export function readPlaces(reading: Reading, sentences: readonly Sentence[]): number[] {
  const stretches = readStretches(reading);
  const opening = openingEnd(reading, sentences);
  let next = 0;
  return sentences.map(sentence => {
    while (next < stretches.length && (stretches[next]?.end ?? 0) <= sentence.start) next++;
    const stretch = stretches[next];
    if (stretch && stretch.start <= sentence.start) return stretch.section;
    return sentence.start < opening ? Place.opening : Place.elsewhere;
  });
}

/** The lines of the section's text, in order; titles left out. */
export function sectionLines({sections, lines}: Reading, id: string): Line[] {
  const titles = [...(sections.find(({spec}) => spec.id === id)?.titles ?? [])].sort((a, b) => a.start - b.start);
  let next = 0;
  return lines.filter(line => {
    while (next < titles.length && (titles[next]?.bodyEnd ?? 0) <= line.start) next++;
    return (titles[next]?.bodyStart ?? Number.POSITIVE_INFINITY) <= line.start;
  });
}

function readStretches(reading: Reading): Stretch[] {
  const found = reading.sections.flatMap((section, index) =>
    section.titles.map(title => ({
      start: title.start,
      end: title.bodyEnd,
      section: index,
      isPart: title.match === 'part',
    })),
  );
  found.sort((a, b) => a.start - b.start);
  const ahead = reading.sections.map((_, section) => aheadUntil(found, section));
  return found.map((stretch, at) => {
    const isAhead = stretch.isPart && at < (ahead[stretch.section] ?? 0);
    return isAhead ? {...stretch, section: found[at - 1]?.section ?? stretch.section} : stretch;
  });
}

/**
 * Parts of a section that stand ahead of its place, between the titles of a summary and a timeline, while the section comes later
 * too: "Root Cause" as a field of the summary. They count for the section before them.
 *
 * @returns index of the last title of an earlier section that still has a title of this one after it
 */
function aheadUntil(found: readonly Stretch[], section: number): number {
  let at = found.length - 1;
  while (at >= 0 && found[at]?.section !== section) at--;
  while (at >= 0 && (found[at]?.section ?? 0) >= section) at--;
  return at;
}

/** Up to the first section, and to the first heading below text. */
function openingEnd(reading: Reading, sentences: readonly Sentence[]): number {
  const text = sentences.find(sentence => !sentence.isLabel);
  const heading = text && reading.headings.find(({start}) => start > text.start);
  return Math.min(reading.preamble.end, heading?.start ?? reading.preamble.end);
}

import type {Reading, Title} from '../model/reading.ts';
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

function readStretches(reading: Reading): Stretch[] {
  const found = reading.sections.flatMap((section, index) =>
    section.titles.map(title => ({start: title.start, end: title.bodyEnd, section: index, title})),
  );
  found.sort((a, b) => a.start - b.start);
  return found.map((stretch, at) => ({
    start: stretch.start,
    end: stretch.end,
    section: isAhead(stretch, found.slice(at + 1)) ? (found[at - 1]?.section ?? stretch.section) : stretch.section,
  }));
}

/**
 * A part of a later section that stands ahead of its place, between the titles of a summary and a timeline, while its own section
 * comes later too: "Root Cause" as a field of the summary. It counts for the section before it.
 */
function isAhead(stretch: Stretch & {readonly title: Title}, after: readonly Stretch[]): boolean {
  if (stretch.title.match !== 'part') return false;
  const between = after.findIndex(next => next.section < stretch.section);
  return between >= 0 && after.slice(between).some(next => next.section === stretch.section);
}

/** Up to the first section, and to the first heading below text. */
function openingEnd(reading: Reading, sentences: readonly Sentence[]): number {
  const text = sentences.find(sentence => !sentence.isLabel);
  const heading = text && reading.headings.find(({start}) => start > text.start);
  return Math.min(reading.preamble.end, heading?.start ?? reading.preamble.end);
}

import type {Line} from '../reading.ts';
import type {Span} from '../text.ts';
import {isWhite} from '../time/chars.ts';
import type {TimelineEntry, TimelineSource} from './entry.ts';
import {ownWordsOf} from './own-words.ts';

/** What belongs to an entry below its own words: nested lists, code, pictures, further paragraphs. */
export function nestedOf({text}: TimelineSource, from: number, end: number): Span | undefined {
  let start = from;
  while (start < end && isWhite(text, start)) start++;
  return start < end ? {start, end} : undefined;
}

/** What is told below a time that stands alone. */
export function hintsBelow(
  source: TimelineSource,
  line: Line,
  start: number,
  {start: from, end}: Span,
): TimelineEntry['hints'] {
  let at = from;
  while (at < end && (isWhite(source.prose, at) || '-*+'.includes(source.prose[at] ?? ''))) at++;
  return ownWordsOf(source, line, {start, end}, at).hints;
}

import type {Line, Title} from '../reading.ts';
import type {Span} from '../text.ts';
import type {TimelineSource} from './entry.ts';

/** A piece of the document in which entries are looked for. */
export interface TimelinePart extends Span {
  /** Lines from `first` up to but without `last`. */
  readonly first: number;
  readonly last: number;
  /** The title's text, where zones and days may be stated. */
  readonly title: Span | undefined;
  /** The title is an item of a list, whose other items need not be entries. */
  readonly inList: boolean;
}

export interface TimelineParts {
  readonly parts: readonly TimelinePart[];
  /** Whether a title says that it is a timeline. Elsewhere only lists that plainly are one count. */
  readonly titled: boolean;
}

/**
 * Where the timeline may be, the most certain place first: the template's timeline section, headings and labels that say
 * "timeline" in another template, the whole document.
 */
export function* timelineParts(source: TimelineSource): Generator<TimelineParts> {
  const titles = timelineTitles(source);
  if (titles.length > 0) yield {parts: sectionParts(source, titles), titled: true};
  const headings = headingParts(source, titles);
  if (headings.length > 0) yield {parts: headings, titled: true};
  const end = source.text.length;
  yield {parts: [{start: 0, end, first: 0, last: source.lines.length, title: undefined, inList: false}], titled: false};
}

/** The titles of the template's timeline section, in the order of the text. */
function timelineTitles(source: TimelineSource): Title[] {
  const titles: Title[] = [];
  for (const {spec, titles: own} of source.sections)
    if (spec.kind === 'timeline') for (const title of own) titles.push(title);
  return titles.sort((a, b) => a.start - b.start);
}

function sectionParts(source: TimelineSource, titles: readonly Title[]): TimelinePart[] {
  return titles.map(title => {
    const span = titleSpan(source.lines[title.line], title);
    return partOf(source, title.bodyStart, title.bodyEnd, span, title.marker === 'list');
  });
}

/** A heading's words, or a plain title with what follows on its line: "Timeline (all times in UTC)". */
function titleSpan(line: Line | undefined, title: Span): Span {
  return {start: title.start, end: Math.max(title.end, line?.end ?? title.end)};
}

const names = /\b(?:time ?line|chronology|sequence of events|course of events)\b/i;

/** @param titles those below which was looked already: their sections may end sooner than Markdown's, at a title that is no heading */
function headingParts(source: TimelineSource, titles: readonly Title[]): TimelinePart[] {
  const known = new Set(titles.map(({line}) => line));
  const parts: TimelinePart[] = [];
  let covered = 0;
  for (const [index, heading] of source.headings.entries()) {
    if (heading.start < covered || known.has(heading.line) || !names.test(heading.text)) continue;
    const end = endOfSection(source, index);
    parts.push(partOf(source, heading.end, end, heading, false));
    covered = end;
  }
  return parts;
}

/** Where the next heading begins that is not below this one. */
function endOfSection({headings, text}: TimelineSource, index: number): number {
  const level = headings[index]?.level ?? 0;
  for (let next = index + 1; next < headings.length; next++) {
    const heading = headings[next];
    if (heading && heading.level <= level) return heading.start;
  }
  return text.length;
}

function partOf(source: TimelineSource, start: number, end: number, title: Span, inList: boolean): TimelinePart {
  const {lines} = source;
  const last = lineFrom(lines, end);
  const isCut = (lines[last]?.start ?? end) < end;
  return {start, end, first: lineFrom(lines, start), last: isCut ? last + 1 : last, title, inList};
}

/** Index of the first line that ends behind the offset. */
function lineFrom(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

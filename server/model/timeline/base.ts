import type {Span} from '../text.ts';
import type {DateMention} from '../time/date.ts';
import type {SaidTime, Stamp} from '../time/stamp.ts';
import type {ChosenEntry} from './choose.ts';
import type {TimelineSource} from './entry.ts';
import type {TimelineParts} from './parts.ts';

/** The day that entries without a date of their own begin with, before years are filled in. */
export interface TimelineBase extends Span {
  readonly mention: DateMention;
  readonly minutes: number | undefined;
  /** "Unless otherwise noted all events happened on …": a date in one entry says nothing of the next. */
  readonly isDefault: boolean;
}

/** From the timeline's title, the document's title, or the first day (best with a time) in the text. */
export function baseOf(
  source: TimelineSource,
  {parts}: TimelineParts,
  entries: readonly ChosenEntry[],
): TimelineBase | undefined {
  const {prose, headings} = source;
  const first = entries[0]?.draft.start ?? 0;
  const places: Span[] = [];
  for (const {title} of parts) if (title) places.push(title);
  places.push({start: parts.find(part => part.title && part.end > first)?.start ?? first, end: first});
  if (headings[0]) places.push(headings[0]);
  for (const span of places) {
    const dated = source.findStamp(span.start, span.end, isDated);
    if (dated) return baseFrom(dated, /\bunless\b/i.test(prose.slice(span.start, span.end)));
  }
  if (entries[0]?.draft.stamp?.date || entries[0]?.day) return undefined;
  const best =
    source.findStamp(0, first, stamp => isDated(stamp) && stamp.clock !== undefined) ??
    source.findStamp(0, prose.length, isDated);
  return best && baseFrom(best);
}

function isDated({date}: SaidTime): boolean {
  return date !== undefined && date.problem === undefined;
}

function baseFrom({date, clock}: Stamp, isDefault = false): TimelineBase | undefined {
  return date && {start: date.start, end: date.end, mention: date, minutes: clock?.minutes, isDefault};
}

/** Is `03/04/2024` the third of April here? Told by the dates that can be read in one way only. */
export function readsDayFirst(entries: readonly ChosenEntry[], base: TimelineBase | undefined): boolean {
  let votes = 0;
  for (const {draft, day} of entries) votes += dayFirstVote(draft.stamp?.date) + dayFirstVote(day?.stamp?.date);
  return votes + dayFirstVote(base?.mention) > 0;
}

function dayFirstVote(mention: DateMention | undefined): number {
  if (!mention || mention.ambiguous || mention.month === mention.day) return 0;
  const {year, month, day} = mention.parts;
  const isName = month.end - month.start > 2;
  const isYearFirst = year !== undefined && year.start < month.start;
  if (isName || isYearFirst) return 0;
  return day.start < month.start ? 1 : -1;
}

/** The year of days that do not state one. */
export function yearOf(
  source: TimelineSource,
  entries: readonly ChosenEntry[],
  base: TimelineBase | undefined,
): number | undefined {
  if (base?.mention.year) return base.mention.year;
  let needsYear = base !== undefined;
  for (const {draft, day} of entries) {
    const year = draft.stamp?.date?.year ?? day?.stamp?.date?.year;
    if (year) return year;
    needsYear ||= (draft.stamp?.date ?? day?.stamp?.date) !== undefined;
  }
  if (!needsYear) return undefined;
  const inText = source.findStamp(0, source.prose.length, stamp => stamp.date?.year !== undefined);
  return inText?.date?.year ?? frontMatterYear(source);
}

function frontMatterYear({frontMatter}: TimelineSource): number | undefined {
  const date = frontMatter?.data['date'];
  const year = date instanceof Date ? date.getUTCFullYear() : Number(/^\d{4}(?=-)/.exec(String(date))?.[0]);
  return Number.isInteger(year) ? year : undefined;
}

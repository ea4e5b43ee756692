import type {Report} from '../../evidence/report.ts';
import type {Edit} from '../../model/text.ts';
import type {ClockStyle} from '../../model/time/clock.ts';
import {formatClock} from '../../model/time/clock.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';
import type {Timeline} from '../../model/timeline/timeline.ts';
import {hourKind, mostCommon, usualClock} from './clocks.ts';

/** Entries that are written otherwise than most, and the edits that write them like the others. */
export interface OddStyle {
  readonly odd: readonly TimelineEntry[];
  /** How most entries have it, as a reader would name it. */
  readonly usual: string;
  readonly edits: readonly Edit[];
}

/** What a team wants instead of what most entries have. */
export interface StyleWish {
  readonly hours?: 12 | 24 | undefined;
  readonly separator?: string | undefined;
}

/** Separators unlike that of most entries. */
export function oddSeparators(report: Report, timeline: Timeline, wish: StyleWish): OddStyle | undefined {
  const entries = timeline.entries.filter(entry => hasSeparator(entry) && !isNoted(report, entry));
  const mark = wish.separator?.trim() ?? mostCommon(entries, entry => entry.mark);
  const odd = entries.filter(entry => entry.mark !== mark);
  if (mark === undefined || odd.length === 0 || (!wish.separator && odd.length === entries.length)) return undefined;
  const edits = odd.flatMap(entry => separatorEdit(report, entry, mark));
  return {odd, usual: mark === '' ? 'a space' : `'${mark}'`, edits};
}

function hasSeparator({said, placement, form, text}: TimelineEntry): boolean {
  return (
    said?.clock !== undefined &&
    placement === 'leading' &&
    form !== 'row' &&
    form !== 'heading' &&
    text.end > text.start
  );
}

/** `10:05 (next day) – Up`: the mark stands behind a note on the time. */
function isNoted({text}: Report, {mark, separator}: TimelineEntry): boolean {
  return mark === '' && text[separator.end] === '(';
}

/** Puts another mark in; emphasis that ends between time and text stays. */
function separatorEdit({text}: Report, {separator}: TimelineEntry, mark: string): Edit[] {
  const written = text.slice(separator.start, separator.end);
  const emphasis = written.replaceAll(/[^*_`~]/gu, '');
  const wanted = `${emphasis}${separatorText(mark)}`;
  return written === wanted ? [] : [{start: separator.start, end: separator.end, text: wanted}];
}

/** The mark with its white space: `: `, ` – `. */
export function separatorText(mark: string): string {
  if (mark === '') return ' ';
  return /^[:,;.]/.test(mark) ? `${mark} ` : ` ${mark} `;
}

/** Times of day on a 12-hour clock among those on a 24-hour one, or the other way round; `15.25` among `15:25`. */
export function oddClocks(timeline: Timeline, wish: StyleWish): OddStyle | undefined {
  const usual = usualClock(timeline);
  if (!usual) return undefined;
  const style = wish.hours && wish.hours !== usual.hours ? wished(usual, wish.hours) : usual;
  const odd = timeline.entries.filter(entry => isOddClock(entry, style));
  if (odd.length === 0) return undefined;
  const edits = odd.flatMap(entry => clockEdits(entry, style));
  return {odd, usual: formatClock(14 * 60 + 5, style), edits};
}

function wished(usual: ClockStyle, hours: 12 | 24): ClockStyle {
  return {...usual, hours, padded: hours === 24, meridiem: hours === 12 ? ' AM' : ''};
}

function isOddClock({said}: TimelineEntry, style: ClockStyle): boolean {
  const clock = said?.clock;
  if (!clock || clock.problem || clock.minutes === undefined) return false;
  const kind = hourKind(clock);
  return (kind !== undefined && kind !== style.hours) || clock.style.separator !== style.separator;
}

function clockEdits({stamp, minutes}: TimelineEntry, style: ClockStyle): Edit[] {
  const {clock, until} = stamp ?? {};
  const edits: Edit[] = [];
  if (clock && minutes !== undefined)
    edits.push({start: clock.start, end: clock.end, text: formatClock(minutes, style, clock.secondsText)});
  const end = until?.clock;
  if (end?.minutes !== undefined && !end.problem)
    edits.push({start: end.start, end: end.end, text: formatClock(end.minutes, style, end.secondsText)});
  return edits;
}

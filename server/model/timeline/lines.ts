import {rememberedByLine} from '../markdown/line-memory.ts';
import type {Line} from '../reading.ts';
import type {Span} from '../text.ts';
import {isDigit, isInsideWord, isLetter, isSpace, skipSpaces, wordAt} from '../time/chars.ts';
import {readStamp} from '../time/find-stamps.ts';
import type {Stamp} from '../time/stamp.ts';
import type {LineDraft} from './draft.ts';
import type {TimelineSource} from './entry.ts';

/** As `draftsIn`, of all of a line's content; offsets are counted from the beginning of the line. */
export function draftsOf(source: Texts, line: Line, titled: boolean): readonly LineDraft[] {
  return titled ? underTitle(source, line) : anywhere(source, line);
}

const underTitle = rememberedByLine(({line, ...texts}) => draftsIn(texts, line, line.content.start, line.end, true));
const anywhere = rememberedByLine(({line, ...texts}) => draftsIn(texts, line, line.content.start, line.end, false));

type Texts = Pick<TimelineSource, 'text' | 'prose'>;

/**
 * The entries that a part of a line begins with or, in list items and headings, ends with; else a break, if it is one.
 *
 * @param titled is it below a title that says "timeline"?
 */
export function draftsIn(source: Texts, line: Line, start: number, end: number, titled: boolean): LineDraft[] {
  const {prose} = source;
  const base = baseOf(line, start);
  if (line.kind === 'html') return htmlDrafts(source, base, start, end);
  const leading = leadingStamp(prose, start, end, titled);
  if (leading) {
    const entry = entryOf(source, base, leading, end);
    return titled && line.level === 0 ? splitLine(source, entry) : [entry];
  }
  const trailing = line.bullet || (titled && line.level > 0) ? trailingStamp(prose, start, end) : undefined;
  if (trailing)
    return [{...entryOf(source, base, trailing, end), separator: at(trailing.start), mark: '', placement: 'trailing'}];
  const isBreak = line.level > 0 || line.lead?.whole || prose.slice(start, end).trimEnd().endsWith(':');
  return isBreak ? [breakOf(base, start, end)] : [];
}

/** Entries in the middle of a line, written as one that runs on elsewhere. */
export function draftsLike(runOn: Manner, source: Texts, start: number, end: number): LineDraft[] {
  return laterStamps(source, start, end).filter(draft => isAlike(source.prose, runOn, draft));
}

/** How an entry is written that others in the same line have to be like. */
export interface Manner {
  readonly hours: 12 | 24 | undefined;
  readonly mark: string;
  readonly hasZone: boolean;
}

/** @param origin what the draft's offsets are counted from */
export function mannerOf(prose: string, {separator, stamp}: LineDraft, origin: number): Manner {
  const mark = prose.slice(separator.start + origin, separator.end + origin).trim();
  return {hours: stamp?.clock?.style.hours, mark, hasZone: stamp?.zone !== undefined};
}

function baseOf(line: Line, start: number): DraftBase {
  return {line, start: line.bullet ? lineStart(line) : start, form: formOf(line)};
}

function breakOf(base: DraftBase, start: number, end: number): LineDraft {
  return draftOf(base, 'break', undefined, at(start), '', end);
}

/** The break that an entry is taken for after all. */
export function asBreak({start, end, form}: LineDraft): LineDraft {
  return draftOf({start, form}, 'break', undefined, at(start), '', end);
}

/** One literal for all, so that every draft has the same shape. */
function draftOf(
  {start, form}: Pick<LineDraft, 'start' | 'form'>,
  kind: LineDraft['kind'],
  stamp: Stamp | undefined,
  separator: Span,
  mark: string,
  end: number,
): LineDraft {
  return {kind, start, stamp, separator, mark, end, form, placement: 'leading'};
}

interface DraftBase extends Pick<LineDraft, 'start' | 'form'> {
  readonly line: Line;
}

function entryOf(source: Texts, base: DraftBase, stamp: Stamp, end: number): LineDraft {
  const separator = separatorAt(source, stamp.end, end);
  const isBare = skipMarks(source.prose, separator.end, end) >= end;
  const isDay = !stamp.clock && !stamp.elapsed && !stamp.placeholder;
  const mayBeDay = isDay && (base.line.level > 0 || (isBare && !base.line.bullet));
  return draftOf(base, mayBeDay ? 'date' : 'entry', stamp, separator, markOf(source.text, separator), end);
}

/** The mark between time and text: `-`, `–`, `:`; empty where only white space and emphasis stand there. */
function markOf(text: string, {start, end}: Span): string {
  const written = text.slice(start, end).trim();
  return written === '-' || written === ':' ? written : written.replaceAll(/[\s*_`~]/gu, '');
}

function formOf(line: Line): LineDraft['form'] {
  if (line.level > 0) return 'heading';
  if (line.kind === 'html') return 'html';
  if (!line.bullet) return 'line';
  return line.item?.ordered ? 'numbered' : 'bullet';
}

function lineStart(line: Line): number {
  return line.item?.marker.start ?? line.content.start;
}

/** Times at the beginning of the text behind a tag. */
function htmlDrafts(source: Texts, base: DraftBase, start: number, end: number): LineDraft[] {
  const {text, prose} = source;
  const found: LineDraft[] = [];
  let from = start;
  while (from < end) {
    const stop = indexBefore(text, '<', skipSpaces(prose, from, end), end);
    const stamp = leadingStamp(prose, from, stop, true);
    if (stamp) found.push(entryOf(source, {...base, start: from}, stamp, stop));
    from = indexBefore(text, '>', stop, end) + 1;
  }
  return found;
}

/** Where the character stands next, or the end. Looks no further than that. */
function indexBefore(text: string, char: string, start: number, end: number): number {
  let at = start;
  while (at < end && text[at] !== char) at++;
  return at;
}

/** The stamp at the beginning of a text, behind marks (`=`, emoji, brackets) and words such as "At" or "Between". */
function leadingStamp(prose: string, start: number, end: number, titled: boolean): Stamp | undefined {
  let from = skipMarks(prose, start, end);
  const word = titled ? wordAt(prose, from, end) : '';
  if (/^(?:at|on|by|from|between|since|time|date)$/i.test(word)) {
    const next = skipSpaces(prose, from + word.length, end);
    from = prose[next] === ':' ? skipSpaces(prose, next + 1, end) : next;
  }
  const stamp = from < end ? readStamp(prose, from, end, {leading: true}) : undefined;
  return stamp && !isQuantity(prose, stamp, end) ? stamp : undefined;
}

/** `10.05 %` and `21h30m` are no times. */
function isQuantity(prose: string, stamp: Stamp, end: number): boolean {
  const next = prose[skipSpaces(prose, stamp.end, end)];
  return (stamp.clock?.style.separator === '.' && next === '%') || isLetter(prose, stamp.end);
}

function trailingStamp(prose: string, start: number, end: number): Stamp | undefined {
  let stop = end;
  while (stop > start && (isSpace(prose, stop - 1) || '.)`*_'.includes(prose[stop - 1] ?? ' '))) stop--;
  for (let from = Math.max(start, stop - 60); from < stop; from++) {
    if (isInsideWord(prose, from) || !(isDigit(prose, from) || isLetter(prose, from))) continue;
    const stamp = readStamp(prose, from, end, {leading: false});
    if (stamp?.clock && stamp.end >= stop) return stamp;
    if (stamp) from = stamp.end - 1;
  }
  return undefined;
}

/** Entries that run on in one line: "12:00pm EAT: Down. 12:06pm EAT: Paged." */
function splitLine(source: Texts, first: LineDraft): LineDraft[] {
  if (first.kind !== 'entry' || !first.stamp?.clock) return [first];
  const manner = mannerOf(source.prose, first, 0);
  const later = laterStamps(source, first.separator.end, first.end).filter(draft =>
    isAlike(source.prose, manner, draft),
  );
  if (later.length === 0) return [first];
  const all = [first, ...later];
  return all.map((draft, index) => ({...draft, end: all[index + 1]?.start ?? draft.end}));
}

/** Stamps within a line that are followed by `:` or `-` and a capital letter, as the time of an entry is. */
function laterStamps(source: Texts, start: number, end: number): LineDraft[] {
  const {prose} = source;
  const found: LineDraft[] = [];
  for (let from = start; from < end; from++) {
    if (!isDigit(prose, from) || !isSpace(prose, from - 1)) continue;
    const stamp = readStamp(prose, from, end, {leading: false});
    if (!stamp) continue;
    const separator = separatorAt(source, stamp.end, end);
    const mark = prose.slice(separator.start, separator.end).trim();
    const isEntry = stamp.clock && mark && /\p{Lu}/u.test(prose[separator.end] ?? '');
    if (isEntry) {
      const mark = markOf(source.text, separator);
      found.push(draftOf({start: from, form: 'line'}, 'entry', stamp, separator, mark, end));
    }
    from = stamp.end - 1;
  }
  return found.map((draft, index) => ({...draft, end: found[index + 1]?.start ?? draft.end}));
}

function isAlike(prose: string, manner: Manner, draft: LineDraft): boolean {
  const other = mannerOf(prose, draft, 0);
  return manner.hours === other.hours && manner.mark === other.mark && manner.hasZone === other.hasZone;
}

/**
 * What stands between a time and its text: white space, dashes, colons, and the like, and the ends of emphasis. Where other markup
 * begins (`[`, `<`, a bold word), the text does.
 */
function separatorAt({text, prose}: Texts, start: number, end: number): Span {
  let stop = start;
  for (; stop < end; stop++) {
    const isBetween = isSpace(text, stop) || '-–—:;|=>→•·,.)'.includes(text[stop] ?? 'x');
    const isEndOfEmphasis = '*_~`'.includes(text[stop] ?? 'x') && isSpace(prose, stop) && !isSpace(text, stop - 1);
    if (!isBetween && !isEndOfEmphasis) break;
  }
  return {start, end: stop};
}

/** Skips white space, marks and pictures in front of a time: everything but letters, digits and what a time begins with. */
function skipMarks(prose: string, start: number, end: number): number {
  const limit = Math.min(end, start + 60);
  for (let next = start; next < limit; next++) {
    const char = prose[next] ?? '';
    const sign = char === '&' || char === ':' ? signLength(prose, next, end) : 0;
    if (sign > 0) next += sign - 1;
    else if (/[\p{L}\p{N}~≈?+]/u.test(char)) return next;
    if ('[({'.includes(char) && readStamp(prose, next, end, {leading: true})) return next;
  }
  return end;
}

/** Length of a character reference (`&emsp;`) or an emoji's short code (`:clock1:`), which HTML blocks leave as they are. */
function signLength(prose: string, start: number, end: number): number {
  const close = prose[start] === '&' ? ';' : ':';
  let stop = start + 1;
  while (stop < end && stop - start < 40 && (isLetter(prose, stop) || isDigit(prose, stop) || prose[stop] === '_'))
    stop++;
  return prose[stop] === close && stop > start + 2 ? stop + 1 - start : 0;
}

function at(offset: number): Span {
  return {start: offset, end: offset};
}

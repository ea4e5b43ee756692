import {move} from '../markdown/piece.ts';
import {rememberedInLine} from '../markdown/placed-lines.ts';
import type {Reading} from '../reading.ts';
import type {Span} from '../text.ts';
import type {TimelineEntry, TimelineRead} from './entry.ts';
import {classifyLabel, findWords, longestSearched, type MilestoneName} from './milestone-words.ts';

export type {MilestoneName} from './milestone-words.ts';

/** A turning point of the incident: the entry that tells of it. */
export interface Milestone {
  readonly name: MilestoneName;
  /** Index of the entry in the timeline. */
  readonly entry: number;
  /** Marked by the author (`**Detected**`, START OF OUTAGE, `#resolved`), or told from the entry's words. */
  readonly by: 'mark' | 'words';
  /** The mark or the words. */
  readonly span: Span;
}

/** Milestones in the order of the names: began, detected, acknowledged, escalated, mitigated, resolved. At most one of each. */
export type Milestones = readonly Milestone[];

type MilestoneSource = Pick<Reading, 'text' | 'prose' | 'lines'>;

/**
 * Finds the milestones of a timeline. A mark counts before words. Of several entries, the first one began, detected, acknowledged
 * or escalated the incident, and the last one mitigated or resolved it. Only what no order can make sense of is left out: nothing
 * is acknowledged, mitigated or resolved before it was detected.
 */
export function readMilestones(source: MilestoneSource, timeline: TimelineRead): Milestones {
  const hints = timeline.entries.flatMap((entry, index) => hintsOf(source, entry, index));
  const pick = (name: MilestoneName, order: 'first' | 'last', after = -1) => choose(hints, name, order, after);
  const detected = pick('detected', 'first');
  const first = pick('began', 'first');
  const isTooLate = first?.by === 'words' && detected !== undefined && isLater(timeline, first, detected);
  const began = isTooLate ? undefined : first;
  const since = detected?.entry ?? began?.entry ?? -1;
  const acknowledged = pick('acknowledged', 'first', since);
  const escalated = pick('escalated', 'first', since);
  const resolved = pick('resolved', 'last', since);
  const mitigated = choose(
    hints.filter(hint => !resolved || hint.by === 'mark' || hint.entry <= resolved.entry),
    'mitigated',
    'last',
    since,
  );
  return [began, detected, acknowledged, escalated, mitigated, resolved].filter(found => found !== undefined);
}

function isLater({entries}: TimelineRead, a: Milestone, b: Milestone): boolean {
  const [one, other] = [entries[a.entry]?.time, entries[b.entry]?.time];
  return one !== undefined && other !== undefined ? one > other : a.entry > b.entry;
}

function choose(
  hints: readonly Milestone[],
  name: MilestoneName,
  order: 'first' | 'last',
  after: number,
): Milestone | undefined {
  const named = hints.filter(hint => hint.name === name && hint.entry >= after);
  const marked = named.filter(hint => hint.by === 'mark');
  const from = marked.length > 0 ? marked : named;
  return order === 'first' ? from[0] : from.at(-1);
}

/** What a milestone is told by, offsets counted from the beginning of the entry. */
type Hint = Pick<Milestone, 'name' | 'by' | 'span'>;

function hintsOf(source: MilestoneSource, entry: TimelineEntry, index: number): Milestone[] {
  const {start} = entry;
  const end = Math.min(entry.text.end, entry.text.start + longestSearched);
  const hints = told(source, source.lines[entry.line], {start, end}, entry.text.start - start);
  return hints.map(({name, by, span}) => ({name, entry: index, by, span: move(span, start)}));
}

const told = rememberedInLine((text, prose, from) => findHints(text, prose, {start: from, end: text.length}));

function findHints(text: string, prose: string, own: Span): Hint[] {
  const marks = [...labelsOf(text, prose, own)].flatMap(span => {
    const name = classifyLabel(prose.slice(span.start, span.end));
    return name ? [{name, by: 'mark', span} as const] : [];
  });
  const words = findWords(prose, own).map(({name, span}) => ({name, by: 'words', span}) as const);
  return [...marks, ...words];
}

/** What an author may have meant as a mark: a label before a colon, the whole of a short entry, bold text, brackets, tags. */
function* labelsOf(text: string, prose: string, span: Span): Generator<Span> {
  const end = Math.min(span.end, span.start + 400);
  const lineEnd = endOfLine(prose, span.start, end);
  const colon = prose.indexOf(':', span.start);
  if (colon > 0 && colon < lineEnd && colon - span.start < 40) yield {start: span.start, end: colon};
  else if (lineEnd - span.start < 40) yield {start: span.start, end: lineEnd};
  for (const match of text
    .slice(0, end)
    .matchAll(/\*\*([^*\n]{3,40})\*\*|\[([^[\]\n]{3,40})\](?!\()|#([a-z]{5,14})\b/gi)) {
    const inner = match[1] ?? match[2] ?? match[3] ?? '';
    const from = match.index + match[0].indexOf(inner);
    yield {start: from, end: from + inner.length};
  }
}

function endOfLine(prose: string, start: number, end: number): number {
  let at = start;
  while (at < end && prose[at] !== '\n' && prose[at] !== '\r') at++;
  return at;
}

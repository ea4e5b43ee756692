import {move} from '../markdown/piece.ts';
import type {Span} from '../text.ts';
import type {TimelineEntry, TimelineRead} from './entry.ts';
import type {Hint} from './milestone-hints.ts';
import type {MilestoneName} from './milestone-phrases.ts';

export type {MilestoneName} from './milestone-phrases.ts';

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

/**
 * Finds the milestones of a timeline. A mark counts before words. Of several entries, the first one began, detected, acknowledged
 * or escalated the incident, and the last one mitigated or resolved it. Only what no order can make sense of is left out: nothing
 * is acknowledged, mitigated or resolved before it was detected.
 */
export function readMilestones(timeline: TimelineRead): Milestones {
  const {entries} = timeline;
  const detected = firstOf(entries, 'detected', 0);
  const first = firstOf(entries, 'began', 0);
  const isTooLate = first?.by === 'words' && detected !== undefined && isLater(timeline, first, detected);
  const began = isTooLate ? undefined : first;
  const since = detected?.entry ?? began?.entry ?? 0;
  const acknowledged = firstOf(entries, 'acknowledged', since);
  const escalated = firstOf(entries, 'escalated', since);
  const resolved = lastOf(entries, 'resolved', since);
  const mitigated = lastOf(entries, 'mitigated', since, resolved?.entry);
  return [began, detected, acknowledged, escalated, mitigated, resolved].filter(found => found !== undefined);
}

function isLater({entries}: TimelineRead, a: Milestone, b: Milestone): boolean {
  const [one, other] = [entries[a.entry]?.time, entries[b.entry]?.time];
  return one !== undefined && other !== undefined ? one > other : a.entry > b.entry;
}

/** By the first mark from an entry on; without marks by the first words. */
function firstOf(entries: Entries, name: MilestoneName, since: number): Milestone | undefined {
  return firstBy(entries, name, 'mark', since) ?? firstBy(entries, name, 'words', since);
}

function firstBy(entries: Entries, name: MilestoneName, by: Milestone['by'], since: number): Milestone | undefined {
  for (let index = since; index < entries.length; index++) {
    const hints = hintsOf(entries[index], by);
    for (const {name: told, span} of hints) if (told === name) return milestone(entries, index, name, by, span);
  }
  return undefined;
}

/** By the last mark from an entry on; without marks by the last words, which may not come after some entry. */
function lastOf(entries: Entries, name: MilestoneName, since: number, until?: number): Milestone | undefined {
  const last = entries.length - 1;
  return lastBy(entries, name, 'mark', since, last) ?? lastBy(entries, name, 'words', since, until ?? last);
}

function lastBy(
  entries: Entries,
  name: MilestoneName,
  by: Milestone['by'],
  since: number,
  last: number,
): Milestone | undefined {
  for (let index = last; index >= since; index--) {
    const hints = hintsOf(entries[index], by);
    for (let at = hints.length - 1; at >= 0; at--) {
      const hint = hints[at];
      if (hint?.name === name) return milestone(entries, index, name, by, hint.span);
    }
  }
  return undefined;
}

type Entries = readonly TimelineEntry[];

const none: readonly Hint[] = [];

function hintsOf(entry: TimelineEntry | undefined, by: Milestone['by']): readonly Hint[] {
  if (!entry) return none;
  return by === 'mark' ? entry.hints.marks : entry.hints.words;
}

function milestone(entries: Entries, index: number, name: MilestoneName, by: Milestone['by'], span: Span): Milestone {
  return {name, entry: index, by, span: move(span, entries[index]?.start ?? 0)};
}

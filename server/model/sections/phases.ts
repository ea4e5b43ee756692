import type {Heading, Line} from '../reading.ts';
import {findStamps, readStamp} from '../time/find-stamps.ts';
import type {Candidate} from './titles.ts';

/**
 * Without the headings that only part the timeline: `### Recovery` below `## Timeline`, with a time in it or at the beginning of
 * what follows. They name a phase of the incident and open no other section.
 */
export function withoutPhases(
  candidates: readonly Candidate[],
  headings: readonly Heading[],
  lines: readonly Line[],
  prose: string,
): readonly Candidate[] {
  const timelines = new Set<number>();
  for (const {real, section, line} of candidates) if (real && section.kind === 'timeline') timelines.add(line.index);
  if (timelines.size === 0) return candidates;
  const below = linesBelow(headings, timelines);
  return candidates.filter(
    candidate =>
      !(candidate.real && candidate.match !== 'title' && candidate.section.kind !== 'timeline') ||
      !below.has(candidate.line.index) ||
      !isTimed(candidate, lines, prose),
  );
}

/** The lines of the headings that stand below one on the given lines. */
function linesBelow(headings: readonly Heading[], titles: ReadonlySet<number>): ReadonlySet<number> {
  const below = new Set<number>();
  let open: number | undefined;
  for (const {line, level} of headings) {
    if (open !== undefined && level <= open) open = undefined;
    if (open !== undefined) below.add(line);
    else if (titles.has(line)) open = level;
  }
  return below;
}

/** Does the heading hold a time of day, or the line below it begin with one? */
function isTimed({line}: Candidate, lines: readonly Line[], prose: string): boolean {
  const own = findStamps(prose, line.content.start, line.content.end);
  if (own.some(({clock}) => clock?.minutes !== undefined)) return true;
  let next = lines[line.index + 1];
  while (next?.kind === 'blank') next = lines[next.index + 1];
  if (next?.kind !== 'text' || next.level > 0) return false;
  let start = next.content.start;
  while (start < next.content.end && ' *_['.includes(prose[start] ?? 'x')) start++;
  return readStamp(prose, start, next.content.end, {leading: true})?.clock?.minutes !== undefined;
}

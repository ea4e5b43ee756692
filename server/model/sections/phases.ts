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
  return candidates.filter(
    candidate =>
      !(candidate.real && candidate.match !== 'title' && candidate.section.kind !== 'timeline') ||
      !isBelow(candidate, headings, timelines) ||
      !isTimed(candidate, lines, prose),
  );
}

/** Is one of the headings above it, each of a higher level than the one below it, among those on these lines? */
function isBelow(candidate: Candidate, headings: readonly Heading[], titles: ReadonlySet<number>): boolean {
  let level = candidate.level;
  for (let index = headings.length - 1; index >= 0 && level > 1; index--) {
    const heading = headings[index];
    if (!heading || heading.start >= candidate.line.start || heading.level >= level) continue;
    if (titles.has(heading.line)) return true;
    level = heading.level;
  }
  return false;
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

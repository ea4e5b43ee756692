import type {Report} from '../../evidence/report.ts';
import type {Span} from '../../model/text.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';
import {holdsTime} from '../../model/timeline/source.ts';
import type {Timeline} from '../../model/timeline/timeline.ts';

/** The entries of each list or table of the timeline. */
export function runsOf({entries}: Timeline): TimelineEntry[][] {
  const runs = new Map<number, TimelineEntry[]>();
  for (const entry of entries) {
    const run = runs.get(entry.run);
    if (run) run.push(entry);
    else runs.set(entry.run, [entry]);
  }
  return [...runs.values()];
}

/** A list of milestones (`Detected 10:05`), which may stand in any order. */
export function isMilestoneList(run: readonly TimelineEntry[]): boolean {
  return run.filter(entry => entry.placement === 'trailing').length * 2 > run.length;
}

/** The first line of a span. */
export function firstLine({text}: Pick<Report, 'text'>, {start, end}: Span): Span {
  const newline = text.slice(start, end).search(/[\r\n]/);
  return {start, end: newline < 0 ? end : start + newline};
}

/** Does a time of day stand in the words of an entry, if not where it begins? */
export function mentionsTime(report: Pick<Report, 'text' | 'prose' | 'lines'>, {line, text}: TimelineEntry): boolean {
  for (let index = line; index < report.lines.length; index++) {
    const own = report.lines[index];
    if (!own || own.start >= text.end) break;
    if (holdsTime(report, own)) return true;
  }
  return false;
}

/** A timeline that is still to be written: a draft without a single time. */
export function isUnwritten({draft, timeline}: Pick<Report, 'draft' | 'timeline'>): boolean {
  return draft && !timeline?.entries.some(({minutes}) => minutes !== undefined);
}

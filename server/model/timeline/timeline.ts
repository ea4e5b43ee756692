import {rememberedByLine} from '../markdown/placed-lines.ts';
import {lineIndexAt} from '../markdown/source-lines.ts';
import {findStamps} from '../time/find-stamps.ts';
import {moveStamp} from '../time/move-stamp.ts';
import type {Stamp} from '../time/stamp.ts';
import {type ChosenEntries, chooseEntries} from './choose.ts';
import {datesOf} from './dates.ts';
import {findDrafts} from './drafts.ts';
import type {TimelineRead, TimelineReading, TimelineSource} from './entry.ts';
import {type Metric, measure} from './milestone-metrics.ts';
import {type Milestones, readMilestones} from './milestones.ts';
import {type TimelineParts, timelineParts} from './parts.ts';
import {readStated, type StatedOutage} from './stated.ts';
import {finishEntries} from './text.ts';
import {zonesOf} from './zones.ts';

/** The timeline of a document, and what follows from it. */
export interface Timeline extends TimelineRead {
  readonly milestones: Milestones;
  /** Start, end and length of the outage as the rest of the document states them. */
  readonly stated: StatedOutage;
  readonly metrics: readonly Metric[];
}

/** Reads the timeline of a document, or `undefined` where it has none. Linear in the document's length. */
export function readTimeline(reading: TimelineReading): Timeline | undefined {
  const source = withStamps(reading);
  let untimed: [TimelineParts, ChosenEntries] | undefined;
  for (const parts of timelineParts(source)) {
    const drafts = findDrafts(source, parts);
    const chosen = chooseEntries(source, parts, drafts);
    if (chosen.entries.some(entry => entry.stamp)) return timelineOf(source, parts, chosen);
    if (chosen.entries.length > 0) untimed ??= [parts, chosen];
  }
  return untimed && timelineOf(source, ...untimed);
}

function withStamps(reading: TimelineReading): TimelineSource {
  const {text, prose, lines, headings, sections, frontMatter} = reading;
  function* stampsIn(start: number, end: number): Generator<Stamp> {
    for (let index = lineIndexAt(lines, start); index < lines.length; index++) {
      const line = lines[index];
      if (!line || line.start >= end) return;
      for (const stamp of stampsOf(reading, line)) {
        const isInside = line.start + stamp.start >= start && line.start + stamp.end <= end;
        if (isInside) yield moveStamp(stamp, line.start);
      }
    }
  }
  const findStamp = (start: number, end: number, accepts: (stamp: Stamp) => boolean) => {
    for (const stamp of stampsIn(start, end)) if (accepts(stamp)) return stamp;
    return undefined;
  };
  return {text, prose, lines, headings, sections, frontMatter, stampsIn, findStamp};
}

const stampsOf = rememberedByLine(({prose}) => findStamps(prose, 0, prose.length));

function timelineOf(source: TimelineSource, parts: TimelineParts, chosen: ChosenEntries): Timeline {
  const read = finishEntries(source, parts, chosen, datesOf(source, parts, chosen), zonesOf(source, parts, chosen));
  const milestones = readMilestones(source, read);
  const stated = readStated(source, read);
  return {...read, milestones, stated, metrics: measure(read, milestones, stated)};
}

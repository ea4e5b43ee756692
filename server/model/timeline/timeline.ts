import {type ChosenEntries, chooseEntries} from './choose.ts';
import {datesOf} from './dates.ts';
import {findDrafts} from './drafts.ts';
import type {TimelineRead, TimelineReading, TimelineSource} from './entry.ts';
import {type Metric, measure} from './milestone-metrics.ts';
import {type Milestones, readMilestones} from './milestones.ts';
import {type TimelineParts, timelineParts} from './parts.ts';
import {withStamps} from './source.ts';
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
    if (chosen.entries.some(({draft}) => draft.stamp)) return timelineOf(source, parts, chosen);
    if (chosen.entries.length > 0) untimed ??= [parts, chosen];
  }
  return untimed && timelineOf(source, ...untimed);
}

function timelineOf(source: TimelineSource, parts: TimelineParts, chosen: ChosenEntries): Timeline {
  const read = finishEntries(source, parts, chosen, datesOf(source, parts, chosen), zonesOf(source, parts, chosen));
  const milestones = readMilestones(read);
  const stated = readStated(source, read);
  return {...read, milestones, stated, metrics: measure(read, milestones, stated)};
}

import {inOneGo, type Steps} from '../steps.ts';
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
  return inOneGo(timelineInSteps(reading));
}

/** As `readTimeline`. */
export function* timelineInSteps(reading: TimelineReading): Steps<Timeline | undefined> {
  const source = withStamps(reading);
  let untimed: [TimelineParts, ChosenEntries] | undefined;
  for (const parts of timelineParts(source)) {
    const drafts = findDrafts(source, parts);
    yield;
    const chosen = chooseEntries(source, parts, drafts);
    yield;
    if (chosen.entries.some(({draft}) => draft.stamp)) return yield* timelineOf(source, parts, chosen);
    if (chosen.entries.length > 0) untimed ??= [parts, chosen];
  }
  return untimed && (yield* timelineOf(source, ...untimed));
}

function* timelineOf(source: TimelineSource, parts: TimelineParts, chosen: ChosenEntries): Steps<Timeline> {
  const dates = datesOf(source, parts, chosen);
  yield;
  const zones = zonesOf(source, parts, chosen);
  yield;
  const read = finishEntries(source, parts, chosen, dates, zones);
  yield;
  const milestones = readMilestones(read);
  yield;
  const stated = readStated(source, read);
  return {milestones, stated, metrics: measure(read, milestones, stated), ...read};
}

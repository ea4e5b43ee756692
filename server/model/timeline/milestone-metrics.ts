import {MINUTE} from '../time/calendar.ts';
import type {TimelineRead} from './entry.ts';
import type {MilestoneName, Milestones} from './milestones.ts';
import type {StatedOutage} from './stated.ts';

export type MetricName = 'timeToDetect' | 'timeToAcknowledge' | 'timeToMitigate' | 'timeToResolve' | 'impactDuration';

/** One length of time of the incident. */
export interface Metric {
  readonly name: MetricName;
  /** `TTD`; for the duration of impact `impact`. */
  readonly short: string;
  /** Whole minutes; `undefined` where one of its ends is unknown or they are in the wrong order. */
  readonly minutes: number | undefined;
  /** From which milestone to which. */
  readonly definition: string;
}

/** The ends of each metric. The duration of impact ends when it was stopped, whether by a mitigation or by the resolution. */
const definitions: readonly {
  readonly name: MetricName;
  readonly short: string;
  readonly from: readonly MilestoneName[];
  readonly to: readonly MilestoneName[];
}[] = [
  {name: 'timeToDetect', short: 'TTD', from: ['began'], to: ['detected']},
  {name: 'timeToAcknowledge', short: 'TTA', from: ['detected'], to: ['acknowledged']},
  {name: 'timeToMitigate', short: 'TTM', from: ['detected'], to: ['mitigated']},
  {name: 'timeToResolve', short: 'TTR', from: ['began', 'detected'], to: ['resolved']},
  {name: 'impactDuration', short: 'impact', from: ['began', 'detected'], to: ['mitigated', 'resolved']},
];

/**
 * Measures one incident by its milestones. Where no entry tells when it began, was detected or resolved, what the document states
 * elsewhere counts; where that is missing too, what is measured from the beginning is measured from detection, and its definition says so.
 */
export function measure(timeline: TimelineRead, milestones: Milestones, stated?: StatedOutage): Metric[] {
  const times = milestoneTimes(timeline, milestones, stated);
  return definitions.map(({name, short, from, to}) => {
    const begin = from.find(milestone => times.has(milestone)) ?? from[0];
    const end = to.find(milestone => times.has(milestone)) ?? to[0];
    const minutes = begin && end ? between(times.get(begin), times.get(end)) : undefined;
    return {name, short, minutes, definition: `from ${begin} to ${end}`};
  });
}

/** When each milestone was reached, in milliseconds on the timeline's clock. */
export function milestoneTimes(
  {entries}: TimelineRead,
  milestones: Milestones,
  stated?: StatedOutage,
): ReadonlyMap<MilestoneName, number> {
  const times = new Map<MilestoneName, number>();
  for (const {name, entry} of milestones) {
    const known = entries[entry];
    if (known?.time !== undefined && known.precision !== 'day') times.set(name, known.time);
  }
  const start = stated?.start?.time;
  const detected = times.get('detected');
  if (!times.has('began') && start !== undefined && (detected === undefined || start <= detected))
    times.set('began', start);
  setStated(times, 'detected', stated?.detected?.time);
  setStated(times, 'resolved', stated?.resolved?.time);
  return times;
}

/** What no entry tells is taken from where else the document states it, unless it would come before what is known. */
function setStated(times: Map<MilestoneName, number>, name: 'detected' | 'resolved', time: number | undefined): void {
  if (time === undefined || times.has(name)) return;
  const earlier = times.get('began') ?? times.get('detected');
  const later = times.get(name === 'detected' ? 'mitigated' : 'resolved') ?? times.get('resolved');
  if ((earlier ?? time) <= time && time <= (later ?? time)) times.set(name, time);
}

function between(from: number | undefined, to: number | undefined): number | undefined {
  if (from === undefined || to === undefined || to < from) return undefined;
  return Math.round((to - from) / MINUTE);
}

/** `1 h 45 min`, `12 min`, `2 d 3 h`. */
export function formatLength(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = Math.round(minutes % 60);
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return `${rest} min`;
}

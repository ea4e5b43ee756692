import type {Report} from '../evidence/report.ts';
import {MINUTE} from '../model/time/calendar.ts';
import {formatLength} from '../model/timeline/milestone-metrics.ts';
import {timelineSpan} from './timeline-report.ts';

/** `12 entries over 1 h 40 min · TTD 5 min · TTR 1 h 40 min`: what the timeline amounts to; `undefined` where there is none. */
export function timelineSummary({timeline}: Report): string | undefined {
  if (!timeline || timeline.entries.length === 0) return undefined;
  const {length} = timeline.entries;
  const span = timelineSpan(timeline);
  const over =
    span && span.last > span.first ? ` over ${formatLength(Math.round((span.last - span.first) / MINUTE))}` : '';
  const metrics = timeline.metrics.flatMap(({name, short, minutes}) =>
    minutes === undefined || name === 'impactDuration' || name === 'timeToAcknowledge'
      ? []
      : [`${short} ${formatLength(minutes)}`],
  );
  return [`${length} ${length === 1 ? 'entry' : 'entries'}${over}`, ...metrics].join(' · ');
}

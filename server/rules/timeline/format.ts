import type {Report} from '../../evidence/report.ts';
import {howLoose} from './make-list.ts';
import {isUnwritten, mentionsTime} from './runs.ts';

/** What `timeline-format` finds fault with. */
interface FormatFaults {
  /** How grave it is that entries are no items of a list. */
  readonly loose?: 'warning' | 'information' | undefined;
  /** There are entries, none of which is read with a time: is none there, or does it stand elsewhere in them? */
  readonly times?: 'none' | 'elsewhere';
}

export function formatFaults(report: Report): FormatFaults {
  const {timeline} = report;
  if (!timeline?.titled || timeline.entries.length === 0 || isUnwritten(report)) return {};
  const loose = howLoose(report, timeline);
  if (timeline.entries.some(({said}) => said)) return {loose};
  return {loose, times: timeline.entries.some(entry => mentionsTime(report, entry)) ? 'elsewhere' : 'none'};
}

/** Is it told, with a fix where there is one, that entries should be items that begin with their times? */
export function isFormatTold(report: Report): boolean {
  const {loose, times} = formatFaults(report);
  return loose !== undefined || times !== undefined;
}

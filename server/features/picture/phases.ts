import type {Report} from '../../evidence/report.ts';
import {milestoneTimes} from '../../model/timeline/milestone-metrics.ts';
import {findWords} from '../../model/timeline/milestone-words.ts';
import type {Timeline} from '../../model/timeline/timeline.ts';

export type PhaseName = 'undetected' | 'investigating' | 'mitigating' | 'recovering';

/** A stretch of the incident, in milliseconds on the timeline's clock. */
export interface Phase {
  readonly name: PhaseName;
  readonly from: number;
  /** Later than `from`. */
  readonly to: number;
}

/** What people do to end an outage, whether it helps or not. */
const attempt =
  /\b(?:roll(?:s|ed|ing)?[ -]?back|re(?:start|boot|vert)(?:s|ed|ing)?|fail(?:s|ed|ing)?[ -]?over|scal(?:es?|ed|ing) (?:up|out)|hot-?fix|work-?around|deploy(?:s|ed|ing)? (?:a|the) (?:fix|patch))/i;

/**
 * What went on when: undetected until the incident was detected, under investigation until someone first tried to mend it,
 * under mitigation until its impact was stopped, and in recovery until it was resolved. Phases whose ends are unknown are left
 * out; one that has not ended yet lasts to the last entry.
 */
export function phasesOf({prose}: Pick<Report, 'prose'>, timeline: Timeline): Phase[] {
  const times = milestoneTimes(timeline, timeline.milestones, timeline.stated);
  const [began, detected] = [times.get('began'), times.get('detected')];
  const [mitigated, resolved] = [times.get('mitigated'), times.get('resolved')];
  const known = detected ?? began;
  if (known === undefined) return [];
  const last = Math.max(...timeline.entries.map(({time = known}) => time));
  const stopped = mitigated ?? resolved ?? last;
  const tried = firstAttempt(prose, timeline, known, stopped) ?? stopped;
  const phases: Phase[] = [
    {name: 'undetected', from: began ?? known, to: known},
    {name: 'investigating', from: known, to: tried},
    {name: 'mitigating', from: tried, to: stopped},
    {name: 'recovering', from: stopped, to: resolved ?? stopped},
  ];
  return phases.filter(({from, to}) => to > from);
}

function firstAttempt(prose: string, {entries}: Timeline, after: number, before: number): number | undefined {
  const tells = entries.filter(({time, precision, text}) => {
    if (time === undefined || precision === 'day' || time < after || time >= before) return false;
    const hints = findWords(prose, text);
    return hints.some(({name}) => name === 'mitigated') || attempt.test(prose.slice(text.start, text.end));
  });
  return tells.length > 0 ? Math.min(...tells.map(({time = before}) => time)) : undefined;
}

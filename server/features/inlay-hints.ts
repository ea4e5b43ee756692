import {type InlayHint, InlayHintKind, type Range} from 'vscode-languageserver';
import {MINUTE, twoDigits} from '../model/time/calendar.ts';
import {milestoneTimes} from '../model/timeline/milestone-metrics.ts';
import type {Postmortem} from './postmortem.ts';
import {isTimed} from './timeline-report.ts';

/** After each time of the timeline how long the incident had lasted: `+0:13`. */
export function inlayHints({document, report}: Postmortem, range: Range): InlayHint[] {
  const timed = report.timeline?.entries.filter(isTimed) ?? [];
  const begin = startOf(report);
  if (begin === undefined || timed.length < 2) return [];
  const {start, end} = document.span(range);
  const tooltip = sinceStart(begin.isKnown);
  return timed.flatMap(({stamp, time = begin.time}) => {
    const at = stamp?.clock?.end ?? 0;
    if (!stamp || at < start || at > end || time === begin.time) return [];
    const label = elapsed(time - begin.time);
    const position = document.positionAt(stamp.end);
    return [{position, label, kind: InlayHintKind.Parameter, paddingLeft: true, tooltip}];
  });
}

/**
 * When the incident began, in milliseconds on the timeline's clock, as its measures have it: by its milestone, else the start that the
 * document states. `isKnown` is false where there is neither and the first time stands for it.
 */
export function startOf({timeline}: Postmortem['report']): {time: number; isKnown: boolean} | undefined {
  if (!timeline) return undefined;
  const began = milestoneTimes(timeline, timeline.milestones, timeline.stated).get('began');
  if (began !== undefined) return {time: began, isKnown: true};
  const first = timeline.entries.find(isTimed)?.time;
  return first === undefined ? undefined : {time: first, isKnown: false};
}

/** What the time since then is called. */
export function sinceStart(isKnown: boolean): string {
  return isKnown ? 'Since the incident began' : 'Since the first entry';
}

/** `+0:13`, `−1:05`, `+1 d 2:00`: hours and minutes of a length of time in milliseconds. */
export function elapsed(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / MINUTE);
  const days = Math.floor(minutes / 1440);
  const clock = `${Math.floor((minutes % 1440) / 60)}:${twoDigits(minutes % 60)}`;
  return `${milliseconds < 0 ? '−' : '+'}${days > 0 ? `${days} d ` : ''}${clock}`;
}

import type {Report} from '../evidence/report.ts';
import {isCut} from '../model/markdown/limits.ts';
import type {Steps} from '../model/steps.ts';
import {isSameZone, lastingOffset, type Zone, zoneNamed} from '../model/time/zone.ts';
import type {DocumentEdits, NoEditsReason} from '../protocol.ts';
import {convertTimelineInSteps, isConvertible} from '../rules/timeline/convert-zone.ts';
import type {Postmortem} from './postmortem.ts';
import {isTimed} from './timeline-report.ts';

/** The edits that state every time of the timeline in another zone; `null` where the zone is unknown. */
export function* convertTimeZone({document, report}: Postmortem, name: string): Steps<DocumentEdits | null> {
  const zone = zoneNamed(name);
  if (!zone) return null;
  const {version} = document;
  if (isCut(report.limits)) return {version, edits: [], reason: 'not-all-read'};
  const edits = yield* convertTimelineInSteps(report, zone);
  if (edits.length === 0) return {version, edits: [], reason: reasonAgainst(report, zone)};
  return {version, edits: edits.map(edit => document.textEdit(edit))};
}

/** Why a timeline cannot be told in any other zone. */
export function obstacleToConverting(timeline: Report['timeline']): NoEditsReason | undefined {
  if (!timeline) return 'no-timeline';
  const timed = timeline.entries.filter(isTimed);
  if (timed.length === 0) return 'no-times';
  return timed.some(({zone}) => !zone) ? 'no-zone' : undefined;
}

function reasonAgainst({timeline}: Report, target: Zone): NoEditsReason {
  const obstacle = obstacleToConverting(timeline);
  if (obstacle) return obstacle;
  const timed = timeline?.entries.filter(isTimed) ?? [];
  if (timed.every(({zone}) => zone && isSameZone(zone.zone, target))) return 'same-zone';
  const zones = timed.flatMap(({date, zone}) => (date || !zone ? [] : [zone.zone, target]));
  const needsDay = zones.some(zone => lastingOffset(zone) === undefined);
  if (needsDay) return 'no-day';
  return isConvertible({timeline}, target) ? 'unclear-day' : 'unclear-time';
}

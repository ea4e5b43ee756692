import {zoneNamed} from '../model/time/zone.ts';
import type {DocumentEdits} from '../protocol.ts';
import {convertTimeline} from '../rules/timeline/convert-zone.ts';
import type {Postmortem} from './postmortem.ts';

/** The edits that state every time of the timeline in another zone; `null` where the zone is unknown or nothing can be converted. */
export function convertTimeZone({document, report}: Postmortem, name: string): DocumentEdits | null {
  const zone = zoneNamed(name);
  const edits = zone ? convertTimeline(report, zone) : [];
  if (edits.length === 0) return null;
  return {version: document.version, edits: edits.map(edit => document.textEdit(edit))};
}

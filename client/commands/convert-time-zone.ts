import {type Disposable, l10n, window} from 'vscode';
import {
  type ConvertTimeZoneParams,
  convertTimeZoneRequest,
  type TimeZoneItem,
  type TimeZones,
  type TimeZonesParams,
  timeZonesRequest,
} from '../../server/protocol.ts';
import type {ActivePostmortem} from '../active.ts';
import type {LanguageServer} from '../client.ts';
import {askForEdits, localZone, registerOnPostmortem, sayWhyNot} from './timeline.ts';

/** "Convert Time Zone…": every time of the timeline in another zone. Where that cannot be, it says so before it asks. */
export function convertTimeZone(server: LanguageServer, active: ActivePostmortem): Disposable {
  return registerOnPostmortem('postmortem.convertTimeZone', active, async document => {
    const uri = server.uriOf(document);
    const asked: TimeZonesParams = {uri, zone: localZone()};
    const answer = await server.request<TimeZones | null>(timeZonesRequest, asked);
    if (!answer || answer.reason) return sayWhyNot(answer?.reason);
    const picked = await window.showQuickPick(answer.zones.map(zoneItem), {
      title: l10n.t('Convert Time Zone'),
      placeHolder: l10n.t('The zone in which the timeline should be told: a city, an abbreviation or an offset'),
      matchOnDescription: true,
    });
    if (!picked) return;
    const params: ConvertTimeZoneParams = {uri, zone: picked.id};
    await askForEdits(server, convertTimeZoneRequest, params, document);
  });
}

function zoneItem({id, name, description, present}: TimeZoneItem): {id: string; label: string; description: string} {
  const remarks = [present ? l10n.t('its zone now') : '', description];
  return {id, label: name, description: remarks.filter(Boolean).join(' · ')};
}

import {type Disposable, l10n, type QuickPickItem, window} from 'vscode';
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
import {zonesFor} from './zone-choice.ts';

/** "Convert Time Zone…": every time of the timeline in another zone. Where that cannot be, it says so before it asks. */
export function convertTimeZone(server: LanguageServer, active: ActivePostmortem): Disposable {
  return registerOnPostmortem('postmortem.convertTimeZone', active, async document => {
    const uri = server.uriOf(document);
    const asked: TimeZonesParams = {uri, zone: localZone()};
    const answer = await server.request<TimeZones | null>(timeZonesRequest, asked);
    if (!answer || answer.reason) return sayWhyNot(answer?.reason);
    const picked = await pickZone(answer.zones);
    if (!picked) return;
    const params: ConvertTimeZoneParams = {uri, zone: picked.id};
    await askForEdits(server, convertTimeZoneRequest, params, document);
  });
}

interface ZoneItem extends QuickPickItem {
  readonly id: string;
}

/** What is typed is found by us: the editor takes any zone that has the letters, and `EST` for a part of "Bucharest". */
async function pickZone(zones: readonly TimeZoneItem[]): Promise<ZoneItem | undefined> {
  const pick = window.createQuickPick<ZoneItem>();
  pick.title = l10n.t('Convert Time Zone');
  pick.placeholder = l10n.t('The zone in which the timeline should be told: a city, an abbreviation or an offset');
  // Not among the types, and heeded: our order stays as it is.
  Object.assign(pick, {sortByLabel: false});
  const itemsNow = () => zonesFor(zones, pick.value).map(zoneItem);
  pick.items = itemsNow();
  pick.onDidChangeValue(() => {
    pick.items = itemsNow();
  });
  try {
    return await new Promise(resolve => {
      pick.onDidAccept(() => {
        // Who types fast accepts before the list has followed.
        const [active] = pick.activeItems;
        const items = itemsNow();
        resolve(items.find(({id}) => id === active?.id) ?? items[0]);
      });
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

function zoneItem({id, name, description, present}: TimeZoneItem): ZoneItem {
  const remarks = [present ? l10n.t('its zone now') : '', description];
  return {id, label: name, description: remarks.filter(Boolean).join(' · '), alwaysShow: true};
}

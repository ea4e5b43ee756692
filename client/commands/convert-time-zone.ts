import {type Disposable, l10n, window} from 'vscode';
import {type ConvertTimeZoneParams, convertTimeZoneRequest} from '../../server/protocol.ts';
import type {ActivePostmortem} from '../active.ts';
import type {LanguageServer} from '../client.ts';
import {askForEdits, localZone, registerOnPostmortem} from './timeline.ts';

/** "Convert Time Zone…": every time of the timeline in another zone. */
export function convertTimeZone(server: LanguageServer, active: ActivePostmortem): Disposable {
  return registerOnPostmortem('postmortem.convertTimeZone', active, async document => {
    const zones = ['UTC', localZone(), ...Intl.supportedValuesOf('timeZone')];
    const zone = await window.showQuickPick([...new Set(zones)], {
      title: l10n.t('Convert Time Zone'),
      placeHolder: l10n.t('The zone in which the timeline should be told'),
    });
    if (zone === undefined) return;
    const params: ConvertTimeZoneParams = {uri: server.uriOf(document), zone};
    const nothing = l10n.t(
      'No time could be converted: the timeline has none, states no zone, or is in {0} already.',
      zone,
    );
    await askForEdits(server, convertTimeZoneRequest, params, document, nothing);
  });
}

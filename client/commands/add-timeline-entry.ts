import type {Disposable} from 'vscode';
import {type AddTimelineEntryParams, addTimelineEntryRequest} from '../../server/protocol.ts';
import type {ActivePostmortem} from '../active.ts';
import type {LanguageServer} from '../client.ts';
import {fromPosition} from '../edits.ts';
import {askForEdits, hereAndNow, registerOnPostmortem} from './timeline.ts';

/** "Add Timeline Entry": now, in the timeline's own style and zone, where it belongs. */
export function addTimelineEntry(server: LanguageServer, active: ActivePostmortem): Disposable {
  return registerOnPostmortem('postmortem.addTimelineEntry', active, document => {
    const editor = active.editor?.document === document ? active.editor : undefined;
    const params: AddTimelineEntryParams = {
      uri: server.uriOf(document),
      ...hereAndNow(),
      ...(editor && {position: fromPosition(editor.selection.active)}),
    };
    return askForEdits(server, addTimelineEntryRequest, params, document);
  });
}

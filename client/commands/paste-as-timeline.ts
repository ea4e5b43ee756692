import {type Disposable, env} from 'vscode';
import {type PasteTimelineParams, pasteTimelineRequest} from '../../server/protocol.ts';
import type {ActivePostmortem} from '../active.ts';
import type {LanguageServer} from '../client.ts';
import {fromRange} from '../edits.ts';
import {askForEdits, hereAndNow, registerOnPostmortem} from './timeline.ts';

/** "Paste as Timeline": what lies on the clipboard as entries in the timeline's own style, wherever the cursor is. */
export function pasteAsTimeline(server: LanguageServer, active: ActivePostmortem): Disposable {
  return registerOnPostmortem('postmortem.pasteAsTimeline', active, async document => {
    const selection = active.editor?.selection;
    const text = await env.clipboard.readText();
    if (!selection) return;
    const range = fromRange(selection);
    const params: PasteTimelineParams = {uri: server.uriOf(document), range, anywhere: true, text, ...hereAndNow()};
    await askForEdits(server, pasteTimelineRequest, params, document);
  });
}

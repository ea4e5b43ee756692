import type {Disposable} from 'vscode';
import {type TimelineDiagramParams, timelineDiagramRequest} from '../../server/protocol.ts';
import type {ActivePostmortem} from '../active.ts';
import type {LanguageServer} from '../client.ts';
import {askForEdits, registerOnPostmortem} from './timeline.ts';

/** "Insert Timeline Diagram": a Mermaid diagram below the timeline, or the one that is there made new. */
export function insertTimelineDiagram(server: LanguageServer, active: ActivePostmortem): Disposable {
  return registerOnPostmortem('postmortem.insertTimelineDiagram', active, document => {
    const params: TimelineDiagramParams = {uri: server.uriOf(document)};
    return askForEdits(server, timelineDiagramRequest, params, document);
  });
}

import {commands, type Disposable, env, l10n, type TextDocument, window} from 'vscode';
import {
  type AddTimelineEntryParams,
  addTimelineEntryRequest,
  type ConvertTimeZoneParams,
  convertTimeZoneRequest,
  type DocumentEdits,
  type PasteTimelineParams,
  pasteTimelineRequest,
  type TimelineDiagramParams,
  timelineDiagramRequest,
} from '../../server/protocol.ts';
import type {ActivePostmortem} from '../active.ts';
import type {LanguageServer} from '../client.ts';
import {applyDocumentEdits, fromRange} from '../edits.ts';

/** "Add Timeline Entry": now, in the timeline's own style and zone, where it belongs. */
export function addTimelineEntry(server: LanguageServer, active: ActivePostmortem): Disposable {
  return timelineCommand('postmortem.addTimelineEntry', active, document => {
    const params: AddTimelineEntryParams = {uri: server.uriOf(document), ...hereAndNow()};
    return ask(server, addTimelineEntryRequest, params, document, l10n.t('There is no timeline to add to.'));
  });
}

/** "Paste as Timeline": what lies on the clipboard as entries in the timeline's own style. */
export function pasteAsTimeline(server: LanguageServer, active: ActivePostmortem): Disposable {
  return timelineCommand('postmortem.pasteAsTimeline', active, async document => {
    const selection = active.editor?.selection;
    const text = await env.clipboard.readText();
    if (!selection) return;
    const range = fromRange(selection);
    const params: PasteTimelineParams = {uri: server.uriOf(document), range, text, ...hereAndNow()};
    await ask(server, pasteTimelineRequest, params, document, l10n.t('No times were found on the clipboard.'));
  });
}

/** "Insert Timeline Diagram": a Mermaid diagram below the timeline, or the one that is there made new. */
export function insertTimelineDiagram(server: LanguageServer, active: ActivePostmortem): Disposable {
  return timelineCommand('postmortem.insertTimelineDiagram', active, document => {
    const params: TimelineDiagramParams = {uri: server.uriOf(document)};
    const nothing = l10n.t('There is no timeline with at least two times, or its diagram is up to date.');
    return ask(server, timelineDiagramRequest, params, document, nothing);
  });
}

/** "Convert Time Zone…": every time of the timeline in another zone. */
export function convertTimeZone(server: LanguageServer, active: ActivePostmortem): Disposable {
  return timelineCommand('postmortem.convertTimeZone', active, async document => {
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
    await ask(server, convertTimeZoneRequest, params, document, nothing);
  });
}

/** What "now" and "here" mean to the person at the keyboard. */
export function hereAndNow(): {now: string; zone: string} {
  return {now: new Date().toISOString(), zone: localZone()};
}

function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function timelineCommand(
  command: string,
  active: ActivePostmortem,
  run: (document: TextDocument) => Promise<void>,
): Disposable {
  return commands.registerCommand(command, async () => {
    if (active.postmortem) await run(active.postmortem.document);
  });
}

/** @param nothing what to say where the server has no edits */
async function ask(
  server: LanguageServer,
  method: string,
  params: object,
  document: TextDocument,
  nothing: string,
): Promise<void> {
  const answer = await server.request<DocumentEdits | null>(method, params);
  if (!answer) void window.showInformationMessage(nothing);
  else await applyDocumentEdits(document, answer);
}

import {commands, type Disposable, type TextDocument, window} from 'vscode';
import type {DocumentEdits} from '../../server/protocol.ts';
import type {ActivePostmortem} from '../active.ts';
import type {LanguageServer} from '../client.ts';
import {applyDocumentEdits} from '../edits.ts';

/** What "now" and "here" mean to the person at the keyboard. */
export function hereAndNow(): {now: string; zone: string} {
  return {now: new Date().toISOString(), zone: localZone()};
}

/** @returns the IANA name of the zone of this computer */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Registers a command on the active postmortem; without one it does nothing. */
export function registerOnPostmortem(
  command: string,
  active: ActivePostmortem,
  run: (document: TextDocument) => Promise<void>,
): Disposable {
  return commands.registerCommand(command, async () => {
    if (active.postmortem) await run(active.postmortem.document);
  });
}

/**
 * Asks the server for edits and applies them.
 *
 * @param nothing what to say where the server has none
 */
export async function askForEdits(
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

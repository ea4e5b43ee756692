import {commands, type Disposable, l10n, type TextDocument, window} from 'vscode';
import type {DocumentEdits, NoEditsReason} from '../../server/protocol.ts';
import type {ActivePostmortem} from '../active.ts';
import type {LanguageServer} from '../client.ts';
import {applyDocumentEdits, isReadOnly} from '../edits.ts';

/** What "now" and "here" mean to the person at the keyboard. */
export function hereAndNow(): {now: string; zone: string} {
  return {now: new Date().toISOString(), zone: localZone()};
}

/** @returns the IANA name of the zone of this computer */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Registers a command that changes the active postmortem; without one it does nothing. */
export function registerOnPostmortem(
  command: string,
  active: ActivePostmortem,
  run: (document: TextDocument) => Promise<void>,
): Disposable {
  return commands.registerCommand(command, async () => {
    const document = active.postmortem?.document;
    if (document && !isReadOnly(document)) await run(document);
  });
}

/** Asks the server for edits and applies them, or says why there are none. */
export async function askForEdits(
  server: LanguageServer,
  method: string,
  params: object,
  document: TextDocument,
): Promise<void> {
  const answer = await server.request<DocumentEdits | null>(method, params);
  if (answer && answer.edits.length > 0) await applyDocumentEdits(document, answer);
  else sayWhyNot(answer?.reason);
}

export function sayWhyNot(reason: NoEditsReason = 'no-timeline'): void {
  void window.showInformationMessage(reasons[reason]);
}

const reasons: Readonly<Record<NoEditsReason, string>> = {
  'not-all-read': l10n.t('The document is too long to be read to its end.'),
  'merge-conflict': l10n.t('The document has merge conflicts: resolve them first.'),
  'no-timeline': l10n.t('The document has no timeline, nor a section for one.'),
  'nothing-pasted': l10n.t('No times were found on the clipboard.'),
  'few-times': l10n.t('The timeline has fewer than two different times: there is nothing to draw.'),
  'up-to-date': l10n.t('The diagram is up to date.'),
  fenced: l10n.t('The whole document stands in a code fence, in which there can be no diagram.'),
  'no-times': l10n.t('The timeline has no times yet.'),
  'no-zone': l10n.t('Nothing says in which time zone the times are: state it in the timeline first.'),
  'same-zone': l10n.t('The timeline is in this time zone already.'),
  'no-day': l10n.t('Nothing says on which day the times are, and the zone differs from summer to winter.'),
  'unclear-day': l10n.t(
    'The day or the year of the times is not stated, and some would be taken for those of another day.',
  ),
  'unclear-time': l10n.t('A time of the timeline is impossible or can be read in two ways.'),
};

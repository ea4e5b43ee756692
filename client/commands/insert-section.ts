import {commands, type Disposable, l10n, type TextDocument, window} from 'vscode';
import {type InsertSectionParams, type InsertSectionResult, insertSectionRequest} from '../../server/protocol.ts';
import type {ActivePostmortem} from '../active.ts';
import type {LanguageServer} from '../client.ts';
import {insertSnippet, isReadOnly, toRange} from '../edits.ts';

/** "Add Missing Section…": asks which one, where more than one is missing. */
export function addMissingSection(server: LanguageServer, active: ActivePostmortem): Disposable {
  return commands.registerCommand('postmortem.insertSection', async (item?: {readonly section?: string}) => {
    const {postmortem} = active;
    if (!postmortem || isReadOnly(postmortem.document)) return;
    const section = item?.section ?? (await pickMissing(postmortem.report.sections));
    if (section !== undefined) await insertSection(server, postmortem.document, section);
  });
}

/** Inserts a section where it belongs, the cursor at the first of its tab stops. */
export async function insertSection(server: LanguageServer, document: TextDocument, section: string): Promise<void> {
  const params: InsertSectionParams = {uri: server.uriOf(document), section};
  const answer = await server.request<InsertSectionResult | null>(insertSectionRequest, params);
  if (!answer) {
    void window.showInformationMessage(l10n.t('No place for this section could be found, or it is there by now.'));
    return;
  }
  if (answer.version !== document.version) return;
  const editor = await window.showTextDocument(document);
  await insertSnippet(editor, answer.snippet, toRange(answer.edit.range));
}

async function pickMissing(
  sections: readonly {readonly id: string; readonly title: string; readonly status: string}[],
): Promise<string | undefined> {
  const missing = sections.filter(({status}) => status === 'missing');
  if (missing.length === 0) {
    void window.showInformationMessage(l10n.t('Every section of the template is there.'));
    return undefined;
  }
  const items = missing.map(({id, title}) => ({id, label: title}));
  return (await window.showQuickPick(items, {title: l10n.t('Add Missing Section')}))?.id;
}

import {commands, type Disposable, l10n, Position, Uri, WorkspaceEdit, window, workspace} from 'vscode';
import {type DeriveTemplateParams, deriveTemplateRequest} from '../../server/protocol.ts';
import type {LanguageServer} from '../client.ts';
import {fileExists} from '../files.ts';
import {postmortemPattern} from './new-place.ts';

const title = l10n.t('Derive Template from Postmortems');

/** "Derive Template…": reads existing postmortems and writes, in a new editor, the template that they have in common. */
export function deriveTemplate(server: LanguageServer): Disposable {
  return commands.registerCommand('postmortem.deriveTemplate', async (_clicked?: Uri, selected?: readonly Uri[]) => {
    const files = selected && selected.length > 0 ? selected : await pickFiles();
    if (!files || files.length === 0) return;
    const documents = await Promise.all(files.map(file => workspace.openTextDocument(file)));
    const [first] = files;
    const root = first && workspace.getWorkspaceFolder(first);
    const name = root?.name ?? l10n.t('Our postmortem');
    const params: DeriveTemplateParams = {texts: documents.map(document => document.getText()), name};
    const template = await server.request<string>(deriveTemplateRequest, params);
    const place = root && Uri.joinPath(root.uri, 'docs/postmortem-template.md');
    await showNew(template, place && !(await fileExists(place)) ? place : undefined);
  });
}

async function pickFiles(): Promise<readonly Uri[] | undefined> {
  if (!workspace.workspaceFolders?.length) {
    return window.showOpenDialog({title, canSelectMany: true, filters: {Markdown: ['md', 'markdown']}});
  }
  const files = await workspace.findFiles(postmortemPattern, '**/node_modules/**', 500);
  const items = files.map(uri => ({label: workspace.asRelativePath(uri), uri, picked: !/template/i.test(uri.path)}));
  items.sort((a, b) => (a.label < b.label ? -1 : 1));
  const placeHolder = l10n.t('Which documents are good examples?');
  const picked = await window.showQuickPick(items, {title, placeHolder, canPickMany: true});
  return picked?.map(({uri}) => uri);
}

/**
 * Shows a text in an editor that has not been saved.
 *
 * @param place where it is proposed to lie; there is no file yet
 */
async function showNew(text: string, place: Uri | undefined): Promise<void> {
  const document = await (place
    ? workspace.openTextDocument(place.with({scheme: 'untitled'}))
    : workspace.openTextDocument({language: 'markdown', content: ''}));
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), text);
  await workspace.applyEdit(edit);
  await window.showTextDocument(document);
}

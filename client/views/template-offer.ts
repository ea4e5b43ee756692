import {
  commands,
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  Position,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {type TemplateItem, type TemplatesParams, templatesRequest} from '../../server/protocol.ts';
import type {ActivePostmortem} from '../active.ts';
import {documentSelector, type LanguageServer} from '../client.ts';
import {changed} from '../edits.ts';
import {fileExists} from '../files.ts';

const command = 'postmortem.useTemplate';

/** Offers, where the editor shows the template, to use one that lies in the workspace. Quietly: nothing pops up. */
export function contributeTemplateOffer(server: LanguageServer, active: ActivePostmortem): Disposable {
  const found = new Map<string, Promise<string | undefined>>();
  let item: LanguageStatusItem | undefined;
  let shown = '';

  async function update(): Promise<void> {
    const postmortem = active.postmortem;
    const root = postmortem && workspace.getWorkspaceFolder(postmortem.document.uri)?.uri;
    const wanted = root && !postmortem.report.template.configured;
    const path = wanted ? await find(root, postmortem.document.uri) : undefined;
    const now = root && path !== undefined ? Uri.joinPath(root, path).toString() : '';
    if (postmortem !== active.postmortem || now === shown) return;
    shown = now;
    item?.dispose();
    item = root && path !== undefined ? offer(root, path) : undefined;
  }

  function find(root: Uri, document: Uri): Promise<string | undefined> {
    const key = root.toString();
    const forget = () => {
      found.delete(key);
      return undefined;
    };
    const known = found.get(key) ?? offeredIn(server, root, document).catch(forget);
    found.set(key, known);
    return known;
  }

  // The server tells when a template has come, changed or gone: it looks out for files where teams keep theirs.
  const forget = (document: TextDocument | undefined) => {
    if (!document) found.clear();
  };
  const listeners = [
    server.onDidChangeDocument(forget),
    active.onDidChange(update),
    commands.registerCommand(command, useTemplate),
  ];
  return {
    dispose() {
      item?.dispose();
      for (const listener of listeners) listener.dispose();
    },
  };
}

function offer(root: Uri, path: string): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('postmortem.template-offer', documentSelector());
  item.name = l10n.t('Postmortem Template Found');
  item.severity = LanguageStatusSeverity.Information;
  item.text = l10n.t('Template found: {0}', path);
  item.command = {command, title: l10n.t('Use It'), arguments: [root, path]};
  return item;
}

/** @returns the path of a template that lies where teams keep theirs, relative to the workspace folder */
async function offeredIn(server: LanguageServer, root: Uri, document: Uri): Promise<string | undefined> {
  const params: TemplatesParams = {uri: document.toString()};
  const templates = await server.request<readonly TemplateItem[]>(templatesRequest, params);
  const path = templates.find(({offered}) => offered)?.id;
  return path !== undefined && (await fileExists(Uri.joinPath(root, path))) ? path : undefined;
}

/** Names the template in the configuration file of the workspace, for the whole team, and shows it. */
async function useTemplate(root: Uri, path: string): Promise<void> {
  const file = Uri.joinPath(root, '.postmortem.yaml');
  const edit = new WorkspaceEdit();
  edit.createFile(file, {ignoreIfExists: true});
  await workspace.applyEdit(edit);
  const editor = await window.showTextDocument(file);
  const insert = () => editor.edit(builder => builder.insert(new Position(0, 0), `template: ${path}\n`));
  if (await changed(editor, insert)) await editor.document.save();
}

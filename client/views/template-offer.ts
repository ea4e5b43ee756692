import {
  commands,
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type {ActivePostmortem} from '../active.ts';
import {documentSelector} from '../client.ts';
import {fileExists} from '../files.ts';

/** Where teams keep the template of their postmortems. */
const places = [
  'docs/postmortem-template.md',
  'docs/postmortem_template.md',
  'docs/templates/postmortem.md',
  'templates/postmortem.md',
  'postmortem-template.md',
  '.github/ISSUE_TEMPLATE/postmortem.md',
  '.github/ISSUE_TEMPLATE/incident.md',
  '.github/ISSUE_TEMPLATE/incident-postmortem.md',
];
const command = 'postmortem.useTemplate';

/** Offers, where the editor shows the template, to use one that lies in the workspace. Quietly: nothing pops up. */
export function contributeTemplateOffer(active: ActivePostmortem): Disposable {
  const found = new Map<string, Promise<string | undefined>>();
  let item: LanguageStatusItem | undefined;
  let shown = '';

  async function update(): Promise<void> {
    const postmortem = active.postmortem;
    const root = postmortem && workspace.getWorkspaceFolder(postmortem.document.uri)?.uri;
    const wanted = root && !postmortem.report.template.configured;
    const path = wanted ? await find(root) : undefined;
    const now = root && path !== undefined ? Uri.joinPath(root, path).toString() : '';
    if (postmortem !== active.postmortem || now === shown) return;
    shown = now;
    item?.dispose();
    item = root && path !== undefined ? offer(root, path) : undefined;
  }

  function find(root: Uri): Promise<string | undefined> {
    const known = found.get(root.toString()) ?? firstThatExists(root);
    found.set(root.toString(), known);
    return known;
  }

  const listeners = [active.onDidChange(update), commands.registerCommand(command, useTemplate)];
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

async function firstThatExists(root: Uri): Promise<string | undefined> {
  for (const path of places) {
    if (await fileExists(Uri.joinPath(root, path))) return path;
  }
  return undefined;
}

/** Names the template in the configuration file of the workspace, for the whole team, and shows it. */
async function useTemplate(root: Uri, path: string): Promise<void> {
  const file = Uri.joinPath(root, '.postmortem.yaml');
  const edit = new WorkspaceEdit();
  edit.createFile(file, {ignoreIfExists: true});
  await workspace.applyEdit(edit);
  const document = await workspace.openTextDocument(file);
  await insertLine(document, `template: ${path}\n`);
  await document.save();
  await window.showTextDocument(document);
}

function insertLine(document: TextDocument, line: string): Thenable<boolean> {
  const edit = new WorkspaceEdit();
  const start = new Position(0, 0);
  edit.replace(document.uri, new Range(start, start), line);
  return workspace.applyEdit(edit);
}

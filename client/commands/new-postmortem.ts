import {
  commands,
  type Disposable,
  FileType,
  l10n,
  Range,
  RelativePattern,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  type NewPostmortemParams,
  type NewPostmortemResult,
  newPostmortemRequest,
  type TemplateItem,
  type TemplatesParams,
  templatesRequest,
} from '../../server/protocol.ts';
import type {LanguageServer} from '../client.ts';
import {insertSnippet} from '../edits.ts';
import {fileExists} from '../files.ts';
import {plainText} from '../texts.ts';
import {
  cleanPath,
  fileInTheWay,
  forbiddenCharacter,
  localDate,
  longName,
  postmortemPattern,
  usualFolder,
} from './new-place.ts';

const title = l10n.t('New Postmortem');

/** "New Postmortem…": asks for template, title and place, writes the scaffold, puts the cursor at its first stop. */
export function newPostmortem(server: LanguageServer): Disposable {
  return commands.registerCommand('postmortem.new', async (clicked?: Uri) => {
    const folder = await folderOf(clicked);
    const uri = folder && Uri.joinPath(folder, 'new.md');
    const template = await pickTemplate(server, uri);
    if (!template) return;
    const prompt = l10n.t('What happened, in a few words?');
    const placeHolder = l10n.t('Checkout answered one request in five with an error');
    const validateInput = (input: string) => (input.trim() === '' ? l10n.t('A few words, please.') : undefined);
    const summary = await window.showInputBox({title, prompt, placeHolder, ignoreFocusOut: true, validateInput});
    if (summary === undefined) return;
    const params: NewPostmortemParams = {
      template: template.id,
      title: summary.trim(),
      date: localDate(new Date()),
      ...(uri && {uri: uri.toString()}),
    };
    const begin = (given: NewPostmortemParams) => server.request<NewPostmortemResult>(newPostmortemRequest, given);
    const {fileName} = await begin(params);
    const document = folder ? await createFile(folder, fileName) : await untitled();
    if (!document) return;
    // Whether it has to name its template depends on where it lies.
    const postmortem = await begin({...params, uri: document.uri.toString()});
    const editor = await window.showTextDocument(document);
    await insertSnippet(editor, postmortem.snippet, wholeOf(document));
    if (!document.isUntitled) await document.save();
  });
}

/** @returns the folder that was clicked, or that of the file, or the place where postmortems usually lie */
async function folderOf(clicked: Uri | undefined): Promise<Uri | undefined> {
  if (clicked) {
    const {type} = await workspace.fs.stat(clicked);
    return type & FileType.Directory ? clicked : Uri.joinPath(clicked, '..');
  }
  const active = window.activeTextEditor?.document.uri;
  const root = (active && workspace.getWorkspaceFolder(active)) ?? workspace.workspaceFolders?.[0];
  if (!root) return undefined;
  const files = await workspace.findFiles(new RelativePattern(root, postmortemPattern), '**/node_modules/**', 500);
  const paths = files.map(file => workspace.asRelativePath(file, false));
  return Uri.joinPath(root.uri, usualFolder(paths));
}

/** @param current id of the template that the document has, for the command that changes it */
export async function pickTemplate(
  server: LanguageServer,
  uri: Uri | undefined,
  heading = title,
  current?: string,
): Promise<TemplateItem | undefined> {
  const params: TemplatesParams = uri ? {uri: uri.toString()} : {};
  const templates = await server.request<readonly TemplateItem[]>(templatesRequest, params);
  const items = templates.map(template => ({
    template,
    label: template.name,
    description: remark(template, current),
    detail: template.description,
  }));
  const placeHolder = l10n.t('Which template?');
  return (await window.showQuickPick(items, {title: heading, placeHolder, matchOnDetail: true}))?.template;
}

function remark({id, preferred}: TemplateItem, current: string | undefined): string {
  if (id === current) return l10n.t('its template now');
  return preferred ? l10n.t('used here') : '';
}

/** Asks for the place, and again while something stands there already. An empty file is filled. */
async function createFile(folder: Uri, fileName: string): Promise<TextDocument | undefined> {
  const root = workspace.getWorkspaceFolder(folder)?.uri ?? folder;
  const relative = folder.path.slice(root.path.length).replace(/^\/+/, '');
  const path = await window.showInputBox({
    title,
    prompt: l10n.t('Where? The path is relative to {0}.', root.path.split('/').at(-1) ?? root.path),
    value: relative ? `${relative}/${fileName}` : fileName,
    ignoreFocusOut: true,
    validateInput: input => validatePath(root, input),
  });
  const clean = path === undefined ? undefined : cleanPath(path);
  if (clean === undefined) return undefined;
  const file = Uri.joinPath(root, clean);
  if (await isEmptyFile(file)) return workspace.openTextDocument(file);
  const edit = new WorkspaceEdit();
  edit.createFile(file, {overwrite: false, ignoreIfExists: false});
  if (await workspace.applyEdit(edit)) return workspace.openTextDocument(file);
  const name = plainText(clean);
  void window.showErrorMessage(l10n.t('{0} could not be written.', name));
  return undefined;
}

async function validatePath(root: Uri, input: string): Promise<string | undefined> {
  const clean = cleanPath(input);
  if (clean === undefined) return l10n.t('A path inside the folder, please, and not from the root.');
  const forbidden = forbiddenCharacter(clean);
  if (forbidden !== undefined) return l10n.t('Not every system allows {0} in names.', forbidden);
  if (longName(clean) !== undefined) return l10n.t('This name is too long for a file.');
  const obstacle = await fileInTheWay(clean, path => isFile(Uri.joinPath(root, path)));
  if (obstacle !== undefined) return l10n.t('{0} is a file, not a folder.', plainText(obstacle));
  const file = Uri.joinPath(root, clean);
  const isTaken = (await fileExists(file)) && !(await isEmptyFile(file));
  return isTaken ? l10n.t('There is a file of this name already.') : undefined;
}

async function isFile(file: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(file)).type & FileType.File) !== 0;
  } catch {
    return false;
  }
}

/** Is there a file with nothing but white space in it, in an editor, too? */
async function isEmptyFile(file: Uri): Promise<boolean> {
  try {
    const {type, size} = await workspace.fs.stat(file);
    if (!(type & FileType.File) || size > 100) return false;
    const text = new TextDecoder().decode(await workspace.fs.readFile(file));
    const open = workspace.textDocuments.find(({uri}) => uri.toString() === file.toString());
    return text.trim() === '' && (open?.getText() ?? '').trim() === '';
  } catch {
    return false;
  }
}

function wholeOf(document: TextDocument): Range {
  return new Range(document.positionAt(0), document.positionAt(document.getText().length));
}

function untitled(): Thenable<TextDocument> {
  return workspace.openTextDocument({language: 'markdown', content: ''});
}

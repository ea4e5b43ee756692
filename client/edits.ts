import {
  l10n,
  Position,
  Range,
  SnippetString,
  type TextDocument,
  TextEdit,
  type TextEditor,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type {DocumentEdits} from '../server/protocol.ts';

export type LspRange = DocumentEdits['edits'][number]['range'];

/**
 * Applies the server's edits as one step that can be undone; the cursor goes to the first tab stop where there is one.
 *
 * @returns false where the document has moved on since the server read it, and where it is read-only, which is said
 */
export async function applyDocumentEdits(document: TextDocument, answer: DocumentEdits): Promise<boolean> {
  const {version, edits, snippet} = answer;
  const [first, ...others] = edits;
  if (!first || version !== document.version) return false;
  if (snippet !== undefined && others.length === 0)
    return insertSnippet(await window.showTextDocument(document), snippet, toRange(first.range));
  const visible = window.visibleTextEditors.find(editor => editor.document === document);
  const editor = visible ?? (await window.showTextDocument(document));
  if (version !== document.version) return false;
  return changed(editor, () =>
    editor.edit(builder => {
      for (const {range, newText} of edits) builder.replace(toRange(range), newText);
    }),
  );
}

/**
 * Inserts LSP snippet syntax, the cursor at the first tab stop.
 *
 * @returns false, and says so, where the document is read-only
 */
export async function insertSnippet(editor: TextEditor, snippet: string, range: Range): Promise<boolean> {
  const done = await changed(editor, () => editor.insertSnippet(new SnippetString(snippet), range));
  editor.revealRange(new Range(range.start, range.start));
  return done;
}

/**
 * Edits through an editor, which refuses what is read-only: an edit of the workspace would change it behind the author's back. Nothing
 * tells beforehand which files are, and the editor claims to have done it: it shows in the version.
 *
 * @returns false, and says so, where nothing was changed
 */
export async function changed({document}: TextEditor, edit: () => Thenable<unknown>): Promise<boolean> {
  const {version} = document;
  await edit();
  if (document.version !== version) return true;
  sayReadOnly();
  return false;
}

/** Says so where the whole file system of a document takes no changes. */
export function isReadOnly({uri}: TextDocument): boolean {
  const readOnly = workspace.fs.isWritableFileSystem(uri.scheme) === false;
  if (readOnly) sayReadOnly();
  return readOnly;
}

function sayReadOnly(): void {
  void window.showWarningMessage(l10n.t('This file is read-only: nothing was changed.'));
}

export function toWorkspaceEdit({uri}: TextDocument, {edits}: DocumentEdits): WorkspaceEdit {
  const result = new WorkspaceEdit();
  const textEdits = edits.map(({range, newText}) => new TextEdit(toRange(range), newText));
  result.set(uri, textEdits);
  return result;
}

export function toRange({start, end}: LspRange): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}

export function fromRange({start, end}: Range): LspRange {
  return {start: fromPosition(start), end: fromPosition(end)};
}

export function fromPosition({line, character}: Position): LspRange['start'] {
  return {line, character};
}

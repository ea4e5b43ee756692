import {Position, Range, SnippetString, type TextDocument, TextEdit, WorkspaceEdit, window, workspace} from 'vscode';
import type {DocumentEdits} from '../server/protocol.ts';

export type LspRange = DocumentEdits['edits'][number]['range'];

/**
 * Applies the server's edits as one step that can be undone; the cursor goes to the first tab stop where there is one.
 *
 * @returns false where the document has moved on since the server read it
 */
export async function applyDocumentEdits(document: TextDocument, answer: DocumentEdits): Promise<boolean> {
  const {version, edits, snippet} = answer;
  if (version !== document.version) return false;
  const [first, ...others] = edits;
  if (first && snippet !== undefined && others.length === 0) {
    const editor = await window.showTextDocument(document);
    const range = toRange(first.range);
    const done = await editor.insertSnippet(new SnippetString(snippet), range);
    editor.revealRange(new Range(range.start, range.start));
    return done;
  }
  return workspace.applyEdit(toWorkspaceEdit(document, answer));
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

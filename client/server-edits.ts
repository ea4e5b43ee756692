import {type TextDocument, workspace} from 'vscode';
import {CancellationToken, type Middleware} from 'vscode-languageclient';
import {applyDocumentEdits} from './edits.ts';

type HandleApplyEdit = NonNullable<NonNullable<Middleware['workspace']>['handleApplyEdit']>;

/** What the server changes by itself (a diagram, on a click) goes through an editor, as our own commands do: it may be read-only. */
export function handleApplyEdit(uriOf: (document: TextDocument) => string): HandleApplyEdit {
  return async (params, next) => {
    const [change, ...others] = params.edit.documentChanges ?? [];
    const document =
      change && 'edits' in change && workspace.textDocuments.find(each => uriOf(each) === change.textDocument.uri);
    if (!document || others.length > 0) return next(params, CancellationToken.None);
    const edits = change.edits.flatMap(edit => ('newText' in edit ? edit : []));
    if (edits.length < change.edits.length) return next(params, CancellationToken.None);
    return {
      applied: await applyDocumentEdits(document, {version: change.textDocument.version ?? document.version, edits}),
    };
  };
}

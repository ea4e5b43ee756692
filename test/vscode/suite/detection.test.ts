import assert from 'node:assert/strict';
import {type CodeAction, CodeActionKind, commands, Position, Range} from 'vscode';
import {ask, diagnostic, diagnostics, diagnosticsNow, open, replace} from './documents.ts';

/** VS Code's own Markdown has refactorings, but mends nothing. */
const mending = [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll];

describe('An ordinary README', () => {
  it('gets no diagnostic, while a postmortem that is opened after it gets its own', async () => {
    const {document} = await open('README.md');
    const postmortem = await open('incidents/missing-section.md');
    await diagnostic(postmortem.document, 'missing-section');
    assert.deepEqual(diagnosticsNow(document), []);
  });

  it('gets no quick fix', async () => {
    const {document} = await open('README.md');
    const all = new Range(0, 0, document.lineCount, 0);
    const actions = await ask<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, all);
    const ours = actions?.filter(({kind}) => kind && mending.some(each => each.contains(kind)));
    assert.deepEqual(ours?.map(({title}) => title) ?? [], []);
  });

  it('is a postmortem as soon as its front matter says so, and no longer', async () => {
    const editor = await open('README.md');
    await replace(editor, new Range(0, 0, 0, 0), '---\npostmortem: true\n---\n\n');
    await diagnostic(editor.document, 'missing-section');
    const value = new Position(1, 'postmortem: '.length);
    await replace(editor, new Range(value, value.translate(0, 'true'.length)), 'false');
    await diagnostics(editor.document, rules => rules.length === 0);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {open} from './documents.ts';

describe('x', () => {
  it('opens %s', async () => {
    const editor = await open('README.md');
    assert.equal(editor.document.languageId, 'markdown');
    console.log(vscode.version, typeof process, vscode.env.uiKind);
  });
});

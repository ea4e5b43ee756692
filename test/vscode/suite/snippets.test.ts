import assert from 'node:assert/strict';
import {type CompletionList, Position} from 'vscode';
import {ask, open} from './documents.ts';

describe('Snippets', () => {
  it('are offered in Markdown', async () => {
    const {document} = await open('README.md');
    const list = await ask<CompletionList>('vscode.executeCompletionItemProvider', document.uri, new Position(1, 0));
    const labels = list?.items.map(({label}) => (typeof label === 'string' ? label : label.label)) ?? [];
    assert.ok(labels.includes('postmortem'), labels.join(' '));
  });
});

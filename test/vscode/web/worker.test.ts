import assert from 'node:assert/strict';
import {diagnostic, open} from '../suite/documents.ts';

describe('In a web worker', () => {
  it('a postmortem on another machine gets its diagnostics', async () => {
    assert.equal('process' in globalThis, false);
    const {document} = await open('incidents/missing-section.md');
    assert.equal(document.uri.scheme, 'vscode-remote');
    await diagnostic(document, 'missing-section');
  });
});

import assert from 'node:assert/strict';
import {commands, extensions} from 'vscode';
import {diagnostic, diagnostics, open} from './documents.ts';

describe('The extension', () => {
  it('is there, and active because of a Markdown file', async () => {
    const {document} = await open('incidents/missing-section.md');
    await diagnostic(document, 'missing-section');
    assert.equal(extensions.getExtension('postmortem.postmortem')?.isActive, true);
  });

  it('says the same again after its server was restarted', async () => {
    const {document} = await open('incidents/missing-section.md');
    await diagnostic(document, 'missing-section');
    const gone = diagnostics(document, rules => rules.length === 0);
    await commands.executeCommand('postmortem.restartServer');
    await gone;
    await diagnostic(document, 'missing-section');
  });
});

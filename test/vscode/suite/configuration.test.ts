import {workspace} from 'vscode';
import {diagnostic, diagnostics, open, uriOf} from './documents.ts';

describe('A configuration file', () => {
  const file = () => uriOf('incidents/.postmortem.yaml');

  afterEach(() => workspace.fs.delete(file()).then(undefined, () => undefined));

  it('is in force as soon as it is there, and no longer when it is gone', async () => {
    const {document} = await open('incidents/missing-section.md');
    await diagnostic(document, 'missing-section');
    await workspace.fs.writeFile(file(), new TextEncoder().encode('rules:\n  missing-section: off\n'));
    await diagnostics(document, rules => rules.length > 0 && !rules.includes('missing-section'));
    await workspace.fs.delete(file());
    await diagnostic(document, 'missing-section');
  });

  it('gets a diagnostic of its own for what is wrong with it', async () => {
    await workspace.fs.writeFile(file(), new TextEncoder().encode('words:\n  min: many\n'));
    const {document} = await open('incidents/.postmortem.yaml');
    await diagnostics(document, rules => rules.length > 0);
  });
});

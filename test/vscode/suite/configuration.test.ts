import assert from 'node:assert/strict';
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

  it('names no template that a symbolic link leads to, out of the workspace', async () => {
    const write = (path: string, text: string) => workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
    await write('links/shape.md', '# Ours\n\n## What broke\n\n## Since when\n');
    await write(
      'links/.postmortem.yaml',
      'templates:\n  a.md: shape.md\n  b.md: file.md\n  c.md: folder/template.md\n',
    );
    const {document} = await open('links/.postmortem.yaml');
    const found = await diagnostics(document, rules => rules.length > 0);
    assert.deepEqual(
      found.map(({message}) => message),
      ["There is no template 'file.md'", "There is no template 'folder/template.md'"],
    );
  });

  it('gets a diagnostic of its own for what is wrong with it', async () => {
    await workspace.fs.writeFile(file(), new TextEncoder().encode('words:\n  min: many\n'));
    const {document} = await open('incidents/.postmortem.yaml');
    await diagnostics(document, rules => rules.length > 0);
  });
});

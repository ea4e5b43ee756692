import assert from 'node:assert/strict';
import {DiagnosticSeverity, Range} from 'vscode';
import {diagnostic, diagnostics, open, replace} from './documents.ts';

describe('Diagnostics', () => {
  it('name the missing section and link to the documentation', async () => {
    const {document} = await open('incidents/missing-section.md');
    const {message, severity, code} = await diagnostic(document, 'missing-section');
    assert.match(message, /Corrective and preventative measures/i);
    assert.equal(severity, DiagnosticSeverity.Warning);
    assert.match(String(typeof code === 'object' ? code.target : code), /missing-section/);
  });

  it('go when the author types the missing section', async () => {
    const editor = await open('incidents/missing-section.md');
    await diagnostic(editor.document, 'missing-section');
    const {end} = editor.document.lineAt(editor.document.lineCount - 1).range;
    const section = '\n## Corrective and preventative measures\n\n- Test the tokenizer with every letter.\n';
    await replace(editor, new Range(end, end), section);
    await diagnostics(editor.document, rules => !rules.includes('missing-section'));
  });

  it('stand at the title that is no heading', async () => {
    const {document} = await open('incidents/unmarked-section.md');
    const {range} = await diagnostic(document, 'unmarked-section');
    assert.match(document.getText(range), /^Timeline/);
  });
});

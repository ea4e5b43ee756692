import assert from 'node:assert/strict';
import {type CodeAction, CodeActionKind, commands, Range, workspace} from 'vscode';
import {codeAction, diagnostic, diagnostics, open} from './documents.ts';

const fixAll = CodeActionKind.SourceFixAll.append('postmortem');

describe('Fixes', () => {
  it('add a missing section where it belongs', async () => {
    const {document} = await open('incidents/missing-section.md');
    const {range} = await diagnostic(document, 'missing-section');
    await apply(await codeAction(document, range, "Add missing section 'Corrective and preventative measures'"));
    await diagnostics(document, rules => !rules.includes('missing-section'));
    assert.match(document.getText(), /old table\.\n\n## Corrective and preventative measures\n/);
  });

  it('make a heading of a plain line', async () => {
    const {document} = await open('incidents/unmarked-section.md');
    const {range} = await diagnostic(document, 'unmarked-section');
    await apply(await codeAction(document, range, "Make 'Timeline' a heading"));
    await diagnostics(document, rules => !rules.includes('unmarked-section'));
    assert.match(document.getText(), /batteries\.\n\n## Timeline\n\n- 07:10/);
  });

  it('mend the structure as a whole', async () => {
    const {document} = await open('incidents/unmarked-section.md');
    await diagnostic(document, 'unmarked-section');
    const everything = new Range(0, 0, document.lineCount, 0);
    await apply(await codeAction(document, everything, 'Fix all structural problems', fixAll));
    await diagnostics(document, rules => !rules.includes('unmarked-section'));
    assert.match(document.getText(), /^## Timeline$/m);
  });

  it('mend the structure on save, where the author wants that', async () => {
    const settings = workspace.getConfiguration('editor', {languageId: 'markdown'});
    await settings.update('codeActionsOnSave', {[fixAll.value]: 'always'}, undefined, true);
    const {document} = await open('incidents/fix-on-save.md');
    await diagnostic(document, 'unmarked-section');
    await commands.executeCommand('workbench.action.files.save');
    assert.match(document.getText(), /^## Timeline$/m);
    await settings.update('codeActionsOnSave', undefined, undefined, true);
  });
});

async function apply({edit}: CodeAction): Promise<void> {
  assert.ok(edit, 'The code action has no edit.');
  assert.ok(await workspace.applyEdit(edit));
}

import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Locator} from 'playwright-core';
import {folder, onDisk, useWorkbench, workbench} from './session.ts';

/** Is it there within a second? */
function appears(what: Locator): Promise<boolean> {
  return what.waitFor({timeout: 1000}).then(
    () => true,
    () => false,
  );
}

describe('Templates', () => {
  useWorkbench();

  const languageStatus = (text: string) =>
    workbench().page.locator('.hover-language-status .element').filter({hasText: text});

  /** Opens the list of what the editor says about the language of the active document. */
  async function showLanguageStatus(): Promise<void> {
    await workbench().statusBarItem('postmortem.postmortem.words').waitFor();
    await workbench().page.locator('[id="status.languageStatus"]').click();
  }

  it('that lie where teams keep theirs are offered, and used once one says so', async () => {
    mkdirSync(join(folder, 'docs'));
    const editor = await workbench().open('outline.md');
    await showLanguageStatus();
    await languageStatus('Template: Classic').waitFor();
    // It is made while the document is open.
    writeFileSync(
      join(folder, 'docs/postmortem-template.md'),
      '# Review\n\n## What we saw\n\n## Timeline\n\n## What we change\n',
    );
    // The list shows what was known when it was opened.
    const found = languageStatus('Template found: docs/postmortem-template.md');
    while (!(await appears(found))) {
      await editor.locator('.view-line').first().click();
      await languageStatus('Template: Classic').waitFor({state: 'detached'});
      await showLanguageStatus();
    }
    await found.getByText('Use It').click();
    await workbench().editor('.postmortem.yaml').locator('.view-line', {hasText: 'template: docs/'}).waitFor();
    await workbench().page.locator('.tab.dirty').waitFor({state: 'detached'});
    assert.equal(onDisk('.postmortem.yaml'), 'template: docs/postmortem-template.md\n');
    await workbench().open('outline.md');
    await workbench().command('Explorer: Focus on Postmortem View');
    await workbench().view('Postmortem').locator('.monaco-list-row', {hasText: 'What we change'}).waitFor();
  });

  it('are changed where the editor shows them', async () => {
    const {page} = workbench();
    const editor = await workbench().open('outline.md');
    await showLanguageStatus();
    await languageStatus('set in .postmortem.yaml').getByText('Change').click();
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await page.keyboard.type('google sre');
    await page.locator('.quick-input-list .monaco-list-row.focused', {hasText: 'Google SRE'}).waitFor();
    await page.keyboard.press('Enter');
    await editor.locator('.view-line', {hasText: 'template: google-sre'}).waitFor();
    await languageStatus('Template: Google SRE').waitFor();
  });

  it('that are not there are marked in the document that names one', async () => {
    await workbench().open('outline.md');
    await workbench().goTo(2, 'template: google-sre'.length + 1);
    await workbench().page.keyboard.type('s');
    await workbench().command('View: Focus Problems');
    const marker = workbench().page.locator('.markers-panel .monaco-list-row', {hasText: "did you mean 'google-sre'?"});
    await marker.waitFor();
    await marker.click();
    await workbench().editor('outline.md').locator('.squiggly-warning').first().waitFor();
  });

  it('that are not there are told of, and marked where they are named', async () => {
    writeFileSync(join(folder, '.postmortem.yaml'), 'template: gogle-sre\n');
    const editor = await workbench().open('outline.md');
    await workbench().page.locator('[id="status.languageStatus"][aria-label*="Trouble"]').waitFor();
    // The list that the last test opened shows what was known then.
    await editor.locator('.view-line').first().click();
    await languageStatus('Template: Google SRE').waitFor({state: 'detached'});
    await showLanguageStatus();
    const trouble = languageStatus('Trouble with the configuration');
    await trouble.getByText('Open Configuration').click();
    const named = workbench().editor('.postmortem.yaml').locator('.view-line', {hasText: 'gogle-sre'});
    await named.waitFor();
    await workbench().editor('.postmortem.yaml').locator('.squiggly-warning').waitFor();
    await workbench().command('View: Focus Problems');
    const marker = workbench().page.locator('.markers-panel .monaco-list-row', {
      hasText: "'gogle-sre'; did you mean 'google-sre'?",
    });
    await marker.waitFor();
  });
});

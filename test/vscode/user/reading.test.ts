import assert from 'node:assert/strict';
import {useWorkbench, workbench} from './session.ts';

describe('A user who opens a postmortem', () => {
  useWorkbench();

  it('sees nothing of us in an ordinary README', async () => {
    const {page} = workbench();
    const editor = await workbench().open('README.md');
    await editor.locator('.view-line').filter({hasText: 'Paper planes'}).waitFor();
    assert.equal(await editor.locator('.squiggly-warning').count(), 0);
    assert.equal(await workbench().statusBarItem('postmortem.postmortem.words').count(), 0);
    assert.equal(await page.locator('.pane-header', {hasText: 'Postmortem'}).count(), 0);
  });

  it('sees squiggles in the text, and the reasons in Problems', async () => {
    const editor = await workbench().open('missing-section.md');
    await editor.locator('.squiggly-warning').first().waitFor();
    const problems = await workbench().problems();
    await problems.filter({hasText: 'missing-section'}).first().waitFor();
    await workbench().command('View: Hide Panel');
  });

  it('sees the words against the range, of the selection when there is one', async () => {
    const {page} = workbench();
    await workbench().open('missing-section.md');
    const words = workbench().statusBarItem('postmortem.postmortem.words');
    await words.filter({hasText: /^\s*\d+ \/ 400–600 words\s*$/}).waitFor();
    await workbench().goTo(1);
    await page.keyboard.press('Shift+End');
    await words.filter({hasText: /^\s*8 of \d+ words\s*$/}).waitFor();
    await page.keyboard.press('Escape');
  });

  it('sees the sections in the outline, and goes to one with a click', async () => {
    const {page} = workbench();
    await workbench().open('missing-section.md');
    await workbench().command('Explorer: Focus on Postmortem View');
    const rows = workbench().view('Postmortem').locator('.monaco-list-row');
    await rows.first().waitFor();
    await page.keyboard.press('End');
    await rows.filter({hasText: 'Corrective and preventative measures'}).filter({hasText: 'missing'}).waitFor();
    await rows.filter({hasText: 'Root cause and resolution'}).click();
    await page.locator('.statusbar-item', {hasText: /^Ln 14,/}).waitFor();
  });
});

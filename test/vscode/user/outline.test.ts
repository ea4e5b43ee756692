import assert from 'node:assert/strict';
import {existsSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {folder, onDisk, useWorkbench, workbench} from './session.ts';

describe('The outline', () => {
  useWorkbench();

  const rows = () => workbench().view('Postmortem').locator('.monaco-list-row');
  const row = (text: string) => rows().filter({hasText: text});

  it('follows the cursor', async () => {
    await workbench().open('outline.md');
    await workbench().statusBarItem('postmortem.postmortem.words').waitFor();
    await workbench().command('Explorer: Focus on Postmortem View');
    await row('Issue Summary').waitFor();
    await workbench().page.locator('.pane-header').first().click();
    await workbench().command('View: Focus Active Editor Group');
    await workbench().goTo(16);
    await row('Timeline').and(workbench().page.locator('.selected')).waitFor();
    await workbench().goTo(10);
    await row('Impact').and(workbench().page.locator('.selected')).waitFor();
  });

  it('inserts a missing section with its tab stops, on a click', async () => {
    const {page} = workbench();
    const editor = await workbench().open('outline.md');
    await row('Root cause and resolution').filter({hasText: 'missing'}).click();
    await editor.locator('.view-line', {hasText: '## Root cause and resolution'}).waitFor();
    await page.keyboard.type('An empty table was imported.');
    await page.keyboard.press('Tab');
    await page.keyboard.type('We restored it.');
    await row('Root cause and resolution').filter({hasText: 'words'}).waitFor();
    await workbench().save('outline.md');
    const section =
      onDisk('incidents/outline.md')
        .split(/^## /m)
        .find(text => text.startsWith('Root cause')) ?? '';
    assert.match(section, /An empty table was imported\.[\s\S]*We restored it\./);
    assert.ok(!section.includes('?'), 'a prompt is left');
  });

  it('goes to the text that answers a question', async () => {
    await workbench().open('outline.md');
    await row('Which service was down').click();
    await workbench()
      .page.locator('.statusbar-item', {hasText: /^Ln 10,/})
      .waitFor();
  });

  it('leaves out what may stand behind the end of what is read', async () => {
    const entries = '- 10:05 UTC - The pager goes off.\n'.repeat(5100);
    const text = `# Outage\n\n## Timeline\n\n${entries}\n## Root cause and resolution\n\nA disk was full.\n`;
    writeFileSync(join(folder, 'incidents/snippet.md'), text);
    await workbench().open('snippet.md');
    await workbench().command('View: Close Other Editors in Group');
    await row('Timeline')
      .filter({hasText: /\d words/})
      .waitFor();
    const problems = await workbench().problems();
    await problems
      .filter({hasText: /Analysed up to line \d+/})
      .first()
      .waitFor();
    assert.equal(await rows().filter({hasText: 'missing'}).count(), 0);
    assert.equal(await row('Root cause').count(), 0);
  });

  it('says what it is for when something else is open', async () => {
    await workbench().open('README.md');
    await workbench().view('Postmortem').locator('.welcome-view', {hasText: 'shows no postmortem'}).waitFor();
    await workbench().statusBarItem('postmortem.postmortem.words').waitFor({state: 'hidden'});
  });
});

describe('A user who begins a postmortem', () => {
  useWorkbench();

  it('is asked for template, title and place, and writes on at the first stop', async () => {
    const {page} = workbench();
    const input = page.locator('.quick-input-widget');
    await workbench().open('outline.md');
    await workbench().statusBarItem('postmortem.postmortem.words').waitFor();
    await workbench().command('Explorer: Focus on Postmortem View');
    await workbench().open('README.md');
    await workbench().view('Postmortem').getByRole('button', {name: 'New Postmortem'}).click();
    await input.locator('.monaco-list-row').first().waitFor();
    await page.keyboard.press('Enter');
    await input.filter({hasText: 'What happened'}).waitFor();
    await page.keyboard.type('The lift was stuck');
    await page.keyboard.press('Enter');
    await input.filter({hasText: 'Where?'}).waitFor();
    const place = await input.locator('input').inputValue();
    assert.match(place, /^incidents\/\d{4}-\d\d-\d\d-the-lift-was-stuck\.md$/);
    await page.keyboard.press('Enter');
    const editor = workbench().editor(place);
    await editor.locator('.view-line', {hasText: '## Issue Summary'}).waitFor();
    await workbench().statusBarItem('postmortem.postmortem.words').waitFor();
    assert.ok(existsSync(join(folder, place)));
    await page.keyboard.type('Between two floors');
    await editor.locator('.view-line', {hasText: 'Between two floors'}).waitFor();
  });

  it('may have an empty file filled', async () => {
    const {page} = workbench();
    const input = page.locator('.quick-input-widget');
    writeFileSync(join(folder, 'incidents/empty.md'), '\n');
    await workbench().command('Postmortem: New Postmortem');
    await input.filter({hasText: 'Which template?'}).or(input.locator('.monaco-list-row')).first().waitFor();
    await page.keyboard.press('Enter');
    await input.filter({hasText: 'What happened'}).waitFor();
    await page.keyboard.press('Enter');
    await input.filter({hasText: 'A few words, please.'}).waitFor();
    await page.keyboard.type('The lift fell');
    await page.keyboard.press('Enter');
    await input.filter({hasText: 'Where?'}).waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('incidents/em?ty.md');
    await input.filter({hasText: 'Not every system allows ?'}).waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('incidents/outline.md/lift.md');
    await input.filter({hasText: 'incidents/outline.md is a file, not a folder.'}).waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('/etc/lift.md');
    await input.filter({hasText: 'A path inside the folder, please, and not from the root.'}).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('incidents/empty.md');
    await input.filter({hasText: 'and not from the root.'}).waitFor({state: 'detached'});
    await page.keyboard.press('Enter');
    await workbench().editor('empty.md').locator('.view-line', {hasText: '# Postmortem: The lift fell'}).waitFor();
    await page.locator('.tab.dirty', {hasText: 'empty.md'}).waitFor({state: 'detached'});
    assert.match(onDisk('incidents/empty.md'), /^# Postmortem: The lift fell\n/);
  });
});

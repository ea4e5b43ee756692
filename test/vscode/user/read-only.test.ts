import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {timelineDiagram} from '../../../server/features/timeline-diagram.ts';
import {applyEdits} from '../../../server/model/text.ts';
import {postmortemOf} from '../../features/postmortems.ts';
import {folder, onDisk, useWorkbench, workbench} from './session.ts';

const path = 'incidents/read-only.md';

describe('A user whose file is read-only', () => {
  useWorkbench();
  let written = '';

  before(async () => {
    const text = readFileSync(join(folder, 'incidents/timeline.md'), 'utf8');
    written = withOldDiagram(`${text.trimEnd()}\n- {{ HH:MM UTC }} - {{ what happened }}\n`);
    writeFileSync(join(folder, path), written);
    await workbench().page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench().page.evaluate("navigator.clipboard.writeText('[13:41] anna: is the hall empty now?')");
    await workbench().open('read-only.md');
    await workbench().statusBarItem('postmortem.postmortem.words').waitFor();
  });

  afterEach(async () => {
    const {page, notifications} = workbench();
    const refusal = notifications.filter({hasText: 'This file is read-only: nothing was changed.'});
    await refusal.waitFor();
    assert.equal(await notifications.count(), 1);
    assert.equal(await page.locator('.tab.dirty').count(), 0);
    assert.equal(onDisk(path), written);
    await workbench().command('Notifications: Clear All Notifications');
    await refusal.waitFor({state: 'detached'});
  });

  for (const command of ['Insert Timeline Diagram', 'Paste as Timeline', 'Add Timeline Entry'])
    it(`is told so by ${command}`, () => workbench().command(`Postmortem: ${command}`));

  for (const [command, row] of [
    ['Convert Time Zone', 'Europe/Berlin'],
    ['Change Template', 'Google SRE'],
    ['Add Missing Section', 'Root cause'],
  ] as const)
    it(`is told so by ${command}`, async () => {
      const {page} = workbench();
      await workbench().command(`Postmortem: ${command}`);
      await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await page.keyboard.type(row);
      await page.locator('.quick-input-list .monaco-list-row.focused', {hasText: row}).waitFor();
      await page.keyboard.press('Enter');
    });

  it('is told so by the lens on an old diagram', () =>
    workbench()
      .editor('read-only.md')
      .locator('.codelens-decoration a', {hasText: 'Refresh timeline diagram'})
      .click());
});

/** The text with a diagram, and then with another time in the timeline. */
function withOldDiagram(text: string): string {
  const {document, ...about} = postmortemOf(text);
  const {edits} = timelineDiagram({...about, document});
  const drawn = applyEdits(
    text,
    edits.map(({range, newText}) => ({...document.span(range), text: newText})),
  );
  return drawn.replace('- 12:40 **', '- 12:49 **');
}

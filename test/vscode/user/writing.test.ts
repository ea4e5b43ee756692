import assert from 'node:assert/strict';
import {join} from 'node:path';
import {onDisk, screenshots, useWorkbench, workbench} from './session.ts';

describe('A user who writes a postmortem', () => {
  useWorkbench();

  it('adds a missing section by a quick fix', async () => {
    const editor = await workbench().open('missing-section.md');
    await editor.locator('.squiggly-warning').first().waitFor();
    await workbench().goTo(14, 4);
    await workbench().applyQuickFix("Add missing section 'Corrective and preventative measures'");
    const {keyboard} = workbench().page;
    await keyboard.type('Test the tokenizer with every letter.');
    await keyboard.press('Tab');
    await keyboard.type('Compare the tables: Ada, until 12 March');
    await workbench().save('missing-section.md');
    assert.match(
      onDisk('incidents/missing-section.md'),
      /\n## Corrective and preventative measures\n\n- Test the .*\n- Compare the .* March\n/,
    );
  });

  it('inserts a section by its snippet', async () => {
    const {page} = workbench();
    await workbench().open('snippet.md');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('postmortem-timeline');
    await (await workbench().suggestion('postmortem-timeline')).waitFor();
    await page.keyboard.press('Enter');
    await workbench().editor('snippet.md').locator('.view-line', {hasText: '## Timeline'}).waitFor();
  });

  it('gets the structure mended on save, having asked for it', async () => {
    const editor = await workbench().open('fix-on-save.md');
    await editor.locator('.squiggly-warning').first().waitFor();
    await workbench().page.keyboard.press('Control+End');
    await workbench().page.keyboard.type('- TODO: buy earplugs.\n');
    await workbench().save('fix-on-save.md');
    assert.match(onDisk('incidents/fix-on-save.md'), /\n## Timeline\n/);
  });

  it('sees what a fence hides that is not closed, and may close it', async () => {
    const {page} = workbench();
    const editor = await workbench().open('outline.md');
    await workbench().goTo(6, 200);
    await page.keyboard.type('\n\n```\nSELECT count(*) FROM addresses');
    await workbench().goTo(15, 4);
    await (await workbench().quickFix('Close the code block')).waitFor();
    await page.screenshot({path: join(screenshots, 'a-fence-that-is-not-closed.png')});
    await page.keyboard.press('Escape');
    await workbench().applyQuickFix('Close the code block');
    await editor.locator('.view-line', {hasText: '```'}).nth(1).waitFor();
    await workbench().save('outline.md');
    assert.match(onDisk('incidents/outline.md'), /FROM addresses\n```\n\n### Impact\n/);
  });
});

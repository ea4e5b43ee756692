import assert from 'node:assert/strict';
import {onDisk, useWorkbench, workbench} from './session.ts';

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
});

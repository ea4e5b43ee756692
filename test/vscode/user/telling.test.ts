import {useWorkbench, workbench} from './session.ts';

describe('A user who tells the timeline', () => {
  useWorkbench();

  /** A line of the editor, in which spaces do not break. */
  const line = (text: string | RegExp) => workbench().editor('outline.md').locator('.view-line', {hasText: text});

  before(async () => {
    await workbench().open('outline.md');
    await workbench().statusBarItem('postmortem.postmortem.words').waitFor();
  });

  it('adds what happens now with two keys, in the style and zone of the entries before', async () => {
    const {keyboard} = workbench().page;
    await keyboard.press('Control+K');
    await keyboard.press('Control+E');
    await line(/^-\s\d{4}-\d\d-\d\d\s\d\d:\d\d\sCEST/).waitFor();
    await keyboard.type('The baker got his flour.');
    await line(/CEST.*:\sThe\sbaker\sgot\shis\sflour\.$/).waitFor();
    await keyboard.press('Control+Z');
  });

  it('pastes chat as entries, if that is wanted', async () => {
    const {page} = workbench();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const chat = '[09:41] anna: is the hall empty now?\n[09:52] ben: it is\n';
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(chat)})`);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+V');
    await line('[09:41] ').waitFor();
    await page.locator('.post-edit-widget').waitFor();
    await page.keyboard.press('Control+.');
    const choice = page.locator('.action-widget .monaco-list-row');
    await choice.filter({hasText: 'Paste as Timeline'}).waitFor();
    await page.keyboard.press('ArrowDown');
    await choice.and(page.locator('.focused')).filter({hasText: 'Paste as Timeline'}).waitFor();
    await page.keyboard.press('Enter');
    await line(/^-\s.*\d\d:41\sCEST.*:\sanna:\sis\sthe\shall\sempty\snow\?$/).waitFor();
  });

  it('tells it in another zone', async () => {
    const {page} = workbench();
    await workbench().command('Postmortem: Convert Time Zone');
    await page.locator('.quick-input-list .monaco-list-row.focused', {hasText: 'UTC'}).waitFor();
    await page.keyboard.press('Enter');
    await line(/^-\s04:30\sUTC:\sthe\snightly\simport/).waitFor();
  });

  for (const [typed, zone, told] of [
    ['est', 'EST', /^-\s.*23:30\sEST:\sthe\snightly\simport/],
    ['utc+5:30', 'UTC+05:30', /^-\s.*10:00\sUTC\+05:30:\sthe\snightly\simport/],
  ] as const)
    it(`tells it in the zone that is typed: ${typed}`, async () => {
      const {page} = workbench();
      await workbench().command('Postmortem: Convert Time Zone');
      await page.locator('.quick-input-list .monaco-list-row.focused').waitFor();
      await page.keyboard.type(typed);
      await page.locator('.quick-input-list .monaco-list-row.focused', {hasText: zone}).waitFor();
      await page.keyboard.press('Enter');
      await line(told).waitFor();
    });
});

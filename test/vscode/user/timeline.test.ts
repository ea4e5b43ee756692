import {join} from 'node:path';
import {screenshots, useWorkbench, workbench} from './session.ts';

const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  'high-contrast': 'Dark High Contrast',
  'high-contrast-light': 'Light High Contrast',
};

describe('The timeline', () => {
  useWorkbench();

  const picture = () =>
    workbench().page.frameLocator('iframe.webview').frameLocator('iframe#active-frame').locator('svg.timeline');

  it('is drawn beside the text, and a click on an entry goes to its line', async () => {
    await workbench().open('timeline.md');
    await workbench().statusBarItem('postmortem.postmortem.words').waitFor();
    await workbench().command('Postmortem: Show Timeline');
    await picture().locator('.entry').first().waitFor();
    await picture().locator('.entry', {hasText: 'roll back'}).click();
    await workbench()
      .page.locator('.statusbar-item', {hasText: /^Ln 14,/})
      .waitFor();
  });

  it('follows what is typed', async () => {
    const {keyboard} = workbench().page;
    await keyboard.press('Control+End');
    await keyboard.type('- 13:30 The last parcel is found.');
    await picture().locator('.entry', {hasText: 'last parcel'}).waitFor();
  });

  it('goes to a line by keys', async () => {
    const {page} = workbench();
    await picture().locator('.entry').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', {hasText: /^Ln 12,/}).waitFor();
  });

  for (const [name, theme] of Object.entries(themes)) {
    it(`can be read in the theme ${theme}`, async () => {
      const {page} = workbench();
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+T');
      await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await page.keyboard.type(theme);
      await page.locator('.quick-input-list .monaco-list-row.focused').filter({hasText: theme}).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({state: 'hidden'});
      await picture().locator('.phase').first().waitFor();
      await page.screenshot({path: join(screenshots, `timeline-${name}.png`)});
    });
  }

  it('gets a diagram below it, which is refreshed when the timeline has moved on', async () => {
    const {page} = workbench();
    const editor = await workbench().open('timeline.md');
    await workbench().command('Postmortem: Insert Timeline Diagram');
    await editor.locator('.view-line', {hasText: 'Postmortem timeline'}).waitFor();
    await workbench().goTo(18, 8);
    await page.keyboard.press('Backspace');
    await page.keyboard.type('9');
    await editor.locator('.codelens-decoration a', {hasText: 'Refresh timeline diagram'}).click();
    await editor.locator('.codelens-decoration a', {hasText: 'Refresh timeline diagram'}).waitFor({state: 'hidden'});
    await page.keyboard.press('Control+End');
    await editor.locator('.view-line', {hasText: '∶39 The last parcel'}).waitFor();
  });
});

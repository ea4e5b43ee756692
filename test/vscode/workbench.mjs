/** Drives VS Code as its user does: real keys and clicks in the workbench, with the packaged extension installed. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {blockNetwork, launchChromium} from './browser.mjs';
import {installExtension, startServer, workbenchUrl} from './server.mjs';

/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('playwright-core').Page} Page */

/** Milliseconds that anything in the workbench may take to appear. */
const timeout = 20_000;

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} [vsix] the packaged extension to install
 * @property {string} folder
 * @property {Record<string, unknown>} [settings] of the user
 * @property {{width: number, height: number}} [viewport] in CSS pixels
 * @property {number} [scale] pixels of a picture for each CSS pixel
 */

/**
 * Starts VS Code with the extension installed and the folder opened.
 *
 * @param {WorkbenchOptions} options
 * @returns {Promise<Workbench>} once the explorer shows the folder
 * @throws when the extension cannot be installed
 */
export async function openWorkbench({vsix, folder, settings = {}, viewport = {width: 1280, height: 800}, scale = 1}) {
  const home = mkdtempSync(join(tmpdir(), 'code-'));
  const folders = {userDataDir: join(home, 'user-data'), extensionsDir: join(home, 'extensions')};
  if (vsix) installExtension(vsix, folders);
  const server = await startServer({...folders, settings, log: join(home, 'server.log')});
  const browser = await launchChromium();
  const context = await browser.newContext({viewport, deviceScaleFactor: scale});
  const page = await context.newPage();
  page.setDefaultTimeout(timeout);
  await blockNetwork(page);
  await page.goto(workbenchUrl(server.port, folder));
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  return new Workbench(page, async () => {
    await browser.close();
    await server.stop();
    rmSync(home, {recursive: true, force: true});
  });
}

export class Workbench {
  /** @type {string[]} errors of the page that nobody caught */
  errors = [];

  /**
   * @param {Page} page
   * @param {() => Promise<void>} close ends VS Code and removes what it has written
   */
  constructor(page, close) {
    this.page = page;
    this.close = close;
    page.on('pageerror', error => this.errors.push(String(error)));
  }

  /**
   * Runs a command by the palette.
   *
   * @param {string} title in full, for instance `View: Focus Active Editor Group`
   */
  async command(title) {
    await this.page.keyboard.press('F1');
    await this.#pick(`>${title}`, title);
  }

  /**
   * Opens a file of the folder.
   *
   * @param {string} file its name
   * @returns {Promise<Locator>} its editor
   */
  async open(file) {
    await this.page.keyboard.press('Control+P');
    await this.#pick(file, file);
    const editor = this.editor(file);
    await editor.waitFor();
    return editor;
  }

  /**
   * Saves the active editor.
   *
   * @param {string} file its name
   */
  async save(file) {
    await this.page.keyboard.press('Control+S');
    await this.page.locator(`.tab.dirty[data-resource-name="${file}"]`).waitFor({state: 'detached'});
  }

  /**
   * Puts the cursor somewhere in the active editor.
   *
   * @param {number} line 1-based
   * @param {number} column 1-based
   */
  async goTo(line, column = 1) {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.#quickInputClosed();
  }

  /**
   * @param {string} input what is typed
   * @param {string} row the text of the row to wait for
   */
  async #pick(input, row) {
    await this.page.locator('.quick-input-widget input').fill(input);
    await this.page.locator('.quick-input-list .monaco-list-row.focused').filter({hasText: row}).waitFor();
    await this.page.keyboard.press('Enter');
    await this.#quickInputClosed();
  }

  #quickInputClosed() {
    return this.page.locator('.quick-input-widget').waitFor({state: 'hidden'});
  }

  /**
   * @param {string} file its path in the folder
   */
  editor(file) {
    return this.page.locator(`.editor-instance .monaco-editor[data-uri$="/${file}"]`);
  }

  /**
   * An item of the status bar.
   *
   * @param {string} id with publisher and extension: `publisher.name.item`
   */
  statusBarItem(id) {
    return this.page.locator(`.statusbar-item[id="${id}"]`);
  }

  /**
   * A view in the side bar.
   *
   * @param {string} title
   */
  view(title) {
    return this.page.locator('.pane').filter({has: this.page.locator('.pane-header', {hasText: title})});
  }

  /**
   * Folds or unfolds a view in the side bar, so that others have more room.
   *
   * @param {string} title
   */
  async fold(title) {
    await this.view(title).locator('.pane-header').click();
    await this.page.mouse.move(0, 0);
  }

  /** The rows of the Problems view, which is shown. */
  async problems() {
    await this.command('Problems: Focus on Problems View');
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  /**
   * Opens the menu of quick fixes and refactorings at the cursor.
   *
   * @param {string} title of the entry to wait for
   * @returns {Promise<Locator>} the entry
   */
  async quickFix(title) {
    const entry = this.page.locator('.action-widget .monaco-list-row').filter({hasText: title});
    const nothing = this.page.locator('.monaco-editor-overlaymessage', {hasText: 'No code actions available'});
    do {
      // VS Code says so, too, when a new diagnostic or another extension came between the question and the answer. It may stand until a key.
      if (await nothing.isVisible()) await this.page.keyboard.press('Escape');
      await nothing.waitFor({state: 'hidden'});
      await this.page.keyboard.press('Control+.');
      await entry.or(nothing).first().waitFor();
    } while ((await entry.count()) === 0);
    return entry.first();
  }

  /**
   * Applies a quick fix at the cursor. By keys, for VS Code swallows clicks on its menu when it has just opened.
   *
   * @param {string} title
   */
  async applyQuickFix(title) {
    await this.quickFix(title);
    const focused = this.page.locator('.action-widget .monaco-list-row.focused');
    for (let row = 0; row < 50; row++) {
      if ((await focused.textContent())?.includes(title)) break;
      await this.page.keyboard.press('ArrowDown');
    }
    await focused.filter({hasText: title}).waitFor();
    await this.page.keyboard.press('Enter');
    await focused.waitFor({state: 'hidden'});
  }

  /**
   * Takes a suggestion at the cursor.
   *
   * @param {string} label
   */
  async suggestion(label) {
    await this.page.keyboard.press('Control+Space');
    const row = this.page.locator('.suggest-widget.visible .monaco-list-row').filter({hasText: label}).first();
    await row.waitFor();
    return row;
  }

  /** What pops up in the lower right corner. */
  get notifications() {
    return this.page.locator('.notification-toast');
  }
}

/** VS Code as a user has it: the packaged extension installed, a copy of the workspace opened. */
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {packageName} from '../../../scripts/package.mjs';
import {openWorkbench, type Workbench} from '../workbench.mjs';

/** The user wants structure mended on save, and has a file that nobody may change. */
const settings = {
  '[markdown]': {'editor.codeActionsOnSave': {'source.fixAll.postmortem': 'explicit'}},
  'files.readonlyInclude': {'**/read-only.md': true},
};
/** High enough for the outline to show most of its rows. CSS pixels. */
const viewport = {width: 1280, height: 1000};
export const screenshots = 'test/screenshots';
let opened: Workbench | undefined;

/** The workspace. */
export let folder = '';

/** Called in a `describe`: its tests share a VS Code of their own. */
export function useWorkbench(): void {
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'workspace-'));
    cpSync('test/vscode/workspace', folder, {recursive: true});
    mkdirSync(screenshots, {recursive: true});
    opened = await openWorkbench({vsix: packageName(), folder, settings, viewport});
  });

  /** A picture of what the user saw when the test ended. */
  afterEach(async function () {
    const title = this.currentTest?.fullTitle() ?? 'test';
    const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    await opened?.page.screenshot({path: join(screenshots, `${name}.png`)});
  });

  after(async () => {
    await opened?.close();
    opened = undefined;
    rmSync(folder, {recursive: true, force: true});
  });
}

/** VS Code, in front of the test. */
export function workbench(): Workbench {
  if (!opened) throw new Error('VS Code is not open.');
  return opened;
}

/** @returns a file of the workspace as it is on the disk */
export function onDisk(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

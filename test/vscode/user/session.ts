/** One VS Code for all user-level tests: the packaged extension installed, a copy of the workspace opened. */
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {packageName} from '../../../scripts/package.mjs';
import {openWorkbench, type Workbench} from '../workbench.mjs';

/** The user wants structure mended on save. */
const settings = {'[markdown]': {'editor.codeActionsOnSave': {'source.fixAll.postmortem': 'explicit'}}};
const screenshots = 'test/screenshots';
/** The workspace. */
export const folder = mkdtempSync(join(tmpdir(), 'postmortem-'));
let opened: Workbench | undefined;

/** VS Code, in front of the test. */
export function workbench(): Workbench {
  if (!opened) throw new Error('VS Code is not open.');
  return opened;
}

/** @returns a file of the workspace as it is on the disk */
export function onDisk(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

before(async function () {
  this.timeout(60_000);
  cpSync('test/vscode/workspace', folder, {recursive: true});
  mkdirSync(screenshots, {recursive: true});
  opened = await openWorkbench({vsix: packageName(), folder, settings});
});

/** A picture of what the user saw when the test ended. */
afterEach(async function () {
  const title = this.currentTest?.fullTitle() ?? 'test';
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  await opened?.page.screenshot({path: join(screenshots, `${name}.png`)});
});

after(async () => {
  await opened?.close();
  rmSync(folder, {recursive: true, force: true});
});

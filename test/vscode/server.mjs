/** VS Code's own server, from the code-server package, on a free port. */
import {spawn, spawnSync} from 'node:child_process';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {join, relative, resolve} from 'node:path';

const modules = join(import.meta.dirname, 'node_modules');
export const root = join(modules, 'code-server/lib/vscode');
const main = join(root, 'out/server-main.js');

const startTimeout = 60_000;
const stopTimeout = 3_000;

/** Nothing that pops up, phones home or moves: tests see only what the extension does. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'editor.accessibilitySupport': 'off',
  'editor.cursorBlinking': 'solid',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'window.commandCenter': true,
  'window.menuBarVisibility': 'classic',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** The built-in extensions that are offered: a cold start reads fewer files, and the chatty ones stay silent. */
export const quietBuiltins =
  /^(markdown|json|yaml|theme-defaults|theme-modern|theme-seti|configuration-editing|html$|css$|javascript$|typescript-basics|log$|search-result|git-base)/;

/**
 * Where VS Code keeps its things. The paths must be short: sockets in them may have about 100 characters.
 *
 * @typedef {object} Folders
 * @property {string} userDataDir
 * @property {string} [extensionsDir]
 */

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {Promise<void>} gone resolves when the server ends without having been stopped
 * @property {(options?: {patience?: number}) => Promise<void>} stop
 *   ends everything that the server started. With `patience` (milliseconds) it first waits that long for the extension host to
 *   end by itself, so that `deactivate()` runs.
 */

/** @returns {string} the version of VS Code, for instance `1.117.0` */
export function version() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}

/**
 * `code --install-extension`, `--list-extensions` and the like.
 *
 * @param {string[]} args
 * @param {Folders} folders
 */
export function runServerCommand(args, folders) {
  linkModules();
  return spawnSync(process.execPath, [main, ...args, ...folderArgs(folders)], {encoding: 'utf8', env: environment()});
}

/**
 * @param {string} vsix
 * @param {Folders} folders
 * @throws when VS Code refuses it
 */
export function installExtension(vsix, folders) {
  const {status, stdout, stderr} = runServerCommand(['--install-extension', resolve(vsix)], folders);
  if (status !== 0) throw new Error(stdout + stderr);
}

/**
 * @param {number} port
 * @param {string} folder
 * @param {string} [file] its path in the folder
 * @returns {string} where a browser finds the workbench with the folder, and the file, open
 */
export function workbenchUrl(port, folder, file) {
  const authority = `localhost:${port}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(file ? [['openFile', `vscode-remote://${authority}${encodeURI(resolve(folder, file))}`]] : []),
  ];
  const query = new URLSearchParams({folder: resolve(folder), payload: JSON.stringify(payload)});
  return `http://${authority}/?${query}`;
}

/**
 * @param {Folders & {log: string, settings?: Record<string, unknown>, smokeTestDriver?: boolean}} options
 *   `smokeTestDriver`: wanted by suites that run inside VS Code; it suppresses notifications, so user-level runs go without.
 *   `settings` are the user's; those that are in `userDataDir` already stay.
 * @returns {Promise<Server>} once it listens
 */
export async function startServer({log, settings = {}, smokeTestDriver = false, ...folders}) {
  linkModules();
  writeSettings(folders.userDataDir, settings);
  const child = spawn(
    process.execPath,
    [
      main,
      ...['--host', '127.0.0.1', '--port', '0', '--telemetry-level', 'off'],
      ...['--without-connection-token', '--accept-server-license-terms', '--disable-workspace-trust'],
      ...(smokeTestDriver ? ['--enable-smoke-test-driver'] : []),
      ...folderArgs(folders),
      ...['--builtin-extensions-dir', linkBuiltins(folders.userDataDir)],
    ],
    // Its own process group: the extension host, terminals and language servers end with it.
    {stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: environment()},
  );
  const output = createWriteStream(log);
  const hostGone = waitFor(child, /Extension Host Process exited/);
  for (const stream of [child.stdout, child.stderr]) stream.pipe(output, {end: false});

  const killGroup = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The group is gone already.
    }
  };
  process.once('exit', killGroup);
  /** @type {Promise<void>} */
  const exited = new Promise(resolve => child.once('exit', () => resolve()));
  let stopping = false;
  /** @type {Promise<void>} */
  const gone = new Promise(resolve => exited.then(() => stopping || resolve()));

  const port = await Promise.race([
    waitFor(child, /Extension host agent listening on (\d+)/),
    exited.then(() =>
      Promise.reject(new Error(`VS Code's server ended at once:\n${readFileSync(log, 'utf8').slice(-3000)}`)),
    ),
    after(startTimeout).then(() =>
      Promise.reject(new Error(`VS Code's server did not start within ${startTimeout} ms`)),
    ),
  ]);

  return {
    port: Number(port),
    gone,
    async stop({patience = 0} = {}) {
      stopping = true;
      if (patience > 0) await Promise.race([hostGone, after(patience)]);
      child.kill('SIGTERM');
      await Promise.race([exited, after(stopTimeout)]);
      killGroup();
      process.removeListener('exit', killGroup);
    },
  };
}

/** The extension host expects a global WebSocket, which Node 20 has behind a flag; the flag is harmless in later ones. */
function environment() {
  const nodeOptions = `${process.env['NODE_OPTIONS'] ?? ''} --experimental-websocket`.trim();
  return {...process.env, EXTENSIONS_GALLERY: '{}', NODE_OPTIONS: nodeOptions};
}

/** The workbench asks for `node_modules/…` below the server's root; npm has put them beside the package. */
function linkModules() {
  const link = join(root, 'node_modules');
  if (existsSync(join(link, 'vscode-textmate'))) return;
  rmSync(link, {force: true});
  symlinkSync(relative(root, modules), link, 'dir');
}

/** @param {Folders} folders */
function folderArgs({userDataDir, extensionsDir}) {
  const args = ['--server-data-dir', userDataDir, '--user-data-dir', userDataDir];
  return extensionsDir ? [...args, '--extensions-dir', extensionsDir] : args;
}

/**
 * @param {string} userDataDir
 * @returns {string} a folder with the quiet ones of the built-in extensions
 */
function linkBuiltins(userDataDir) {
  const folder = join(userDataDir, 'builtin');
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const extensions = join(root, 'extensions');
  for (const name of readdirSync(extensions).filter(name => quietBuiltins.test(name))) {
    symlinkSync(join(extensions, name), join(folder, name), 'dir');
  }
  return folder;
}

/**
 * @param {string} userDataDir
 * @param {Record<string, unknown>} settings
 */
function writeSettings(userDataDir, settings) {
  const file = join(userDataDir, 'User', 'settings.json');
  mkdirSync(join(userDataDir, 'User'), {recursive: true});
  const present = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  writeFileSync(file, JSON.stringify({...quietSettings, ...present, ...settings}, null, 2));
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {RegExp} pattern
 * @returns {Promise<string>} its first group, as soon as the child has printed it
 */
function waitFor(child, pattern) {
  return new Promise(resolve => {
    let printed = '';
    const look = (/** @type {Buffer} */ chunk) => {
      printed += chunk;
      const found = pattern.exec(printed);
      if (!found) return;
      child.stdout.off('data', look);
      resolve(found[1] ?? '');
    };
    child.stdout.on('data', look);
  });
}

/**
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
function after(milliseconds) {
  return new Promise(resolve => setTimeout(resolve, milliseconds).unref());
}

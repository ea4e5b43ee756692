#!/usr/bin/env node
/**
 * A stand-in for the desktop's `code` program, for machines without one: takes the same command line, runs VS Code's server
 * and its web workbench in headless Chromium, prints what the test suite prints, and ends with the suite's exit code.
 */
import {createWriteStream, mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {format} from 'node:util';
import {parseArguments, resolveModule} from './arguments.mjs';
import {blockNetwork, launchChromium} from './browser.mjs';
import {runServerCommand, startServer, version} from './server.mjs';
import {addDevelopmentOptions, serveFolders} from './web-extensions.mjs';

/** Milliseconds until a suite without a result is given up. */
const timeout = 300_000;
/** Milliseconds that `deactivate()` may take. */
const patience = 5_000;
/** Stands before the suite's own lines, for the workbench logs to the same channel. See suite/console.ts. */
const suiteMark = '\u2063';
/** The suite's last line: without it the extension host has died, which VS Code reports as exit code 0. */
const endMark = `${suiteMark}\u2064`;

const options = parseArguments(process.argv.slice(2));
const logs = mkdtempSync(join(tmpdir(), 'code-'));
const extensionsDir = options.value('extensions-dir');
const folders = {
  userDataDir: resolve(options.value('user-data-dir') ?? join(logs, 'user-data')),
  ...(extensionsDir ? {extensionsDir: resolve(extensionsDir)} : {}),
};

const code = options.has('version') ? printVersion() : (manageExtensions() ?? (await runSuite()));
process.stdout.write('', () => process.exit(code));

function printVersion() {
  console.log(version());
  return 0;
}

/** @returns {number | undefined} the exit code, where the command line is about installed extensions */
function manageExtensions() {
  const commands = ['install-extension', 'uninstall-extension', 'list-extensions'].filter(options.has);
  if (commands.length === 0) return undefined;
  const args = commands.flatMap(name => options.all(name).flatMap(value => [`--${name}`, ...(value ? [value] : [])]));
  const {status, stdout, stderr} = runServerCommand(args, folders);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return status ?? 1;
}

/** @returns {Promise<number>} the suite's exit code */
async function runSuite() {
  const server = await startServer({...folders, log: join(logs, 'server.log'), smokeTestDriver: true});
  const browser = await launchChromium();
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => Promise.allSettled([browser.close(), server.stop()]).then(() => process.exit(130)));
  }
  const inWorker = options.value('extensionDevelopmentKind') === 'web';
  const page = await browser.newPage({viewport: {width: 1440, height: 900}, bypassCSP: inWorker});
  await blockNetwork(page);
  const suite = await listenToSuite(page);
  const remote = (/** @type {string} */ path) => `vscode-remote://localhost:${server.port}${encodeURI(path)}`;
  const {payload, close} = inWorker ? await loadInWorker(page) : loadInServer(remote);
  await page.goto(`http://localhost:${server.port}/?${query(payload, remote)}`);

  const trouble = await Promise.race([
    suite.exited,
    new Promise(crashed => page.once('crash', () => crashed('the page crashed'))),
    server.gone.then(() => "VS Code's server ended"),
    new Promise(late => setTimeout(late, timeout, `no result within ${timeout} ms`)),
  ]);
  if (trouble) await page.screenshot({path: join(logs, 'failure.png')}).catch(() => {});
  else await server.stop({patience});
  await browser.close().catch(() => {});
  await server.stop();
  close();
  return report(suite, trouble);
}

/**
 * Prints the suite's own lines as they come; what the workbench says goes into a log.
 *
 * @param {import('playwright-core').Page} page
 */
async function listenToSuite(page) {
  const log = createWriteStream(join(logs, 'workbench.log'));
  const suite = {
    code: 1,
    begun: false,
    ended: false,
    errors: /** @type {string[]} */ ([]),
    exited: Promise.resolve(''),
  };
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ level, /** @type {unknown[]} */ args) => {
    const text = format(...args);
    suite.begun ||= text.startsWith(suiteMark);
    if (text.startsWith(endMark)) suite.ended = true;
    else if (text.startsWith(suiteMark)) process.stdout.write(`${text.slice(suiteMark.length)}\n`);
    else log.write(`[${level}] ${text}\n`);
    if (level === 'error' && !text.startsWith(suiteMark)) suite.errors.push(text);
  });
  /** @type {(trouble: string) => void} */
  let exit = () => {};
  suite.exited = new Promise(resolve => {
    exit = resolve;
  });
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
    suite.code = code;
    exit(code === 0 && !suite.ended ? 'the extension host went away before the suite had ended' : '');
  });
  page.on('console', message => log.write(`[console.${message.type()}] ${message.text()}\n`));
  return suite;
}

/** @param {(path: string) => string} remote */
function loadInServer(remote) {
  const tests = options.value('extensionTestsPath');
  const payload = options
    .all('extensionDevelopmentPath')
    .map(path => ['extensionDevelopmentPath', remote(resolve(path))])
    .concat(tests ? [['extensionTestsPath', remote(resolveModule(resolve(tests)))]] : []);
  return {payload, close() {}};
}

/** @param {import('playwright-core').Page} page */
async function loadInWorker(page) {
  const extensions = options.all('extensionDevelopmentPath').map(path => resolve(path));
  const tests = options.value('extensionTestsPath');
  const files = await serveFolders(extensions);
  await addDevelopmentOptions(page, {
    extensions: extensions.map(files.uri),
    ...(tests ? {extensionTestsPath: files.uri(resolveModule(resolve(tests)))} : {}),
  });
  return {payload: /** @type {string[][]} */ ([]), close: files.close};
}

/**
 * @param {string[][]} payload what the workbench is told, pairs of name and value
 * @param {(path: string) => string} remote
 * @returns {URLSearchParams} the same and the folder or file to open
 */
function query(payload, remote) {
  const parameters = new URLSearchParams();
  const common = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload];
  if (options.has('disable-extensions')) common.push(['disableExtensions', 'true']);
  const {target} = options;
  if (target && statSync(target).isDirectory()) {
    parameters.set('folder', target);
  } else {
    parameters.set('ew', 'true');
    if (target) common.push(['openFile', remote(target)]);
  }
  parameters.set('payload', JSON.stringify(common));
  return parameters;
}

/**
 * @param {{code: number, begun: boolean, errors: string[]}} suite
 * @param {unknown} trouble why there is no result to rely on; empty where there is one
 * @returns {number} the exit code
 */
function report({code, begun, errors}, trouble) {
  if (!trouble && code === 0) {
    rmSync(logs, {recursive: true, force: true});
    return 0;
  }
  if (!begun) for (const error of errors.slice(-5)) console.error(error.split('\n').slice(0, 6).join('\n'));
  console.error(`${trouble || `The suite failed with ${code}`}. Logs are in ${logs}`);
  return code || 1;
}

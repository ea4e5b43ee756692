/** The command line of the `code` program, as far as tests use it. */
import {existsSync, statSync} from 'node:fs';
import {join, resolve} from 'node:path';

/** Options that may have their value in the next argument. */
const valued = new Set([
  'extensionDevelopmentPath',
  'extensionTestsPath',
  'extensionDevelopmentKind',
  'user-data-dir',
  'extensions-dir',
  'install-extension',
  'uninstall-extension',
  'log',
]);

/**
 * @param {readonly string[]} args
 */
export function parseArguments(args) {
  /** @type {Map<string, string[]>} */
  const options = new Map();
  /** @type {string[]} */
  const paths = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('-')) paths.push(arg);
    if (!arg.startsWith('--')) continue;
    const [name = '', inline] = arg.slice(2).split(/=(.*)/s);
    const next = args[i + 1];
    const takesNext = inline === undefined && valued.has(name) && next !== undefined && !next.startsWith('-');
    if (takesNext) i += 1;
    options.set(name, [...(options.get(name) ?? []), takesNext ? next : (inline ?? '')]);
  }
  return {
    /** Was the option given? */
    has: (/** @type {string} */ name) => options.has(name),
    /** Every value given for the option. */
    all: (/** @type {string} */ name) => options.get(name) ?? [],
    /** The last value given for the option. */
    value: (/** @type {string} */ name) => options.get(name)?.at(-1),
    /** The first argument that is a file or a folder. */
    target: paths.map(path => resolve(path)).find(path => existsSync(path)),
  };
}

/**
 * @param {string} path of the test runner's module, perhaps without its extension, as the desktop takes it
 * @returns {string} its file
 */
export function resolveModule(path) {
  const candidates = [path, `${path}.js`, `${path}.cjs`, join(path, 'index.js'), join(path, 'index.cjs')];
  return candidates.find(file => statSync(file, {throwIfNoEntry: false})?.isFile()) ?? path;
}

/**
 * The linters that the benchmarks compare with. They lie in a folder of their own, are installed on first use, and are neither a
 * dependency of the project nor in its package.
 */
import {existsSync, readdirSync, statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {run} from '../run.mjs';

export const peersFolder = resolve('scripts/bench/peers');
/** npm writes it when it is done. */
const installed = join(peersFolder, 'node_modules/.package-lock.json');

export interface Peers {
  /** Absolute path of a file of a package: `file('textlint/bin/textlint.js')`. */
  file(path: string): string;
  /** Program and first arguments of each command line. rumdl is its native program, not the npm wrapper that starts it. */
  readonly commands: Readonly<Record<'rumdl' | 'markdownlint-cli2' | 'remark' | 'textlint', readonly string[]>>;
}

/**
 * Installs the peers unless they are there as the lock file says, running none of their scripts.
 *
 * @throws when npm cannot have them
 */
export async function installPeers(): Promise<Peers> {
  if (isStale()) {
    // Not `npm ci`: the lock file names rumdl's program only for the platform that it was made on.
    const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await run('npm', ['install', '--prefix', peersFolder, ...options]);
  }
  const file = (path: string) => join(peersFolder, 'node_modules', path);
  const node = (path: string) => [process.execPath, file(path)];
  return {
    file,
    commands: {
      rumdl: [nativeRumdl()],
      'markdownlint-cli2': node('markdownlint-cli2/markdownlint-cli2-bin.mjs'),
      remark: node('remark-cli/cli.js'),
      textlint: node('textlint/bin/textlint.js'),
    },
  };
}

function isStale(): boolean {
  return (
    !existsSync(installed) || statSync(installed).mtimeMs < statSync(join(peersFolder, 'package-lock.json')).mtimeMs
  );
}

/** npm installs only the package of rumdl's that is for this platform. */
function nativeRumdl(): string {
  const scope = join(peersFolder, 'node_modules/@rumdl');
  const [platform] = existsSync(scope) ? readdirSync(scope) : [];
  if (platform === undefined) throw new Error('npm has installed no rumdl for this platform');
  return join(scope, platform, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl');
}

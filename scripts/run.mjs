/** Starting other programs. Only Node built-ins: these scripts run before anything is installed. */
import {spawn, spawnSync} from 'node:child_process';
import {realpathSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/**
 * @param {ImportMeta} meta `import.meta` of the asking module
 * @returns {boolean} true in the module that `node` was started with
 */
export function isMain(meta) {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === fileURLToPath(meta.url);
}

/** A program ended with an exit code other than 0. */
export class Failed extends Error {
  /**
   * @param {string} command as a person would type it
   * @param {number | null} code
   */
  constructor(command, code) {
    super(`\`${command}\` failed${code === null ? '' : ` with exit code ${code}`}`);
    this.code = code ?? 1;
  }
}

/**
 * Runs a program to its end, its output going where ours goes.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{env?: Record<string, string>, onOutput?: (text: string) => void}} options
 *   `onOutput` sees what the program prints on its standard output, as it is printed
 * @returns {Promise<void>}
 * @throws {Failed}
 */
export async function run(command, args, {env, onOutput} = {}) {
  const child = spawn(command, args, {
    stdio: ['inherit', onOutput ? 'pipe' : 'inherit', 'inherit'],
    env: {...process.env, ...env},
  });
  child.stdout?.setEncoding('utf8').on('data', text => {
    process.stdout.write(text);
    onOutput?.(text);
  });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Failed([command, ...args].join(' '), code);
}

/**
 * @param {string} script of `node`
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} options
 */
export function runNode(script, args = [], options = {}) {
  return run(process.execPath, [script, ...args], options);
}

/**
 * @param {string} command
 * @returns {boolean} is there a program of this name?
 */
export function isInstalled(command) {
  return spawnSync('which', [command]).status === 0;
}

/** Starting other programs. Only Node built-ins: these scripts run before anything is installed. */
import {spawn, spawnSync} from 'node:child_process';
import {realpathSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/**
 * Does the work of a script, unless its module was only imported. Ends with an exit code other than 0 when the work fails.
 *
 * @param {ImportMeta} meta `import.meta` of the script
 * @param {(args: string[]) => Promise<void>} work
 */
export async function main(meta, work) {
  const [, started, ...args] = process.argv;
  if (started === undefined || realpathSync(started) !== fileURLToPath(meta.url)) return;
  try {
    await work(args);
  } catch (error) {
    // What esbuild has to say it has printed.
    const told = error instanceof Failed || (error instanceof Error && 'errors' in error);
    console.error(told ? error.message.split('\n')[0] : error);
    process.exitCode = 1;
  }
}

/** Characters of a command line in messages. */
const longest = 120;

/** A program ended with an exit code other than 0. */
export class Failed extends Error {
  /**
   * @param {string} command as a person would type it
   * @param {number | null} code
   */
  constructor(command, code) {
    const shown = command.length > longest ? `${command.slice(0, longest)}…` : command;
    super(`\`${shown}\` failed${code === null ? '' : ` with exit code ${code}`}`);
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

import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {build} from 'esbuild';
import {makeBundles} from './bundles.ts';
import {postmortemOf} from './documents.ts';
import {median, short, table} from './samples.ts';

/** Milliseconds inside VS Code. */
export interface Activation {
  /** To load the extension's bundle and run its `activate`. */
  readonly activate: number;
  /** Then, to show the first document: VS Code does that while our server starts. */
  readonly show: number;
  /** Then, until the document has its diagnostics. */
  readonly diagnose: number;
}

const rounds = 3;
const words = 550;
const headless = 'test/vscode/code.mjs';

/** What one waits for in a VS Code that was just started: the desktop's if `VSCODE_EXECUTABLE` names one, else the headless one. */
export async function benchActivation(): Promise<string> {
  const program = process.env['VSCODE_EXECUTABLE'] ?? resolve(headless);
  if (program.endsWith(headless) && !existsSync('test/vscode/node_modules')) return 'No VS Code is installed.';
  const extension = await stageExtension();
  const runs: Activation[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await activateOnce(program, extension));
  const figures = (of: (run: Activation) => number) => [short(median(runs.map(of))), short(Math.max(...runs.map(of)))];
  const rows = [
    ['to activate the extension', ...figures(({activate}) => activate)],
    ['then, until VS Code shows the first postmortem', ...figures(({show}) => show)],
    ['then, until its diagnostics are there', ...figures(({diagnose}) => diagnose)],
  ];
  return table([`ms inside VS Code, ${rounds} runs`, 'median', 'most'], rows);
}

/** @returns absolute path of a folder with what is packaged, built for production */
async function stageExtension(): Promise<string> {
  const {shipped} = await makeBundles();
  const folder = resolve('out/bench/extension');
  for (const path of ['package.json', 'package.nls.json', 'l10n']) cpSync(path, join(folder, path), {recursive: true});
  for (const name of Object.keys(shipped)) cpSync(`out/bench/${name}`, join(folder, 'dist', name));
  return folder;
}

async function activateOnce(program: string, extension: string): Promise<Activation> {
  // Short, for VS Code's sockets lie in it.
  const scratch = mkdtempSync(join(tmpdir(), 'pm-'));
  try {
    const [folder, resultFile] = [join(scratch, 'folder'), join(scratch, 'result.json')];
    mkdirSync(folder);
    writeFileSync(join(folder, 'postmortem.md'), `${postmortemOf(words)}\nTBD\n`);
    const suite = await bundleSuite(resultFile);
    const args = [folder, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--no-sandbox'];
    args.push(`--user-data-dir=${join(scratch, 'data')}`, `--extensionDevelopmentPath=${extension}`);
    args.push(`--extensionTestsPath=${suite}`);
    const [code] = await once(spawn(program, args, {stdio: ['ignore', 'ignore', 'inherit']}), 'close');
    if (!existsSync(resultFile)) throw new Error(`VS Code ended with exit code ${code} and no figures.`);
    return JSON.parse(readFileSync(resultFile, 'utf8'));
  } finally {
    rmSync(scratch, {recursive: true, force: true});
  }
}

async function bundleSuite(resultFile: string): Promise<string> {
  const outfile = resolve('out/bench/activation-suite.cjs');
  await build({
    entryPoints: ['scripts/bench/activation-suite.ts'],
    outfile,
    bundle: true,
    external: ['vscode'],
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    define: {resultFile: JSON.stringify(resultFile)},
    logLevel: 'warning',
  });
  return outfile;
}

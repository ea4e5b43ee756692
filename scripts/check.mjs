/** Everything that reads the sources without running them: types, style, unused code, stale generated files. */
import {existsSync} from 'node:fs';
import {Failed, isMain, run, runNode} from './run.mjs';

/** @throws {Failed} at the first complaint */
export async function check() {
  await run('node_modules/.bin/tsc', ['--project', '.']);
  await run('node_modules/.bin/biome', ['check', '--error-on-warnings']);
  await run('node_modules/.bin/knip', []);
  if (existsSync('scripts/generate.ts')) await runNode('scripts/typescript.mjs', ['scripts/generate.ts', '--check']);
}

if (isMain(import.meta)) {
  try {
    await check();
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    console.error(error.message);
    process.exitCode = error.code;
  }
}

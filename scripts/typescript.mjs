/**
 * Runs a script that is written in TypeScript and may import the project's own modules.
 *
 *     node scripts/typescript.mjs scripts/generate.ts --check
 */
import {dirname, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {loader} from './build.mjs';
import {main, run} from './run.mjs';

/**
 * Makes ES modules under `out/` of TypeScript files, each where it lies in the project. Packages stay outside; what several
 * files import is shared.
 *
 * @param {readonly string[]} files
 * @returns {Promise<string[]>} the files made, in the same order
 * @throws when a file has an error; esbuild has then printed it
 */
export async function compile(files) {
  await build({
    entryPoints: [...files],
    outbase: '.',
    outdir: 'out',
    // `package.json` must not say `"type": "module"`: VS Code would refuse the bundles for web workers.
    outExtension: {'.js': '.mjs'},
    chunkNames: 'chunks/[name]-[hash]',
    loader,
    plugins: [leaveModulesInPlace],
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });
  return files.map(file => `out/${file.replace(/\.ts$/, '.mjs')}`);
}

/**
 * JavaScript modules of the project are imported from where they lie, for they find files relative to themselves.
 *
 * @type {import('esbuild').Plugin}
 */
const leaveModulesInPlace = {
  name: 'leave-modules-in-place',
  setup({onResolve}) {
    onResolve({filter: /^\..*\.mjs$/}, ({path, importer}) => ({
      path: pathToFileURL(resolve(dirname(importer), path)).href,
      external: true,
    }));
  },
};

await main(import.meta, async ([script, ...args]) => {
  if (script === undefined) throw new Error('usage: node scripts/typescript.mjs SCRIPT [ARG…]');
  await run(process.execPath, ['--enable-source-maps', ...(await compile([script])), ...args]);
});

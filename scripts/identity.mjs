import {createHash} from 'node:crypto';
import {writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {build} from 'esbuild';

const place = /[\\/]server[\\/]cli[\\/]identity\.ts$/;

/**
 * Puts into bundles of the command line what tells this version of its code from every other: a digest of the bundles as they
 * would be without it. The command line keeps compiled code and results under it.
 *
 * @param {readonly string[]} entries of all bundles of the command line
 * @returns {import('esbuild').Plugin}
 */
export function identify(entries) {
  return {
    name: 'identify',
    setup({initialOptions, onLoad}) {
      const {outfile: _, plugins = [], ...options} = initialOptions;
      const others = plugins.filter(({name}) => name !== 'identify');
      onLoad({filter: place}, async () => {
        const {outputFiles = [], metafile} = await build({
          ...options,
          entryPoints: [...entries],
          outdir: 'out',
          plugins: others,
          write: false,
          metafile: true,
          sourcemap: false,
        });
        const hash = createHash('sha256');
        for (const {contents} of outputFiles) hash.update(contents);
        const watchFiles = Object.keys(metafile?.inputs ?? {}).map(file => resolve(file));
        return {contents: `export const identity = '${hash.digest('hex').slice(0, 32)}';`, watchFiles};
      });
    },
  };
}

/**
 * Writes bundles in ASCII, so that they can be read as Latin-1, which takes half the memory and no decoding. esbuild does so by
 * itself but for regular expressions, and there the same escapes are understood.
 *
 * @type {import('esbuild').Plugin}
 */
export const escapeAll = {
  name: 'escape',
  setup({initialOptions, onEnd}) {
    if (initialOptions.write === false) return;
    initialOptions.write = false;
    onEnd(async ({outputFiles = []}) => {
      for (const {path, text} of outputFiles) await writeFile(path, path.endsWith('.map') ? text : escapeText(text));
    });
  },
};

/** @param {string} text */
function escapeText(text) {
  return text.replaceAll(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

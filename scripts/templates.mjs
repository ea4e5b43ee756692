import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {build} from 'esbuild';

/**
 * Reads the built-in templates while bundling, so that nobody waits for Markdown and YAML when the program starts: instead of the
 * file's text the bundle has the template as JSON.
 *
 * @type {import('esbuild').Plugin}
 */
export const readTemplates = {
  name: 'read-templates',
  setup({onLoad}) {
    onLoad({filter: /[\\/]server[\\/]templates[\\/][^\\/]*\.md$/}, async ({path}) => {
      const {loadTemplate} = await theLoader();
      const {template, problems} = loadTemplate(await readFile(path, 'utf8'), basename(path));
      const errors = problems.map(({message}) => ({text: message, location: {file: path}}));
      return {contents: JSON.stringify(template), loader: 'text', errors, watchFiles: [path]};
    });
  },
};

/** @type {Promise<typeof import('../server/templates/load.ts')> | undefined} */
let loader;

/** The project's own loader of templates, compiled once for all bundles. */
function theLoader() {
  loader ??= compileLoader();
  return loader;
}

/** @returns {Promise<typeof import('../server/templates/load.ts')>} */
async function compileLoader() {
  const {outputFiles} = await build({
    entryPoints: ['server/templates/load.ts'],
    bundle: true,
    // As for a web worker: that needs nothing of Node, and so no files but itself.
    platform: 'browser',
    conditions: ['worker'],
    format: 'esm',
    write: false,
  });
  const [code] = outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(code?.contents ?? '').toString('base64')}`);
}

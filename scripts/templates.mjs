import {readFile} from 'node:fs/promises';
import {basename, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {compile} from './typescript.mjs';

/**
 * Reads the built-in templates while bundling, so that nobody waits for Markdown and YAML when the program starts: instead of the
 * file's text the bundle has the template as JSON.
 *
 * @type {import('esbuild').Plugin}
 */
export const readTemplates = {
  name: 'read-templates',
  setup({onLoad}) {
    /** @type {Promise<typeof import('../server/templates/load.ts')> | undefined} */
    let loader;
    onLoad({filter: /[\\/]server[\\/]templates[\\/][^\\/]*\.md$/}, async ({path}) => {
      loader ??= compile(['server/templates/load.ts']).then(
        ([file]) => import(pathToFileURL(resolve(file ?? '')).href),
      );
      const {loadTemplate} = await loader;
      const {template, problems} = loadTemplate(await readFile(path, 'utf8'), basename(path));
      const errors = problems.map(({message}) => ({text: message, location: {file: path}}));
      return {contents: JSON.stringify(template), loader: 'text', errors, watchFiles: [path]};
    });
  },
};

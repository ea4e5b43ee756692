/**
 * Bundles what runs: the extension, the language server and the command line, each for Node and (but for the command line)
 * for a browser's worker.
 *
 *     node scripts/build.mjs                readable, with source maps
 *     node scripts/build.mjs --production   minified, without
 *     node scripts/build.mjs --watch
 */
import {chmodSync, readdirSync, statSync} from 'node:fs';
import {build, context} from 'esbuild';
import {escapeAll, identify} from './identity.mjs';
import {evaluateLate} from './late.mjs';
import {main} from './run.mjs';
import {readTemplates} from './templates.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

/** Markdown and YAML files are templates: they are imported as strings. */
export const loader = /** @type {const} */ ({'.md': 'text', '.yaml': 'text'});

/** @type {BuildOptions} */
const forNode = {platform: 'node', format: 'cjs', target: 'node20'};
/**
 * A worker has no page: packages must not choose what they have for pages.
 *
 * @type {BuildOptions}
 */
const forWorker = {platform: 'browser', conditions: ['worker'], format: 'cjs', target: 'es2022'};

/** The program; what it loads when it has to judge; all other verbs; and judging in other threads. */
const commandLine = ['cli.ts', 'cli/judging.ts', 'cli/engine.ts', 'cli/worker.ts'].map(name => `server/${name}`);
const late = evaluateLate({
  luxon: ['IANAZone'],
  'mdast-util-gfm-table': ['gfmTableFromMarkdown'],
  'mdast-util-gfm-task-list-item': ['gfmTaskListItemFromMarkdown'],
  'micromark-extension-gfm-table': ['gfmTable'],
  'micromark-extension-gfm-task-list-item': ['gfmTaskListItem'],
  'remark-parse': ['default'],
  unified: ['unified'],
  yaml: ['isAlias', 'isMap', 'isScalar', 'isSeq', 'parseDocument', 'stringify', 'visit', 'YAMLParseError'],
});
/** @type {BuildOptions} */
const forCommandLine = {...forNode, plugins: [readTemplates, late, identify(commandLine)]};
/** @type {BuildOptions} */
const forEngine = {...forNode, plugins: [readTemplates, late, escapeAll]};

/** @type {{entry: string, outfile: string, options: BuildOptions}[]} */
const bundles = [
  {entry: 'client/extension.ts', outfile: 'dist/extension.cjs', options: {...forNode, external: ['vscode']}},
  {entry: 'server/main.ts', outfile: 'dist/server.cjs', options: {...forNode, plugins: [readTemplates, late]}},
  {
    entry: 'server/cli.ts',
    outfile: 'dist/cli.cjs',
    options: {...forCommandLine, banner: {js: '#!/usr/bin/env node'}},
  },
  {entry: 'server/cli/judging.ts', outfile: 'dist/cli-judging.cjs', options: forEngine},
  {entry: 'server/cli/engine.ts', outfile: 'dist/cli-engine.cjs', options: forEngine},
  {entry: 'server/cli/worker.ts', outfile: 'dist/cli-worker.cjs', options: forCommandLine},
  {entry: 'client/browser.ts', outfile: 'dist/web/extension.js', options: {...forWorker, external: ['vscode']}},
  {
    entry: 'server/browser.ts',
    outfile: 'dist/web/server.js',
    options: {...forWorker, plugins: [readTemplates, late], format: 'iife'},
  },
];

/**
 * @param {boolean} production minified and without source maps
 * @returns {BuildOptions[]} one for each bundle
 */
export function buildOptions(production) {
  return bundles.map(({entry, outfile, options}) => ({
    entryPoints: [entry],
    outfile,
    loader,
    plugins: [readTemplates],
    ...options,
    bundle: true,
    minify: production,
    sourcemap: !production,
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
  }));
}

/**
 * Builds every bundle and prints its size.
 *
 * @param {{production?: boolean}} options
 * @throws when a bundle has an error; esbuild has then printed it
 */
export async function buildExtension({production = false} = {}) {
  const options = buildOptions(production);
  await Promise.all(options.map(build));
  chmodSync('dist/cli.cjs', 0o755);
  const packages = readdirSync('.').filter(name => name.endsWith('.vsix'));
  for (const file of [...options.map(({outfile}) => outfile ?? ''), ...packages])
    console.log(`  ${describeSize(file)}`);
}

/**
 * @param {string} file
 * @returns {string} for instance `  84 KB  dist/server.cjs`
 */
export function describeSize(file) {
  const kilobytes = String(Math.ceil(statSync(file).size / 1024));
  return `${kilobytes.padStart(6)} KB  ${file}`;
}

async function watch() {
  for (const options of buildOptions(false)) {
    const bundle = await context({...options, logLevel: 'info'});
    await bundle.watch();
  }
}

await main(import.meta, args => {
  return args.includes('--watch') ? watch() : buildExtension({production: args.includes('--production')});
});

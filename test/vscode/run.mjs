/**
 * Runs the tests that live inside VS Code: in the desktop's where the variable VSCODE_EXECUTABLE names one, else in the
 * headless one.
 *
 *     node test/vscode/run.mjs                       in Node's extension host
 *     node test/vscode/run.mjs --web                 in the browser's worker
 *     node test/vscode/run.mjs --grep "status bar"
 */
import {cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {runTests} from '@vscode/test-electron';
import {build} from 'esbuild';

const here = import.meta.dirname;
const {values} = parseArgs({options: {web: {type: 'boolean', default: false}, grep: {type: 'string', default: ''}}});

/** Short, for VS Code's sockets lie in it, and fresh: nothing is left of the run before. */
const scratch = mkdtempSync(join(tmpdir(), 'pm-'));
try {
  const workspace = join(scratch, 'workspace');
  cpSync(join(here, 'workspace'), workspace, {recursive: true});
  linkOutside(workspace);
  await runTests({
    vscodeExecutablePath: process.env['VSCODE_EXECUTABLE'] ?? join(here, 'code.mjs'),
    extensionDevelopmentPath: resolve('.'),
    extensionTestsPath: await bundleSuite(),
    launchArgs: [
      workspace,
      '--disable-extensions',
      `--user-data-dir=${join(scratch, 'data')}`,
      ...(values.web ? ['--extensionDevelopmentKind=web'] : []),
    ],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(scratch, {recursive: true, force: true});
}

/**
 * A template beside the workspace, and in `links/` two symbolic links to it: of the file and of its folder.
 *
 * @param {string} workspace
 */
function linkOutside(workspace) {
  const outside = join(scratch, 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'template.md'), '# Theirs\n\n## What broke\n\n## Since when\n');
  const links = join(workspace, 'links');
  mkdirSync(links);
  symlinkSync(outside, join(links, 'folder'));
  symlinkSync(join(outside, 'template.md'), join(links, 'file.md'));
}

/** @returns {Promise<string>} one file with mocha and every test: a worker can load no more than one */
async function bundleSuite() {
  const tests = ['suite', values.web ? 'web' : 'node'].flatMap(folder =>
    readdirSync(join(here, folder))
      .filter(name => name.endsWith('.test.ts'))
      .map(name => `./${folder}/${name}`),
  );
  const outfile = resolve(`out/test/vscode/${values.web ? 'web.js' : 'node.cjs'}`);
  await build({
    stdin: {
      resolveDir: here,
      contents: ["export {run} from './suite/mocha.ts';", ...tests.map(file => `import '${file}';`)].join('\n'),
    },
    outfile,
    bundle: true,
    // Mocha's bundle, too, sets `module.exports`; the suite's comes last.
    format: 'iife',
    globalName: 'suite',
    footer: {js: 'module.exports = suite;'},
    external: ['vscode'],
    platform: values.web ? 'browser' : 'node',
    target: 'es2022',
    sourcemap: 'inline',
    define: {suiteGrep: JSON.stringify(values.grep)},
    ...(values.web ? {alias: {'node:assert/strict': join(here, 'web/assert.ts')}} : {}),
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * Builds tests and runs them with mocha.
 *
 *     node scripts/mocha.mjs unit                            all that need nothing but the sources
 *     node scripts/mocha.mjs unit --grep "word count"
 *     node scripts/mocha.mjs unit test/model/words.test.ts   only this file (and only this file is built)
 *     node scripts/mocha.mjs protocol                        those that start what `npm run build` made
 *     node scripts/mocha.mjs user                            those that use the packaged extension in VS Code's workbench
 */
import {existsSync, readdirSync} from 'node:fs';
import {normalize} from 'node:path';
import {main, run} from './run.mjs';
import {compile} from './typescript.mjs';

/** Milliseconds that what a user does in one test may take. What is waited for in it has a shorter limit and names itself. */
const userTimeout = 60_000;

/**
 * Folders of the tests that need more than the sources. What runs inside VS Code has its own runner.
 *
 * @type {Record<string, readonly string[]>}
 */
const folders = {
  protocol: ['test/protocol/', 'test/cli/', 'test/faults/', 'test/trust/'],
  user: ['test/vscode/user/'],
  'inside VS Code': ['test/vscode/'],
};

/**
 * @param {string} suite `unit`, `protocol` or `user`
 * @returns {string[]} its test files
 */
function testFiles(suite) {
  const all = readdirSync('test', {recursive: true, encoding: 'utf8'}).map(file => `test/${file}`);
  const tests = all.filter(file => file.endsWith('.test.ts') && !file.includes('node_modules'));
  const isIn = (/** @type {readonly string[]} */ places) => (/** @type {string} */ file) =>
    places.some(place => file.startsWith(place));
  const wanted = folders[suite];
  return (
    wanted ? tests.filter(isIn(wanted)) : tests.filter(file => !isIn(Object.values(folders).flat())(file))
  ).sort();
}

await main(import.meta, async ([suite = 'unit', ...args]) => {
  const isTest = (/** @type {string} */ arg) => arg.endsWith('.test.ts') && existsSync(arg);
  const named = args.filter(isTest).map(normalize);
  const compiled = await compile(named.length > 0 ? named : testFiles(suite));
  const mocha = ['--enable-source-maps', 'node_modules/mocha/bin/mocha.js', '--config', 'test/mocha.json'];
  if (suite === 'user') mocha.push('--timeout', String(userTimeout));
  await run(process.execPath, [...mocha, ...compiled, ...args.filter(arg => !isTest(arg))]);
});

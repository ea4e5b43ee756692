/**
 * Runs every check and test, phase by phase, up to the first phase that fails. Installs what is missing first. The last line is
 * `N passed, N failed`: the tests of all mocha runs; a phase that failed without a failed test counts as one.
 */
import {run, runNode} from './run.mjs';
import {installBrowser, installHeadlessCode, installPackages} from './setup.mjs';

const totals = {passed: 0, failed: 0};

/** @type {[string, () => Promise<void>][]} */
const phases = [
  ['Set-up', setUp],
  ['Types, style, unused code', () => run('npm', ['run', '--silent', 'check'])],
  ['Build', () => runNode('scripts/build.mjs')],
  ['Unit tests', () => runTests('scripts/mocha.mjs', 'unit', '--reporter', 'dot')],
  ['Server and command line', () => runTests('scripts/mocha.mjs', 'protocol')],
  ['In VS Code', () => runTests('test/vscode/run.mjs')],
  ['In VS Code, in a web worker', () => runTests('test/vscode/run.mjs', '--web')],
  ['Package', () => runNode('scripts/package.mjs', ['--twice'])],
  ['The packaged extension, as a user has it', () => runTests('scripts/mocha.mjs', 'user')],
];

async function setUp() {
  await installPackages();
  await installHeadlessCode();
  await installBrowser();
}

/**
 * Runs tests and adds up the numbers that mocha prints at the end.
 *
 * @param {string} script
 * @param {string[]} args
 */
async function runTests(script, ...args) {
  let output = '';
  const failedBefore = totals.failed;
  try {
    await runNode(script, args, {
      onOutput: text => {
        output += text;
      },
    });
  } finally {
    totals.passed += count(output, /^\s*(\d+) passing/gm);
    totals.failed += count(output, /^\s*(\d+) failing/gm);
  }
  if (totals.failed > failedBefore) throw new Error('A test failed, and the exit code did not say so.');
}

/**
 * @param {string} output
 * @param {RegExp} pattern
 */
function count(output, pattern) {
  return [...output.matchAll(pattern)].reduce((sum, [, number]) => sum + Number(number), 0);
}

for (const [name, phase] of phases) {
  console.log(`\n━━ ${name}`);
  const begin = performance.now();
  const failedBefore = totals.failed;
  try {
    await phase();
  } catch (error) {
    if (totals.failed === failedBefore) totals.failed += 1;
    console.error(`\n${error instanceof Error ? error.message : error}`);
    console.error(`━━ Failed: ${name}`);
    process.exitCode = 1;
  }
  console.log(`   ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  if (process.exitCode) break;
}

console.log(`\n${totals.passed} passed, ${totals.failed} failed`);

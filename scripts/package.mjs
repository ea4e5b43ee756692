/**
 * Makes the package that VS Code installs: `postmortem-VERSION.vsix`, from a production build. The same sources give the same
 * bytes.
 *
 *     node scripts/package.mjs
 *     node scripts/package.mjs --twice   fails if the second build has other bytes
 */
import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {buildExtension, describeSize} from './build.mjs';
import {main, run} from './run.mjs';

/** Seconds since 1970. The time of every file in the package: 1 January 2000. */
const timeStamp = '946684800';

/** @returns {string} the file's name */
export function packageName() {
  const {name, version} = JSON.parse(readFileSync('package.json', 'utf8'));
  return `${name}-${version}.vsix`;
}

/**
 * @returns {Promise<Buffer>} the package
 * @throws when a bundle has an error, or the package cannot be made
 */
async function makePackage() {
  for (const old of readdirSync('.').filter(name => name.endsWith('.vsix'))) rmSync(old);
  await buildExtension({production: true});
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await run('node_modules/.bin/vsce', [...args, '--out', packageName()], {
    env: {SOURCE_DATE_EPOCH: timeStamp, TZ: 'UTC'},
  });
  console.log(`  ${describeSize(packageName())}`);
  return readFileSync(packageName());
}

await main(import.meta, async args => {
  const first = await makePackage();
  if (!args.includes('--twice')) return;
  if (!first.equals(await makePackage())) throw new Error('Two builds of the same sources are not the same');
  console.log('  built twice, the same bytes');
});

/**
 * Writes every file that is made from the registries of rules, settings and templates, and of what is in the bundles.
 *
 *     npm run generate
 *     npm run generate -- --check     only tells which are stale
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {staleFiles} from './generated.ts';
import {staleNotices} from './notices.ts';

const stale = [...staleFiles(), ...(await staleNotices())];
if (process.argv.includes('--check')) {
  for (const {path} of stale) console.error(`${path} is stale: npm run generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const {path, text} of stale) {
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}

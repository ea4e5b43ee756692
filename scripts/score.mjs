/** Scores detection and sections against hand-labelled documents, where these lie beside the project. */
import {existsSync} from 'node:fs';
import {buildExtension} from './build.mjs';
import {main, runNode} from './run.mjs';

const corpus = '../shared/corpus';

await main(import.meta, async options => {
  if (!existsSync(`${corpus}/score.mjs`)) {
    console.log(`There is nothing to score against: the folder ${corpus} is not there.`);
    return;
  }
  await buildExtension();
  await runNode(`${corpus}/score.mjs`, [`${corpus}/dev`, ...options, '--', process.execPath, 'dist/cli.cjs', 'check']);
});

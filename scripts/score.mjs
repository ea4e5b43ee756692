/** Scores detection and sections against hand-labelled documents, where these lie beside the project. */
import {existsSync} from 'node:fs';
import {runNode} from './run.mjs';

const corpus = '../shared/corpus';

if (existsSync(`${corpus}/score.mjs`)) {
  const list = process.argv.slice(2);
  await runNode(`${corpus}/score.mjs`, [`${corpus}/dev`, ...list, '--', process.execPath, 'dist/cli.cjs', 'check']);
} else {
  console.log(`There is nothing to score against: the folder ${corpus} is not there.`);
}

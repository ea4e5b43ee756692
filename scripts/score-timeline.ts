/**
 * Prints how well timelines are read, over the labelled files of `test/fixtures/timelines.json`.
 *
 *     npm run score:timeline
 */
import {hasCorpus, labelledTimelines, scoreTimelines, type Tally} from '../test/timeline-score.ts';

if (hasCorpus()) {
  const score = scoreTimelines(labelledTimelines());
  for (const difference of score.differences) console.log(`  ${difference}`);
  console.log(`entries  precision ${share(score.entries.right, score.entries.found)}`);
  console.log(`         recall    ${share(score.entries.right, score.entries.labelled)}`);
  for (const name of ['times', 'zones', 'formats'] as const) console.log(`${name.padEnd(19)}${ofTally(score[name])}`);
  console.log(`milliseconds       ${score.milliseconds.toFixed(1)}`);
}

function ofTally(tally: Tally): string {
  return share(tally.right, tally.labelled);
}

function share(part: number, whole: number): string {
  return `${(part / Math.max(1, whole)).toFixed(3)}  (${part} of ${whole})`;
}

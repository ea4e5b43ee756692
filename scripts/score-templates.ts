/**
 * Prints which template is recognised in each document of the industry corpus, by organisation.
 *
 *     npm run score:templates [-- FOLDER]
 */
import {readdirSync, readFileSync} from 'node:fs';
import {read} from '../server/model/read.ts';
import {builtInRecogniser, defaultTemplate} from '../server/templates/all.ts';

/** What organisations use, as far as it is known. */
const known: Record<string, string> = {
  chia: 'google-api-infra',
  etcd: 'google-sre',
  kubernetes: 'google-sre',
  'moj-cloud-platform': 'moj-cloud-platform',
  mybinder: 'mybinder',
  posthog: 'derp',
};

const folder = process.argv[2] ?? '../shared/corpus/industry';
const counts = new Map<string, Map<string, number>>();
let milliseconds = 0;
for (const file of readdirSync(folder).filter(name => name.endsWith('.md'))) {
  const organisation = file.replace(/^\d+-|\.md$/g, '');
  const reading = read(readFileSync(`${folder}/${file}`, 'utf8'), defaultTemplate());
  const start = performance.now();
  const template = builtInRecogniser().recognise(reading)?.id ?? '(default)';
  milliseconds += performance.now() - start;
  const found = counts.get(organisation) ?? new Map<string, number>();
  counts.set(organisation, found.set(template, (found.get(template) ?? 0) + 1));
}

let right = 0;
let expected = 0;
for (const [organisation, found] of [...counts].sort()) {
  const template = known[organisation];
  const files = [...found.values()].reduce((sum, count) => sum + count, 0);
  const hits = template === undefined ? '' : `${found.get(template) ?? 0}/${files}`;
  if (template !== undefined) {
    right += found.get(template) ?? 0;
    expected += files;
  }
  const list = [...found].sort((a, b) => b[1] - a[1]).map(([id, count]) => `${id} ${count}`);
  console.log(`${organisation.padEnd(20)} ${(template ?? 'unknown').padEnd(20)} ${hits.padEnd(8)} ${list.join(', ')}`);
}
const total = [...counts.values()].reduce((sum, found) => sum + [...found.values()].reduce((a, b) => a + b, 0), 0);
console.log(`\n${right} of ${expected} as known; ${(milliseconds / Math.max(1, total)).toFixed(1)} ms a document`);

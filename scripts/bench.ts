/**
 * How long one waits after a keystroke: from the change to the diagnostics of the new version, over stdio, beside a server that does
 * nothing but keep the text. Only the ratios say something about another machine.
 *
 *     npm run build && npm run bench
 */
import {postmortemOf} from './bench/documents.ts';
import {Typist} from './bench/typist.ts';
import {compile} from './typescript.mjs';

const sizes = [550, 10_000];
const warmUp = 100;
const rounds = 20;
const keystrokes = 25;

const [bare = ''] = await compile(['scripts/bench/bare-server.ts']);

console.log('Keystroke to diagnostics, ms\n');
console.log('| words | server | p50 | p95 | p50 × bare |');
console.log('|--:|---|--:|--:|--:|');
for (const size of sizes) {
  const text = postmortemOf(size);
  const servers = {bare: [bare, '--stdio'], postmortem: ['dist/server.cjs', '--stdio']};
  const times = await measure(text, servers);
  const base = quantile(times.bare, 0.5);
  for (const [name, samples] of Object.entries(times)) {
    const [p50, p95] = [quantile(samples, 0.5), quantile(samples, 0.95)];
    console.log(`| ${count(text)} | ${name} | ${p50.toFixed(2)} | ${p95.toFixed(2)} | ${(p50 / base).toFixed(1)} |`);
  }
}

/** Milliseconds of each keystroke by server. They take turns, so that the machine's moods fall on all of them. */
async function measure<Name extends string>(
  text: string,
  servers: Record<Name, readonly string[]>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(servers) as Name[];
  const typists = names.map(name => ({name, typist: new Typist(servers[name], text), samples: [] as number[]}));
  try {
    for (const {typist} of typists) await typist.open();
    for (const {typist} of typists) await type(typist, text, warmUp);
    for (let round = 0; round < rounds; round++)
      for (const {typist, samples} of typists) samples.push(...(await type(typist, text, keystrokes, round)));
  } finally {
    for (const {typist} of typists) typist.stop();
  }
  return Object.fromEntries(typists.map(({name, samples}) => [name, samples])) as Record<Name, number[]>;
}

/** Types a word at a place of the text, here in one round and there in the next, and takes it back again. */
async function type(typist: Typist, text: string, count: number, round = 0): Promise<number[]> {
  const words = [...text.matchAll(/[a-z] [a-z]/g)];
  const offset = (words[(round * 7919) % words.length]?.index ?? 0) + 1;
  const samples: number[] = [];
  for (let index = 0; index < count; index++) samples.push(await typist.type(offset + index, 'x'));
  for (let index = count - 1; index >= 0; index--) samples.push(await typist.type(offset + index, ''));
  return samples;
}

function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function count(text: string): number {
  return text.split(/\s+/).length;
}

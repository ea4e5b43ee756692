import {once} from 'node:events';
import {resolve} from 'node:path';
import {makeBundles} from './bundles.ts';
import {postmortemOf} from './documents.ts';
import {countWords, short, table, withSeparators} from './samples.ts';
import {bare, ours, ownServers} from './servers.ts';
import {type Server, startTypist, type Typist} from './typist.ts';

const sizes = [550, 10_000];
const edits = 1000;
const mebibyte = 2 ** 20;

/** MiB that a server uses with one document open, and after so many edits of it; garbage is collected first. */
export async function benchMemory(): Promise<string> {
  const servers = (await ownServers()).filter(({name}) => name === bare || name === ours);
  const probe = resolve((await makeBundles()).path('memory-probe.cjs'));
  const rows: string[][] = [];
  for (const words of sizes) {
    const text = postmortemOf(words);
    for (const server of servers)
      rows.push([withSeparators(countWords(text)), server.name, ...(await growth(withProbe(server, probe), text))]);
  }
  const after = `after ${withSeparators(edits)} edits`;
  return table(['words', 'server', 'heap, opened', after, 'resident, opened', after], rows, ['server']);
}

function withProbe(server: Server, probe: string): Server {
  const [node = '', ...args] = server.command;
  return {...server, command: [node, '--expose-gc', '--require', probe, ...args], hasChannel: true};
}

async function growth(server: Server, text: string): Promise<string[]> {
  const typist = await startTypist(server, text);
  try {
    await typist.open();
    const before = await memoryOf(typist);
    await edit(typist, text);
    const after = await memoryOf(typist);
    return [before.heapUsed, after.heapUsed, before.rss, after.rss].map(bytes => short(bytes / mebibyte));
  } finally {
    typist.stop();
  }
}

/** Writes words all over the text, and leaves them there. */
async function edit(typist: Typist, text: string): Promise<void> {
  const word = 'and again ';
  const places = [...text.matchAll(/[a-z] (?=[a-z])/g)].map(({index}) => index + 2);
  for (let index = 0; index < edits; index++) {
    const letter = index % word.length;
    const place = places[(Math.floor(index / word.length) * 7919) % places.length] ?? 0;
    await typist.type(place + letter, word.charAt(letter));
  }
}

async function memoryOf({process}: Typist): Promise<NodeJS.MemoryUsage> {
  process.send?.('memory?');
  const [usage] = await once(process, 'message');
  return usage;
}

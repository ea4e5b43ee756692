import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {median, quantile, short, table} from './samples.ts';
import {ownServers, peerServers} from './servers.ts';
import {type Server, startTypist} from './typist.ts';

const rounds = 15;

interface Start {
  readonly name: string;
  /** @returns milliseconds */
  measure(): Promise<number>;
}

/** Milliseconds from the start of a server's process to the answer to `initialize`, in turns, beside a Node that does nothing. */
export async function benchStartUp(): Promise<string> {
  const [bare, ours] = await ownServers();
  const [rumdl, remark] = await peerServers();
  const servers = [bare, ours, rumdl, remark].filter(server => server !== undefined);
  const starts: Start[] = [
    {name: '`node -e 0`, to its end', measure: startNode},
    ...servers.map(server => ({name: server.name, measure: () => startServer(server)})),
  ];
  const samples = new Map(starts.map(({name}) => [name, [] as number[]]));
  // The first round only brings the files into memory.
  for (let round = 0; round <= rounds; round++) {
    for (const {name, measure} of starts) {
      const milliseconds = await measure();
      if (round > 0) samples.get(name)?.push(milliseconds);
    }
  }
  const [node = []] = samples.values();
  const rows = [...samples].map(([name, each]) => [
    name,
    short(median(each)),
    short(quantile(each, 0.95)),
    short(median(each) / median(node)),
  ]);
  return table(['ms to `initialize` answered', 'p50', 'p95', '× `node -e 0`'], rows);
}

async function startServer(server: Server): Promise<number> {
  let begin = 0;
  const typist = await startTypist(server, '', () => {
    begin = performance.now();
  });
  const milliseconds = performance.now() - begin;
  const ended = once(typist.process, 'exit');
  typist.stop();
  await ended;
  return milliseconds;
}

async function startNode(): Promise<number> {
  const {NODE_EXTRA_CA_CERTS: _, ...env} = process.env;
  const begin = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], {env, stdio: 'ignore'}), 'exit');
  return performance.now() - begin;
}

import {longestText} from '../../server/model/markdown/limits.ts';
import {postmortemOf} from './documents.ts';
import {goal} from './goals.ts';
import {countWords, median, quantile, short, table, withSeparators} from './samples.ts';
import {bare, ours, ownServers, peerServers} from './servers.ts';
import {type Turns, takeTurns} from './turns.ts';
import type {Server} from './typist.ts';

/** Words of the documents, the last of 1 MB; seconds that may be typed in each. */
const sizes = [
  {words: 550, seconds: 20},
  {words: 10_000, seconds: 40},
  {words: 180_000, seconds: 40},
];

/** Someone who types fifty characters a second, which nobody does: milliseconds, and seconds for each of the first two documents. */
const paced = {pause: 20, seconds: 40};

/** A server in front of which as many letters were typed as a usual postmortem has: keystrokes, and seconds for each of the first two documents. */
const inUse = {after: 4000, seconds: 40};

/** What each of the servers takes for a keystroke in a text, in the order of the servers. */
interface Measured {
  readonly text: string;
  readonly turns: readonly Turns[];
}

/**
 * Milliseconds from a change to the diagnostics of the new version, over stdio: our server beside one that keeps the text and does
 * nothing, ours without its memory, and the peers.
 */
export async function benchKeystroke(): Promise<string> {
  const [own, peers] = [await ownServers(), await peerServers()];
  const servers = [...own, ...peers];
  const measured: Measured[] = [];
  for (const {words, seconds} of sizes) {
    const text = postmortemOf(words);
    measured.push({text, turns: await takeTurns(servers, text, {seconds, until: longestText * 0.9})});
  }
  return [
    tableOf('ms', servers, measured),
    ...goals(servers, measured),
    ...(await afterUse([...own.slice(0, 2), ...peers.slice(0, 1)])),
    ...(await withPauses([...own.slice(0, 2), ...peers.slice(0, 1)])),
  ].join('\n');
}

/** The same when V8 has found what is hot. */
async function afterUse(servers: readonly Server[]): Promise<string[]> {
  const measured: Measured[] = [];
  for (const {words} of sizes.slice(0, 2)) {
    const text = postmortemOf(words);
    measured.push({text, turns: await takeTurns(servers, text, inUse)});
  }
  return [
    '',
    tableOf(`ms, after ${withSeparators(inUse.after)} keystrokes`, servers, measured),
    ...goals(servers, measured),
  ];
}

/** The same in front of someone who pauses: processors rest in between, and V8 has time to compile what it found to be hot. */
async function withPauses(servers: readonly Server[]): Promise<string[]> {
  const measured: Measured[] = [];
  for (const {words} of sizes.slice(0, 2)) {
    const text = postmortemOf(words);
    measured.push({text, turns: await takeTurns(servers, text, paced)});
  }
  return ['', tableOf(`ms, with ${paced.pause} ms between keystrokes`, servers, measured)];
}

function tableOf(title: string, servers: readonly Server[], measured: readonly Measured[]): string {
  const head = measured.flatMap(({text}) => [`${sizeOf(text)}: p50`, 'p95', '× bare', 'processor']);
  const rows = servers.map(({name}, index) => [name, ...measured.flatMap(({turns}) => cells(turns[index], turns[0]))]);
  return table([title, ...head], rows);
}

function sizeOf(text: string): string {
  return text.length >= 1_000_000 ? '1 MB' : `${withSeparators(countWords(text))} words`;
}

function cells(turns: Turns | undefined, bareTurns: Turns | undefined): string[] {
  if (turns?.samples.length === 0) return [turns.failure ?? '', '', '', ''];
  const [p50, p95] = [median(turns?.samples ?? []), quantile(turns?.samples ?? [], 0.95)];
  return [short(p50), short(p95), short(p50 / median(bareTurns?.samples ?? [])), short(turns?.processor ?? Number.NaN)];
}

/** A list of the goals, with what they are about and whether they are met. */
function goals(servers: readonly Server[], measured: readonly Measured[]): string[] {
  const at = (size: number, name: string, part = 0.5) =>
    quantile(measured[size]?.turns[servers.findIndex(server => server.name === name)]?.samples ?? [], part);
  const peers = servers.filter(({name}) => name !== bare && !name.startsWith(ours));
  const nearest = (size: number) =>
    Math.min(...peers.map(({name}) => at(size, name)).filter(Number.isFinite)) / at(size, ours);
  return [
    '',
    goal('p50 of a usual postmortem, × bare', at(0, ours) / at(0, bare), '≤', 3),
    goal('p50 of a long one, × that of a usual one', at(1, ours) / at(0, ours), '≤', 1.5),
    goal('p95 of a long one, ms', at(1, ours, 0.95), '≤', 10),
    goal('p50 of the fastest peer, × ours, in a usual one', nearest(0), '>', 1),
    goal('p50 of the fastest peer, × ours, in a long one', nearest(1), '>', 1),
  ];
}

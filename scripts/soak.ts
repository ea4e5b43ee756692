/**
 * Half a day of writing in a few minutes: many documents, edits, questions, documents that are opened and closed, against the real
 * server. Says whether memory grows, whether anything is left open, and whether the last thousand edits took longer than the first.
 *
 *     npm run build && npm run soak -- [--edits 200000] [--documents 50] [--seed 1] [--minutes 30]
 *
 * After so many minutes it ends in any case, and says what it has seen.
 */
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {
  CancellationTokenSource,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import {postmortemOf} from './bench/documents.ts';
import type {Holdings} from './soak/probe.ts';
import {dice, Writer} from './soak/writer.ts';
import {compile} from './typescript.mjs';

const {values} = parseArgs({
  options: {
    edits: {type: 'string', default: '200000'},
    documents: {type: 'string', default: '50'},
    seed: {type: 'string', default: '1'},
    minutes: {type: 'string', default: 'Infinity'},
  },
});
const edits = Number(values.edits);
const samples = 20;
/** Part of the edits until which the process finds its size. */
const warmUp = 0.2;
const mebibyte = 2 ** 20;

interface Sample extends Holdings {
  readonly edits: number;
}

const [probe = ''] = await compile(['scripts/soak/probe.ts']);
const server = spawn(
  process.execPath,
  ['--expose-gc', '--import', pathToFileURL(probe).href, 'dist/server.cjs', '--stdio'],
  {stdio: ['pipe', 'pipe', 'inherit', 'ipc']},
);
const connection = connect(server);
const roll = dice(Number(values.seed));
const writers = Array.from({length: Number(values.documents)}, (_, index) => {
  const text = postmortemOf(250 + 15 * index);
  return new Writer(`file:///soak/postmortems/${index}.md`, text, roll);
});
const begin = performance.now();
const {taken, times} = await soak();
summarize(taken, times);
await connection.sendRequest('shutdown');
await connection.sendNotification('exit');
await once(server, 'exit');

function connect({stdout, stdin}: ChildProcess): MessageConnection {
  if (!stdin || !stdout) throw new Error('no pipes');
  const made = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  made.onRequest(method => (method === 'workspace/configuration' ? [null] : null));
  made.listen();
  return made;
}

/** @returns what the server held every so often, and the milliseconds from each edit to its diagnostics */
async function soak(): Promise<{taken: Sample[]; times: number[]}> {
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{uri: 'file:///soak', name: 'soak'}],
    capabilities: {
      textDocument: {diagnostic: {}, hover: {contentFormat: ['markdown']}},
      workspace: {configuration: true, workspaceFolders: true, workspaceEdit: {documentChanges: true}},
    },
  });
  await connection.sendNotification('initialized', {});
  for (const writer of writers) await open(writer);
  console.log(`${edits} edits in ${writers.length} documents, seed ${values.seed}\n`);
  console.log('| edits | minutes | heap, MiB | resident, MiB | files | resources |\n|--:|--:|--:|--:|--:|--:|');
  const taken = [await sample(0)];
  const times: number[] = [];
  let writer = writers[0];
  for (let count = 1; count <= edits && minutesSoFar() < Number(values.minutes); count++) {
    if (count % 20 === 1) writer = writers[roll(writers.length)];
    if (!writer) throw new Error('no documents');
    times.push(await edit(writer));
    if (count % 20 === 0) await ask(writer);
    if (count % 200 === 0) await reopen(writer);
    if (count % 2000 === 0) await connection.sendNotification('workspace/didChangeConfiguration', {settings: null});
    if (count % Math.ceil(edits / samples) === 0) taken.push(await sample(count));
  }
  for (const each of writers) await close(each);
  await connection.sendRequest('postmortem/templates', {});
  await sample(times.length, 'all closed');
  return {taken, times};
}

async function open({uri, version, text}: Writer): Promise<void> {
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: {uri, languageId: 'markdown', version, text},
  });
  await connection.sendRequest('textDocument/diagnostic', {textDocument: {uri}});
}

function close({uri}: Writer): Promise<void> {
  return connection.sendNotification('textDocument/didClose', {textDocument: {uri}});
}

async function reopen(writer: Writer): Promise<void> {
  await close(writer);
  await open(writer);
}

async function edit(writer: Writer): Promise<number> {
  const change = writer.write();
  const {uri, version} = writer;
  const start = performance.now();
  await connection.sendNotification('textDocument/didChange', {textDocument: {uri, version}, contentChanges: [change]});
  await connection.sendRequest('textDocument/diagnostic', {textDocument: {uri}});
  return performance.now() - start;
}

/** What an editor asks while one writes; the last question is taken back. */
async function ask({uri, position}: Writer): Promise<void> {
  const textDocument = {uri};
  const range = {start: {line: 0, character: 0}, end: position};
  await Promise.all([
    connection.sendRequest('postmortem/report', {uri}),
    connection.sendRequest('textDocument/hover', {textDocument, position}),
    connection.sendRequest('textDocument/completion', {textDocument, position}),
    connection.sendRequest('textDocument/codeAction', {textDocument, range, context: {diagnostics: []}}),
    connection.sendRequest('textDocument/codeLens', {textDocument}),
    connection.sendRequest('textDocument/inlayHint', {textDocument, range}),
  ]);
  const cancellation = new CancellationTokenSource();
  const picture = connection.sendRequest('postmortem/timelinePicture', {uri}, cancellation.token);
  cancellation.cancel();
  await picture.catch(() => undefined);
}

async function sample(count: number, label = String(count)): Promise<Sample> {
  server.send('what do you hold?');
  const [holdings]: Holdings[] = await once(server, 'message');
  if (!holdings) throw new Error('the server does not say what it holds');
  const {heap, resident, files, resources} = holdings;
  const figures = [minutesSoFar(), heap / mebibyte, resident / mebibyte].map(value => value.toFixed(1));
  console.log(`| ${[label, ...figures, files, resources].join(' | ')} |`);
  return {edits: count, ...holdings};
}

function minutesSoFar(): number {
  return (performance.now() - begin) / 60_000;
}

function summarize(all: readonly Sample[], each: readonly number[]): void {
  const settled = all.filter(({edits: count}) => count >= each.length * warmUp);
  console.log(`\nSlope after the first ${warmUp * 100} % of ${each.length} edits, KiB in 1,000 edits:`);
  for (const name of ['heap', 'resident'] as const) console.log(`- ${name} ${slope(settled, name).toFixed(2)}`);
  const thousand = Math.min(1000, Math.floor(each.length / 3));
  console.log(`\n| ${thousand} edits | p50, ms | p95, ms |\n|---|--:|--:|`);
  console.log(latency('first', each.slice(0, thousand)));
  console.log(latency('second', each.slice(thousand, 2 * thousand)));
  console.log(latency('last', each.slice(-thousand)));
}

/** KiB in 1,000 edits, by least squares. */
function slope(all: readonly Sample[], name: 'heap' | 'resident'): number {
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [x, y] = [mean(all.map(each => each.edits)), mean(all.map(each => each[name]))];
  const covariance = mean(all.map(each => (each.edits - x) * (each[name] - y)));
  return (covariance / mean(all.map(each => (each.edits - x) ** 2)) / 1024) * 1000;
}

function latency(label: string, times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? Number.NaN).toFixed(2);
  return `| ${label} | ${at(0.5)} | ${at(0.95)} |`;
}

import assert from 'node:assert/strict';
import {type ChildProcess, fork} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {postmortemOf} from '../../scripts/bench/documents.ts';
import {TestFolder} from './client.ts';
import {uri} from './document.ts';

/** Loaded before the server: says how many bytes are in use, without garbage, when it is asked. */
const probe = `process.on('message', ({method}) => {
  if (method !== 'test/heap') return;
  globalThis.gc();
  process.send({id: 'heap', result: process.memoryUsage().heapUsed});
});`;

describe('server: memory', () => {
  let folder: TestFolder;
  let server: ChildProcess;
  beforeEach(() => {
    folder = new TestFolder({'probe.cjs': probe});
    const execArgv = ['--expose-gc', '--require', join(folder.path, 'probe.cjs')];
    server = fork('dist/server.cjs', ['--node-ipc'], {execArgv});
  });
  afterEach(() => {
    server.kill('SIGKILL');
    folder.dispose();
  });

  const notify = (method: string, params: object) => server.send({jsonrpc: '2.0', method, params});
  const answer = async (id: string) => {
    for (;;) {
      const [message] = await once(server, 'message');
      if (message.id === id) return message;
    }
  };
  const ask = (id: string, method: string, params: object) => {
    server.send({jsonrpc: '2.0', id, method, params});
    return answer(id);
  };
  const heap = async (): Promise<number> => {
    server.send({method: 'test/heap'});
    return (await answer('heap')).result;
  };

  let version: number;
  const initialize = () =>
    ask('i', 'initialize', {processId: null, rootUri: null, capabilities: {textDocument: {diagnostic: {}}}});
  const open = (text: string) => {
    version = 1;
    notify('textDocument/didOpen', {textDocument: {uri, languageId: 'markdown', version, text}});
  };
  const pull = () => ask(`d${version}`, 'textDocument/diagnostic', {textDocument: {uri}});
  const edit = async (line: number, character: number) => {
    const at = {line, character};
    version++;
    notify('textDocument/didChange', {
      textDocument: {uri, version},
      contentChanges: [{range: {start: at, end: at}, text: 'x'}],
    });
    await pull();
  };

  it('holds one version of a long document, however many of its lines were edited', async function () {
    this.timeout(30_000);
    const text = postmortemOf(10_000);
    const entries = text.split('\n').flatMap((line, index) => (line.startsWith('- ') ? [index] : []));
    await initialize();
    open(text);
    for (const line of entries.slice(0, 100)) await edit(line, 20);
    const before = await heap();
    for (const line of entries.slice(100, 400)) await edit(line, 20);
    const grown = (await heap()) - before;
    assert.ok(entries.length > 400);
    // What is kept of 300 lines is far less; 300 versions of the text would be sixteen million.
    assert.ok(grown < 60 * text.length, `${grown} bytes for ${text.length}`);
  });

  it('holds next to nothing of a document of thousands of headings once it is closed', async function () {
    this.timeout(30_000);
    const heading = (_: unknown, index: number) => `## Heading number ${index} which says a little more\n\nx\n`;
    await initialize();
    const afterEdits = async (edits: number) => {
      open(`# Outage\n\n${Array.from({length: 1600}, heading).join('')}`);
      for (let done = 0; done < edits; done++) await edit(2, 6);
      notify('textDocument/didClose', {textDocument: {uri}});
      await pull();
      return heap();
    };
    const before = await afterEdits(2);
    const grown = (await afterEdits(40)) - before;
    // The headings of 40 versions are ten million.
    assert.ok(grown < 3_000_000, `${grown} bytes`);
  });
});

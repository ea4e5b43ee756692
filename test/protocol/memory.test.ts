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

  it('holds one version of a long document, however many of its lines were edited', async function () {
    this.timeout(30_000);
    const text = postmortemOf(10_000);
    const entries = text.split('\n').flatMap((line, index) => (line.startsWith('- ') ? [index] : []));
    await ask('i', 'initialize', {processId: null, rootUri: null, capabilities: {textDocument: {diagnostic: {}}}});
    notify('textDocument/didOpen', {textDocument: {uri, languageId: 'markdown', version: 1, text}});
    let version = 1;
    const edit = async (line: number) => {
      const at = {line, character: 20};
      version++;
      notify('textDocument/didChange', {
        textDocument: {uri, version},
        contentChanges: [{range: {start: at, end: at}, text: 'x'}],
      });
      await ask(`d${version}`, 'textDocument/diagnostic', {textDocument: {uri}});
    };
    for (const line of entries.slice(0, 100)) await edit(line);
    const before = await heap();
    for (const line of entries.slice(100, 400)) await edit(line);
    const grown = (await heap()) - before;
    assert.ok(entries.length > 400);
    // What is kept of 300 lines is far less; 300 versions of the text would be sixteen million.
    assert.ok(grown < 60 * text.length, `${grown} bytes for ${text.length}`);
  });
});

import assert from 'node:assert/strict';
import {type ChildProcess, fork, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer, type Socket} from 'node:net';
import {ErrorCodes} from 'vscode-languageserver/node';
import {draft, uri} from './document.ts';
import {framed, RawSession} from './raw-session.ts';

const initialize = {id: 1, method: 'initialize', params: {processId: null, rootUri: null, capabilities: {}}};
const shutdown = {id: 2, method: 'shutdown'};
const exit = {method: 'exit'};
const open = {
  method: 'textDocument/didOpen',
  params: {textDocument: {uri, languageId: 'markdown', version: 1, text: draft}},
};

/** What is said before the process ends, and with which code it has to. */
const conversations: Readonly<Record<string, readonly [number, readonly object[]]>> = {
  'exit after shutdown': [0, [initialize, shutdown, exit]],
  'exit after shutdown and much that comes too late': [
    0,
    [initialize, open, shutdown, open, {...shutdown, id: 3}, exit],
  ],
  'exit without shutdown': [1, [initialize, open, exit]],
  'exit before initialize': [1, [exit]],
  'exit after a shutdown that was refused before initialize': [1, [shutdown, exit]],
  'exit after an initialize that was refused, and shutdown': [
    1,
    [{...initialize, params: {capabilities: 7}}, shutdown, exit],
  ],
  'exit after a shutdown that was cancelled, and another': [
    0,
    [initialize, shutdown, {method: '$/cancelRequest', params: {id: 2}}, {...shutdown, id: 3}, exit],
  ],
};

describe('server: exit codes', () => {
  for (const [name, [code, messages]] of Object.entries(conversations)) {
    it(`${code} after ${name}, over standard input and output`, async () => {
      const session = new RawSession();
      session.write(messages.map(framed).join(''));
      assert.equal(await session.exitCode(), code);
      assert.equal(session.errors, '');
    });

    it(`${code} after ${name}, over a socket`, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      assert.ok(typeof address === 'object' && address);
      const child = spawn(process.execPath, ['dist/server.cjs', `--socket=${address.port}`]);
      const [socket]: Socket[] = await once(server, 'connection');
      assert.ok(socket);
      socket.on('error', () => undefined).resume();
      socket.write(messages.map(framed).join(''));
      assert.deepEqual(await once(child, 'exit'), [code, null]);
      server.close();
    });

    it(`${code} after ${name}, over the channel to a parent process`, async () => {
      const child: ChildProcess = fork('dist/server.cjs', ['--node-ipc'], {silent: true});
      const end = once(child, 'exit');
      child.on('error', () => undefined);
      for (const message of messages) child.send({jsonrpc: '2.0', ...message});
      assert.deepEqual(await end, [code, null]);
    });
  }

  it('1 when the client hangs up before it has said a word, or has half said it', async () => {
    for (const bytes of ['', 'Content-Le', 'Content-Length: 99999999999999\r\n\r\n{"jsonrpc"']) {
      const session = new RawSession();
      session.process.stdin.end(bytes);
      assert.equal(await session.exitCode(), 1, bytes);
    }
  });
});

describe('server: what comes at the wrong time', () => {
  let session: RawSession;
  beforeEach(() => {
    session = new RawSession();
  });
  afterEach(() => session.dispose());

  it('is dropped where it wants no answer: a document opened before initialize is not open', async () => {
    session.send(open);
    session.send({method: 'postmortem/nonsense', params: []});
    await session.initialize();
    const {result} = await session.ask('postmortem/report', {uri});
    assert.equal(result, null);
  });

  it('is refused after shutdown, each request once, and nothing is sent by itself any more', async () => {
    await session.initialize();
    session.send({method: 'initialized', params: {}});
    await session.ask('shutdown');
    const before = session.received.length;
    session.send(open);
    for (const method of ['shutdown', 'initialize', 'postmortem/report', 'textDocument/hover', 'no/such']) {
      const {error} = await session.ask(method, {uri});
      assert.equal(error?.code, ErrorCodes.InvalidRequest, method);
    }
    assert.equal(session.received.length, before + 5);
  });

  it('is refused where nobody knows it, and dropped where it may be', async () => {
    await session.initialize();
    for (const method of ['$/no/such', 'no/such', 'textDocument/rename', 'toString', '__proto__', '']) {
      session.send({method, params: {}});
      const {error} = await session.ask(method, {});
      assert.equal(error?.code, ErrorCodes.MethodNotFound, method);
    }
    assert.equal((await session.ask('postmortem/templates', {})).error, undefined);
  });
});

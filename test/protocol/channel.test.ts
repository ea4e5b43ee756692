import assert from 'node:assert/strict';
import {type ChildProcess, fork, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer, type Server} from 'node:net';
import {join} from 'node:path';
import {ErrorCodes} from 'vscode-languageserver/node';
import {TestFolder} from './client.ts';
import {draft, uri} from './document.ts';
import {framed, RawSession} from './raw-session.ts';

const initialize = {id: 1, method: 'initialize', params: {processId: null, rootUri: null, capabilities: {}}};
const open = {
  method: 'textDocument/didOpen',
  params: {textDocument: {uri, languageId: 'markdown', version: 1, text: draft}},
};

describe('server: the channel', () => {
  /** A server whose editor has died but not its pipes: it looks every three seconds, while the other tests run. */
  let orphan: RawSession;
  before(async () => {
    orphan = new RawSession();
    const editor = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    await orphan.initialize({}, {processId: editor.pid});
    editor.kill('SIGKILL');
  });
  after(() => orphan.dispose());

  let session: RawSession;
  beforeEach(() => {
    session = new RawSession();
  });
  afterEach(() => session.dispose());

  describe('when the client hangs up, the process ends', () => {
    it('with 1 without shutdown, be it in the middle of a message', async () => {
      await session.initialize();
      session.write(framed(open).slice(0, 60));
      session.process.stdin.end();
      assert.equal(await session.exitCode(), 1);
      assert.equal(session.errors, '');
    });

    it('with 0 after shutdown', async () => {
      await session.initialize();
      await session.ask('shutdown');
      session.process.stdin.end();
      assert.equal(await session.exitCode(), 0);
    });

    it('after what was said in the same breath', async () => {
      session.process.stdin.end(framed(initialize) + framed(open) + framed({id: 2, method: 'shutdown'}));
      assert.equal(await session.exitCode(), 0);
    });

    it('when only its reading end is closed', async () => {
      await session.initialize();
      session.process.stdout.destroy();
      session.send(open);
      assert.equal(await session.exitCode(), 1);
      assert.equal(session.errors, '');
    });

    it('over the channel to a parent process', async () => {
      const child = fork('dist/server.cjs', ['--node-ipc'], {silent: true});
      child.send({jsonrpc: '2.0', ...initialize});
      await once(child, 'message');
      child.disconnect();
      assert.deepEqual(await once(child, 'exit'), [1, null]);
    });

    it('over a socket', async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      assert.ok(typeof address === 'object' && address);
      await hangUp(server, `--socket=${address.port}`);
    });

    it('over a named pipe', async function () {
      if (process.platform === 'win32') this.skip();
      const folder = new TestFolder();
      const path = join(folder.path, 'socket');
      const server = createServer().listen(path);
      await once(server, 'listening');
      await hangUp(server, `--pipe=${path}`);
      folder.dispose();
    });
  });

  it('ends when nobody listens on its socket', async () => {
    const lonely = new RawSession(['dist/server.cjs', '--socket=9']);
    assert.equal(await lonely.exitCode(), 1);
    assert.match(lonely.errors, /^The conversation broke off: .*ECONNREFUSED/);
  });

  it('ends, rather than wait for ever, after a header that says nothing', async () => {
    const headers = {
      'another protocol': 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'no length': 'Content-Type: application/json\r\n\r\n{}',
      'a length that is no number': 'Content-Length: ten\r\n\r\n{}',
      'a length that is too short': framed(open).replace(/\d+/, '20'),
    };
    const ends = Object.entries(headers).map(async ([name, bytes]) => {
      const each = new RawSession();
      await each.initialize();
      each.write(bytes + framed(open));
      assert.equal(await each.exitCode(), 1, name);
      assert.match(each.errors, /^The conversation broke off: .+\n$/, name);
    });
    await Promise.all(ends);
  });

  it('answers a message that is no JSON, and reads the next', async () => {
    await session.initialize();
    session.write('Content-Length: 9\r\n\r\n{"id": 5,');
    const {error} = await session.answer(null);
    assert.equal(error?.code, ErrorCodes.ParseError);
    session.write(Buffer.concat([Buffer.from('Content-Length: 4\r\n\r\n'), Buffer.from([0xff, 0xfe, 0, 0xd8])]));
    assert.equal((await session.ask('postmortem/templates', {})).error, undefined);
  });

  it('goes on after JSON that is no message', async () => {
    await session.initialize();
    const odd = [
      'null',
      '7',
      '"x"',
      '[1, 2]',
      '{}',
      '{"id": {}, "method": 5}',
      '{"jsonrpc": "2.0", "id": 99, "result": 1}',
    ];
    for (const body of odd) session.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    for (const params of [undefined, null, 5, {}, {id: null}, {id: 3}])
      session.send({method: '$/cancelRequest', params});
    assert.equal((await session.ask('postmortem/templates', {})).error, undefined);
  });

  it('keeps little for a client that asks and does not read', async function () {
    this.timeout(30_000);
    const folder = new TestFolder({'telling.cjs': tellsOfPauses});
    const told = new RawSession(['--require', join(folder.path, 'telling.cjs'), 'dist/server.cjs', '--stdio']);
    await told.initialize();
    told.send({method: 'initialized', params: {}});
    told.send({...open, params: {textDocument: {...open.params.textDocument, text: long}}});
    const picture = {method: 'postmortem/timelinePicture', params: {uri}};
    assert.ok(JSON.stringify(await told.ask(picture.method, picture.params)).length > 100_000);
    assert.equal(told.errors, '');
    told.process.stdout.pause();
    const questions = 20_000;
    let isTaken = true;
    for (let id = 1; id <= questions; id++) isTaken = told.send({id: `q${id}`, ...picture}) && isTaken;
    assert.ok(!isTaken);
    // All that is taken in is 1,000 messages and the pipe: the rest waits here, and goes on waiting.
    await told.untilItSays('still paused');
    assert.ok(told.process.stdin.writableLength > 1_000_000, `${told.process.stdin.writableLength} bytes wait`);
    if (process.platform === 'linux') assert.ok(mostMemory(told.process) < 400, `${mostMemory(told.process)} MB`);
    told.process.stdout.resume();
    await told.answer('q10');
    told.dispose();
    folder.dispose();
  });

  it('reads the answer that requests wait for, however many came before it', async () => {
    await session.initialize({workspace: {configuration: true}, textDocument: {diagnostic: {}}});
    session.send(open);
    const pull = {method: 'textDocument/diagnostic', params: {textDocument: {uri}}};
    const ids = Array.from({length: 3000}, (_, index) => `p${index}`);
    session.write(ids.map(id => framed({id, ...pull})).join(''));
    const {id} = await session.until(({method}) => method === 'workspace/configuration');
    session.send({id, result: [null]});
    for (const each of ids) assert.equal((await session.answer(each)).error, undefined);
  });

  it('ends when the process that it was started for has ended', async () => {
    assert.equal(await orphan.exitCode(), 1);
  });
});

/** A timeline of 300 entries: its picture has more than 100 KB. */
const long = `${draft.slice(0, draft.indexOf('- 07:10'))}${Array.from(
  {length: 300},
  (_, minute) =>
    `- ${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')} UTC - The queue grows.`,
).join('\n')}\n`;

async function hangUp(server: Server, option: string): Promise<void> {
  const child = spawn(process.execPath, ['dist/server.cjs', option]);
  const exit = once(child, 'exit');
  const [socket] = await once(server, 'connection');
  socket.write(framed(initialize));
  await once(socket, 'data');
  socket.destroy();
  assert.deepEqual(await exit, [1, null]);
  server.close();
}

/** Says on standard error when nothing more is taken in, and all that was taken in has had its turn: one message has each. */
const tellsOfPauses = `
const {pause, resume} = process.stdin;
let isPaused = false;
process.stdin.pause = function () {
  isPaused = true;
  wait(2000);
  return pause.call(this);
};
process.stdin.resume = function () {
  isPaused = false;
  return resume.call(this);
};
function wait(turns) {
  if (turns === 0) process.stderr.write('still paused\\n');
  else if (isPaused) setImmediate(wait, turns - 1);
}
`;

/** Megabytes that the process had at most. */
function mostMemory({pid}: ChildProcess): number {
  return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdirSync, readFileSync, utimesSync} from 'node:fs';
import {join} from 'node:path';
import {CacheFolder} from '../../server/cli/cache-folder.ts';
import {environment} from '../cli/process.ts';
import {TestFolder} from '../protocol/client.ts';

const text = `# Postmortem: the lifts stood still

Issue Summary:
From 12:00 to 12:40 UTC no lift in the tower moved.

**Timeline**
- 12:00 UTC - The controller is updated.
- 12:40 UTC - The update is taken back.

## Root cause and resolution

The controller did not know the new doors.
`;

/** Code that sends the process a signal while it writes: just before `call` is done for the first time. */
const sending = (signal: string, call: string) => `
const fs = require('node:fs');
const own = fs.${call};
fs.${call} = (...values) => {
  fs.${call} = own;
  process.kill(process.pid, '${signal}');
  return own(...values);
};`;

/** Code that sends the process a signal when it reads its hundredth postmortem. */
const interrupting = `
const fs = require('node:fs');
const own = fs.readFileSync;
let times = 0;
fs.readFileSync = (path, ...more) => {
  if (String(path).endsWith('.md') && ++times === 100) process.kill(process.pid, 'SIGINT');
  return own(path, ...more);
};`;

const isWindows = process.platform === 'win32';

(isWindows ? describe.skip : describe)('the command line, when it is told to end', () => {
  let folder: TestFolder;
  let cache: TestFolder;
  beforeEach(() => {
    folder = new TestFolder({'.git/config': '', 'a.md': text, 'b.md': text, 'postmortem-c.md': text});
    cache = new TestFolder();
  });
  afterEach(() => {
    folder.dispose();
    cache.dispose();
  });

  const start = (args: readonly string[], preload: string, output: 'ignore' | 'pipe' = 'ignore') => {
    cache.write('preload.cjs', preload);
    return spawn(
      process.execPath,
      ['--require', join(cache.path, 'preload.cjs'), join(process.cwd(), 'dist/cli.cjs'), ...args],
      {cwd: folder.path, stdio: ['ignore', output, 'ignore'], env: {...environment, XDG_CACHE_HOME: cache.path}},
    );
  };
  /** @returns exit code or signal that ended it */
  const run = async (args: readonly string[], preload = '') => {
    const [code, signal] = await once(start(args, preload), 'close');
    return code ?? signal;
  };
  const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');
  const drafts = (path: string) => readdirSync(path).filter(name => name.endsWith('.tmp'));

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    it(`lets fix finish the file that it is writing, and no other: ${signal}`, async () => {
      assert.equal(await run(['fix', '-t', 'classic'], sending(signal, 'fsyncSync')), code);
      assert.deepEqual(drafts(folder.path), []);
      const mended = read('a.md');
      assert.notEqual(mended, text);
      assert.deepEqual([read('b.md'), read('postmortem-c.md')], [text, text]);
      assert.equal(await run(['fix', '-t', 'classic']), 0);
      assert.deepEqual([read('a.md'), read('b.md'), read('postmortem-c.md')], [mended, mended, mended]);
    });

  it('leaves the original when fix is killed while it writes, and the next fix takes the draft away', async () => {
    assert.equal(await run(['fix', '-t', 'classic'], sending('SIGKILL', 'fsyncSync')), 'SIGKILL');
    assert.equal(read('a.md'), text);
    assert.equal(drafts(folder.path).length, 1);
    assert.equal(await run(['fix', '-t', 'classic']), 0);
    assert.deepEqual(drafts(folder.path), []);
    assert.notEqual(read('a.md'), text);
  });

  it('takes away no draft of a process that is alive, or of another machine, and nothing that looks like one', async () => {
    const [, machine] = /\.([\da-f]{8})-\d+-/.exec(await draftOfKilled()) ?? [];
    const others = [
      `.a.md.${machine}-${process.pid}-0123abcd.tmp`,
      '.a.md.00000000-99999999-0123abcd.tmp',
      `.a.md.${machine}-99999999.tmp`,
      `a.md.${machine}-99999999-0123abcd.tmp`,
    ];
    for (const name of others) folder.write(name, 'Ours.');
    folder.write(`.folder.${machine}-99999999-0123abcd.tmp/kept.txt`, 'Ours.');
    assert.equal(await run(['fix', '-t', 'classic']), 0);
    assert.deepEqual(drafts(folder.path).sort(), [...others, `.folder.${machine}-99999999-0123abcd.tmp`].sort());
  });

  async function draftOfKilled(): Promise<string> {
    await run(['fix', '-t', 'classic'], sending('SIGKILL', 'fsyncSync'));
    return drafts(folder.path)[0] ?? '';
  }

  it('leaves no draft in the cache folder when check is interrupted while it keeps something', async () => {
    assert.equal(await run(['check'], sending('SIGINT', 'renameSync')), 130);
    const kept = join(cache.path, 'postmortem');
    assert.ok(readdirSync(kept).length > 0);
    assert.deepEqual(drafts(kept), []);
    assert.equal(await run(['check']), 1);
  });

  it('ends check before it has judged everything', async () => {
    for (let number = 0; number < 200; number++) folder.write(`postmortems/${number}.md`, `${text}\nLift ${number}.\n`);
    const child = start(['check', '--no-cache'], interrupting, 'pipe');
    let printed = '';
    child.stdout?.on('data', chunk => {
      printed += chunk;
    });
    assert.deepEqual(await once(child, 'close'), [130, null]);
    assert.doesNotMatch(printed, /in \d+ postmortems/);
  });

  it('drops drafts of killed processes from the cache folder in time', () => {
    const kept = new CacheFolder(cache.path);
    for (const name of ['old.tmp', 'new.tmp']) cache.write(name, '');
    utimesSync(join(cache.path, 'old.tmp'), 1000, 1000);
    kept.write('a', Buffer.from('one'));
    assert.deepEqual(readdirSync(cache.path).sort(), ['a', 'new.tmp']);
  });
});

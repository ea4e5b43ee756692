import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {environment, postmortem} from '../cli/process.ts';
import {TestFolder} from '../protocol/client.ts';
import {draft} from '../protocol/document.ts';

/** Kills the process at a moment of its writing that the environment names, as a power cut would: nothing is tidied up. */
const killer = `
const fs = require('node:fs');
const moment = process.env.KILLED;
const die = () => {
  process.kill(process.pid, 'SIGKILL');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
let draft;
const around = (name, before, after) => {
  const original = fs[name];
  fs[name] = (...args) => {
    if (moment === 'before ' + name && before(args)) die();
    const result = original(...args);
    if (after(args, result)) die();
    return result;
  };
};
const isDraft = ([first]) => draft !== undefined && first === draft;
around('openSync', () => false, ([path], handle) => {
  if (/\\.mail\\.md\\.[\\da-f-]+\\.tmp$/.test(String(path))) draft = handle;
  return moment === 'after openSync' && handle === draft;
});
const {writeFileSync, writeSync} = fs;
fs.writeFileSync = (file, bytes, ...more) => {
  if (file === draft && draft !== undefined && moment === 'in the middle of writeFileSync') {
    writeSync(file, bytes.subarray(0, bytes.length / 2));
    die();
  }
  return writeFileSync(file, bytes, ...more);
};
around('fsyncSync', isDraft, () => false);
around('renameSync', ([from]) => String(from).endsWith('.tmp'), ([from]) => moment === 'after renameSync' && String(from).endsWith('.tmp'));
`;

const name = 'mail.md';
const moments = {
  'after openSync': draft,
  'in the middle of writeFileSync': draft,
  'before fsyncSync': draft,
  'before renameSync': draft,
  'after renameSync': undefined,
};

(process.platform === 'win32' ? describe.skip : describe)('fix, when it is killed', () => {
  let folder: TestFolder;
  let program: TestFolder;
  beforeEach(() => {
    folder = new TestFolder({[`postmortems/${name}`]: draft});
    program = new TestFolder({'killer.cjs': killer});
  });
  afterEach(() => {
    folder.dispose();
    program.dispose();
  });

  const read = () => readFileSync(join(folder.path, 'postmortems', name), 'utf8');

  for (const [moment, left] of Object.entries(moments)) {
    it(`${moment}: the file is whole, and the next run mends it`, async () => {
      const args = ['--require', join(program.path, 'killer.cjs'), join(process.cwd(), 'dist/cli.cjs'), 'fix'];
      const env = {...environment, KILLED: moment};
      const child = spawn(process.execPath, args, {cwd: folder.path, env, stdio: 'ignore'});
      assert.deepEqual(await once(child, 'exit'), [null, 'SIGKILL']);
      const others = readdirSync(join(folder.path, 'postmortems')).filter(each => each !== name);
      assert.ok(others.length <= 1 && others.every(each => each.endsWith('.tmp')));
      const after = read();
      if (left !== undefined) assert.equal(after, left);
      else assert.notEqual(after, draft);
      const {code, err} = await postmortem(folder.path, ['fix']);
      assert.deepEqual({code, err}, {code: 0, err: ''});
      const mended = read();
      if (left === undefined) assert.equal(after, mended, 'it was all there');
      assert.match(mended, /^## Timeline$/m);
      // What is left beside it is taken for no postmortem.
      const {files} = JSON.parse((await postmortem(folder.path, ['check', '--format', 'json'])).out);
      assert.equal(files.length, 1);
    });
  }
});

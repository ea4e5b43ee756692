import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {replaceText} from '../../server/cli/replace-text.ts';
import {readTextFile} from '../../server/cli/text-file.ts';
import {type Outcome, postmortem} from '../cli/process.ts';
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
const path = 'postmortems/lifts.md';
const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;

describe('fix, when things go wrong', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = new TestFolder({[path]: text});
    mode('.', 0o755);
    mode('postmortems', 0o777);
  });
  afterEach(() => folder.dispose());

  const fix = (...args: string[]) => postmortem(folder.path, ['fix', ...args]);
  const mode = (name: string, bits: number) => chmodSync(join(folder.path, name), bits);
  const read = (name = path) => readFileSync(join(folder.path, name), 'utf8');

  /** The file is as it was, and nothing lies beside it. */
  function assertUntouched(original = text): void {
    assert.equal(read(), original);
    assert.deepEqual(readdirSync(join(folder.path, 'postmortems')), ['lifts.md']);
  }

  (isWindows ? it.skip : it)('leaves the original whole when the disk is full', async () => {
    const cli = join(process.cwd(), 'dist/cli.cjs');
    const long = text + 'Nobody had asked the people who ride in them. '.repeat(700);
    folder.write(path, long);
    // A limit of 8 KB for each file that is written: the draft breaks off in the middle, as on a disk that is full.
    const {code, err} = await run(
      'bash',
      ['-c', `trap '' XFSZ; ulimit -f 8; exec '${process.execPath}' '${cli}' fix`],
      folder.path,
    );
    assert.deepEqual({code, err}, {code: 2, err: `postmortem: ${path}: the file would be too large\n`});
    assertUntouched(long);
  });

  (isWindows ? it.skip : it)('leaves nothing of a new file when the disk is full', async () => {
    const cli = join(process.cwd(), 'dist/cli.cjs');
    for (const verb of ['new -t google-sre -o new.md The lifts', `derive -o new.md ${path}`]) {
      // Not even a kilobyte may be written.
      const command = `trap '' XFSZ; ulimit -f 0; exec '${process.execPath}' '${cli}' ${verb}`;
      const {code, err} = await run('bash', ['-c', command], folder.path);
      assert.deepEqual(
        {code, err},
        {code: 2, err: 'postmortem: new.md: cannot be written: the file would be too large\n'},
        verb,
      );
      assert.ok(!existsSync(join(folder.path, 'new.md')), verb);
    }
  });

  (existsSync('/dev/full') ? it : it.skip)(
    'says that its output is not all there, and tells that from findings',
    async () => {
      for (const verb of ['check', 'fix -n', 'fix']) {
        const cli = join(process.cwd(), 'dist/cli.cjs');
        const {code, err} = await run(
          'sh',
          ['-c', `exec '${process.execPath}' '${cli}' ${verb} > /dev/full`],
          folder.path,
        );
        const why = 'postmortem: standard output: no space left on the device\n';
        assert.deepEqual({code, err}, {code: 2, err: why}, verb);
      }
    },
  );

  (isWindows ? it.skip : it)('checks all the same when the disk is full that results are kept on', async () => {
    const cli = join(process.cwd(), 'dist/cli.cjs');
    const cache = new TestFolder();
    const expected = await postmortem(folder.path, ['check', '--no-cache']);
    const command = `trap '' XFSZ; ulimit -f 0; XDG_CACHE_HOME='${cache.path}' exec '${process.execPath}' '${cli}' check`;
    for (const time of ['first', 'second'])
      assert.deepEqual(await run('bash', ['-c', command], folder.path), expected, time);
    cache.dispose();
  });

  it('leaves what another program wrote in the meantime', () => {
    const file = readTextFile(join(folder.path, path));
    folder.write(path, 'Newer.');
    assert.throws(() => replaceText(file, 'Mended.'), /was changed by someone else in the meantime/);
    assert.equal(read(), 'Newer.');
    rmSync(join(folder.path, path));
    assert.throws(() => replaceText(file, 'Mended.'), {code: 'ENOENT'});
    assert.deepEqual(readdirSync(join(folder.path, 'postmortems')), []);
  });

  it('goes on with the others when files are gone, are folders or links in circles', async () => {
    symlinkSync('there.md', join(folder.path, 'here.md'));
    symlinkSync('here.md', join(folder.path, 'there.md'));
    symlinkSync('..', join(folder.path, 'postmortems/up'));
    mkdirSync(join(folder.path, 'postmortems/folder.md'));
    const {code, out, err} = await fix('gone.md', 'here.md', 'postmortems');
    assert.equal(out, `Mended ${path}\n`);
    assert.equal(
      err,
      'postmortem: gone.md: there is no such file or folder\npostmortem: here.md: the symbolic links go round in circles\n',
    );
    assert.equal(code, 2);
  });

  it('mends once when it runs several times at once', async () => {
    for (let index = 0; index < 8; index++) folder.write(`postmortems/lifts-${index}.md`, text);
    const runs = await Promise.all([fix(), fix(), fix()]);
    for (const {code, err} of runs) assert.deepEqual({code, err}, {code: 0, err: ''});
    const mended = read();
    assert.notEqual(mended, text);
    const names = readdirSync(join(folder.path, 'postmortems'));
    assert.equal(names.length, 9);
    for (const name of names) assert.equal(read(`postmortems/${name}`), mended);
  });

  (isWindows ? describe.skip : describe)('as someone who may not', () => {
    /** Where the command line can be read by everyone, which cannot be said of the folder of the project. */
    let program: string;
    before(() => {
      program = mkdtempSync(join(tmpdir(), 'program-'));
      cpSync('dist', join(program, 'dist'), {recursive: true, filter: name => !name.endsWith('.map')});
      chmodSync(program, 0o755);
    });
    after(() => rmSync(program, {recursive: true}));

    /** Root may do everything: then it is someone else who runs it. */
    const nobody = isRoot ? {uid: 65_534, gid: 65_534} : {};
    const asNobody = (...args: string[]) =>
      run(process.execPath, [join(program, 'dist/cli.cjs'), ...args], folder.path, nobody);

    it('read the file', async () => {
      mode(path, 0);
      const denied = `postmortem: ${path}: permission denied\n`;
      for (const verb of ['fix', 'check']) {
        const {code, err} = await asNobody(verb);
        assert.deepEqual({code, err}, {code: 2, err: denied}, verb);
      }
      mode(path, 0o644);
      assertUntouched();
    });

    it('write the file', async () => {
      mode(path, 0o444);
      assert.deepEqual(await asNobody('fix'), {code: 2, out: '', err: `postmortem: ${path}: permission denied\n`});
      assertUntouched();
    });

    it('write to the folder', async () => {
      mode(path, 0o666);
      mode('postmortems', 0o555);
      assert.deepEqual(await asNobody('fix'), {code: 2, out: '', err: `postmortem: ${path}: permission denied\n`});
      mode('postmortems', 0o777);
      assertUntouched();
    });

    it('write to the folder: nothing new is made in it either', async () => {
      mode('postmortems', 0o555);
      for (const args of [
        ['new', '-t', 'google-sre', '-o', 'postmortems/new.md', 'The lifts'],
        ['derive', '-o', 'postmortems/new.md', path],
        ['new', '-t', 'google-sre', '-o', 'postmortems/deeper/new.md', 'The lifts'],
      ]) {
        const {code, err} = await asNobody(...args);
        assert.equal(code, 2, args.join(' '));
        assert.match(err, /^postmortem: postmortems\/(?:deeper\/)?new\.md: cannot be written: permission denied\n$/);
      }
      mode('postmortems', 0o777);
      assertUntouched();
    });

    it('look into the folder', async () => {
      mode('postmortems', 0);
      const {code, err} = await asNobody('check');
      assert.deepEqual({code, err}, {code: 2, err: 'postmortem: postmortems: permission denied\n'});
      mode('postmortems', 0o755);
    });

    it('read the configuration: then nothing is mended', async () => {
      folder.write('.postmortem.yaml', 'enable: true\n');
      mode('.postmortem.yaml', 0);
      mode(path, 0o666);
      const {code, err} = await asNobody('fix');
      assert.equal(code, 2);
      assert.match(err, /\.postmortem\.yaml: cannot be read: .*permission denied/);
      assert.match(err, /is left as it is, because its configuration is broken/);
      assertUntouched();
    });

    (isRoot ? it : it.skip)('give away a file: its owner stays its owner when root mends it', async () => {
      chownSync(join(folder.path, path), 1234, 1235);
      mode(path, 0o640);
      await fix();
      const {uid, gid, mode: bits} = statSync(join(folder.path, path));
      assert.deepEqual([uid, gid, bits & 0o777], [1234, 1235, 0o640]);
      assert.notEqual(read(), text);
    });
  });

  it('loses nothing when the template disappears that it would mend by', async () => {
    folder.write('.postmortem.yaml', 'template: docs/ours.md\n');
    const {code, err} = await fix();
    assert.equal(code, 2);
    assert.match(err, /There is no template 'docs\/ours\.md'/);
    assertUntouched();
    writeFileSync(join(folder.path, '.postmortem.yaml'), 'template: classic\n');
    assert.equal((await fix()).code, 0);
  });

  it('mends a file beside one whose front matter names a template that is not there', async () => {
    folder.write('a/README.md', `---\ntemplate: docs/ours.md\n---\n\n${text}`);
    const {code, err} = await fix();
    assert.equal(code, 2);
    assert.match(err, /There is no template 'docs\/ours\.md'/);
    assert.match(err, /a\/README\.md: is left as it is, because its configuration is broken/);
    assert.notEqual(read(), text);
  });
});

async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  user: {readonly uid?: number; readonly gid?: number} = {},
): Promise<Outcome> {
  const child = spawn(command, args, {cwd, stdio: ['ignore', 'pipe', 'pipe'], ...user});
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', chunk => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', chunk => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  return {code, out, err};
}

import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {applyPatch} from 'diff';
import {TestFolder} from '../protocol/client.ts';
import {postmortem} from './process.ts';

const text = `# Postmortem: parcels were sent twice

Issue Summary:
From 10:00 to 11:00 UTC every parcel label was printed twice.

**Timeline**
- 10:00 UTC - The printer service is updated.
- 11:00 UTC - The update is taken back.

## Root cause and resolution

A retry had no memory. We took it back.

## Corrective and preventative measures

- Give each label a number.
`;

describe('postmortem fix', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = new TestFolder({'postmortems/parcels.md': text, 'README.md': '# Tool\n\nTimeline:\nsoon\n'});
  });
  afterEach(() => folder.dispose());
  const fix = (...args: string[]) => postmortem(folder.path, ['fix', ...args]);
  const path = () => join(folder.path, 'postmortems/parcels.md');

  it('mends postmortems and nothing else, once', async () => {
    const readme = readFileSync(join(folder.path, 'README.md'));
    assert.deepEqual(await fix(), {code: 0, out: 'Mended postmortems/parcels.md\n', err: ''});
    const fixed = readFileSync(path(), 'utf8');
    assert.match(fixed, /\n## Issue Summary\n\nFrom 10:00/);
    assert.match(fixed, /\n## Timeline\n\n- 10:00/);
    assert.deepEqual(readFileSync(join(folder.path, 'README.md')), readme);
    assert.deepEqual(await fix(), {code: 0, out: 'Nothing to mend.\n', err: ''});
    assert.deepEqual(readdirSync(join(folder.path, 'postmortems')), ['parcels.md']);
  });

  it('prints a diff in a dry run, and changes nothing', async () => {
    const {code, out} = await fix('--dry-run', 'postmortems/parcels.md');
    assert.equal(code, 1);
    assert.match(out, /^--- postmortems\/parcels\.md\n\+\+\+ postmortems\/parcels\.md\n@@/);
    assert.equal(readFileSync(path(), 'utf8'), text);
    await fix();
    assert.equal(applyPatch(text, out), readFileSync(path(), 'utf8'));
    assert.deepEqual(await fix('-n'), {code: 0, out: '', err: ''});
  });

  it('keeps line ends, byte-order mark and mode', async () => {
    writeFileSync(path(), `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    chmodSync(path(), 0o640);
    await fix();
    const fixed = readFileSync(path(), 'utf8');
    assert.ok(fixed.startsWith('\uFEFF# Postmortem'));
    assert.match(fixed, /\r\n## Timeline\r\n\r\n- 10:00/);
    assert.ok(!/[^\r]\n/.test(fixed));
    assert.equal(statSync(path()).mode & 0o777, 0o640);
  });

  it('replaces the target of a link, not the link', async () => {
    symlinkSync('postmortems/parcels.md', join(folder.path, 'latest.md'));
    assert.equal((await fix('latest.md', '--template', 'classic')).code, 0);
    assert.equal(readlinkSync(join(folder.path, 'latest.md')), 'postmortems/parcels.md');
    assert.ok(lstatSync(path()).isFile());
    assert.match(readFileSync(path(), 'utf8'), /## Timeline/);
  });

  it('leaves a file alone that is not all UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a])]);
    writeFileSync(path(), bytes);
    const {code, err} = await fix();
    assert.equal(code, 2);
    assert.equal(err, 'postmortem: postmortems/parcels.md: is not all UTF-8 and is left as it is\n');
    assert.deepEqual(readFileSync(path()), bytes);
  });

  it('leaves files alone whose configuration is broken', async () => {
    folder.write('.postmortem.yaml', 'template: [\n');
    const {code, err} = await fix();
    assert.equal(code, 2);
    assert.match(err, /parcels\.md: is left as it is, because its configuration is broken\n$/);
    assert.equal(readFileSync(path(), 'utf8'), text);
  });

  it('mends standard input to standard output', async () => {
    const filter = (input: string, ...args: string[]) =>
      postmortem(folder.path, ['fix', '--stdin-path', 'postmortems/new.md', ...args, '-'], {input});
    const {code, out, err} = await filter(text);
    await fix();
    assert.deepEqual({code, err, out}, {code: 0, err: '', out: readFileSync(path(), 'utf8')});
    assert.deepEqual(await filter(out), {code: 0, err: '', out});
    const dry = await filter(text, '-n');
    assert.equal(dry.code, 1);
    assert.equal(applyPatch(text, dry.out), out);
    assert.deepEqual(await postmortem(folder.path, ['fix', '-'], {input: '# Tool\n'}), {
      code: 0,
      err: '',
      out: '# Tool\n',
    });
    assert.equal((await filter(text, 'README.md')).code, 2);
  });

  it('bears two runs at once', async () => {
    const runs = await Promise.all([fix(), fix(), fix()]);
    for (const {code, err} of runs) assert.deepEqual({code, err}, {code: 0, err: ''});
    assert.match(readFileSync(path(), 'utf8'), /## Timeline/);
    assert.deepEqual(readdirSync(join(folder.path, 'postmortems')), ['parcels.md']);
  });
});

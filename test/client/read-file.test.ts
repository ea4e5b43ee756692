import assert from 'node:assert/strict';
import {URI} from 'vscode-uri';
import {readWithin} from '../../client/read-file.ts';

const [file, folder, link] = [1, 2, 64];

/** What is there, by path. What lies behind a link is there, too, as every file system has it. */
const types: Readonly<Record<string, number>> = {
  '/': folder,
  '/repository': folder | link,
  '/repository/docs': folder,
  '/repository/docs/ours.md': file,
  '/repository/docs/linked.md': file | link,
  '/repository/docs/dangling.md': link,
  '/repository/docs/pipe.md': 0,
  '/repository/docs/linked': folder | link,
  '/repository/docs/linked/secret.md': file,
  '/repository/docs/linked/deep': folder,
  '/repository/docs/linked/deep/secret.md': file,
  '/repository/docs/linked\\secret.md': file,
  '/repository/large.md': file,
  '/repository-2': folder,
  '/repository-2/secret.md': file,
  '/secret.md': file,
};

/** A file system of which each file says its own path, and that notes what is read. */
class VirtualFiles {
  readonly asked: string[] = [];
  readonly read: string[] = [];

  async stat({path}: URI) {
    this.asked.push(path);
    const type = types[path];
    if (type === undefined) throw new Error('not found');
    return {type, size: path.includes('large') ? 1_000_001 : path.length, ctime: 0, mtime: 0};
  }

  async readFile({path}: URI) {
    this.read.push(path);
    return new TextEncoder().encode(path);
  }
}

describe('A file that is read through the editor', () => {
  let files: VirtualFiles;
  beforeEach(() => {
    files = new VirtualFiles();
  });
  const read = (path: string, within = '/repository', host = 'vfs://host') =>
    readWithin(files, URI.parse('vfs://host').with({path}), URI.parse(host).with({path: within}));

  it('is read below a folder that may be a link itself', async () => {
    assert.equal(await read('/repository/docs/ours.md'), '/repository/docs/ours.md');
    assert.equal(await read('/repository/docs/ours.md', '/repository/docs/'), '/repository/docs/ours.md');
    assert.equal(await read('/repository/docs/ours.md', '/repository/docs'), '/repository/docs/ours.md');
    assert.equal(await read('/secret.md', '/'), '/secret.md');
  });

  for (const [what, path] of [
    ['a symbolic link', '/repository/docs/linked.md'],
    ['a link that leads nowhere', '/repository/docs/dangling.md'],
    ['behind a linked folder', '/repository/docs/linked/secret.md'],
    ['deep behind a linked folder', '/repository/docs/linked/deep/secret.md'],
    ['behind one, with the slashes of Windows', '/repository/docs/linked\\secret.md'],
    ['outside by dots', '/repository/docs/../../secret.md'],
    ['outside by dots, with the slashes of Windows', '/repository/..\\secret.md'],
    ['outside, in a folder whose name begins alike', '/repository-2/secret.md'],
    ['a folder', '/repository/docs'],
    ['the folder itself', '/repository'],
    ['a pipe', '/repository/docs/pipe.md'],
    ['not there', '/repository/docs/theirs.md'],
    ['larger than a megabyte', '/repository/large.md'],
  ] as const)
    it(`is not read when it is ${what}`, async () => {
      assert.equal(await read(path), null);
      assert.deepEqual(files.read, []);
    });

  it('is not read when the folder lies in another file system', async () => {
    assert.equal(await read('/repository/docs/ours.md', '/repository', 'vfs://other'), null);
    assert.equal(await read('/repository/docs/ours.md', '/repository', 'file://host'), null);
    assert.deepEqual(files.asked, []);
  });

  it('is asked for once where it is not there, as most are', async () => {
    await read('/repository/docs/deep/deeper/theirs.md');
    assert.equal(files.asked.length, 1);
  });
});

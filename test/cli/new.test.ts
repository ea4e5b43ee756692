import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {TestFolder} from '../protocol/client.ts';
import {postmortem} from './process.ts';

describe('postmortem new', () => {
  let folder: TestFolder;
  afterEach(() => folder.dispose());
  const begin = (...args: string[]) => postmortem(folder.path, ['new', ...args]);
  const written = (path: string) => readFileSync(join(folder.path, path), 'utf8');

  it('writes the scaffold where most postmortems lie', async () => {
    const entry = '# Postmortem: x\n\n## Issue Summary\n';
    folder = new TestFolder({
      'docs/postmortems/a.md': entry,
      'docs/postmortems/b.md': entry,
      'incidents/2024-01-01/README.md': entry,
      'README.md': '# Tool\n',
    });
    const {code, out, err} = await begin('--date', '2024-03-05', 'Checkout', 'is slow');
    assert.deepEqual({code, out, err}, {code: 0, out: 'docs/postmortems/2024-03-05-checkout-is-slow.md\n', err: ''});
    assert.ok(
      written('docs/postmortems/2024-03-05-checkout-is-slow.md').startsWith('# Postmortem: Checkout is slow\n'),
    );
  });

  it('names the day itself', async () => {
    folder = new TestFolder({});
    const {out} = await begin('No', 'mail');
    assert.match(out, /^postmortems[\\/]\d{4}-\d\d-\d\d-no-mail\.md\n$/);
  });

  it('takes the template that is named, or that is configured', async () => {
    folder = new TestFolder({
      '.postmortem.yaml': 'template: team.md\n',
      'team.md': '# {{ title }}\n\n## Who\n\n## Why\n',
    });
    assert.equal(
      (await begin('-o', '-', 'No mail')).out,
      '---\ntemplate: team.md\n---\n\n# No mail\n\n## Who\n\n## Why\n',
    );
    assert.match((await begin('-o', '-', '-t', 'google-sre', 'No mail')).out, /\n## Root Causes\n/);
    assert.match((await begin('-o', '-', '-t', './team.md', 'No mail')).out, /\n## Who\n/);
    folder.dispose();
    folder = new TestFolder({});
    // It is recognised by its titles, wherever it lies.
    assert.match((await begin('-o', '-', 'No mail')).out, /^# Postmortem: No mail\n/);
  });

  it('writes to the file or folder that is named, and overwrites nothing', async () => {
    folder = new TestFolder({'there.md': 'mine'});
    assert.equal((await begin('-o', 'a/b', '--date', '2024-03-05', 'No mail')).code, 0);
    assert.deepEqual(readdirSync(join(folder.path, 'a/b')), ['2024-03-05-no-mail.md']);
    assert.equal((await begin('-o', 'c.md', 'No mail')).out, 'c.md\n');
    assert.deepEqual(await begin('-o', 'there.md', 'No mail'), {
      code: 2,
      out: '',
      err: 'postmortem: there.md: exists already\n',
    });
    assert.equal(written('there.md'), 'mine');
  });

  it('takes a path with an extension for a file, and one without, or with a slash at its end, for a folder', async () => {
    folder = new TestFolder({});
    mkdirSync(join(folder.path, 'old.d'));
    const place = async (output: string) =>
      (await begin('-o', output, '--date', '2024-03-05', 'No mail')).out.trim().replaceAll('\\', '/');
    assert.equal(await place('docs/x.txt'), 'docs/x.txt');
    assert.equal(await place('docs/x.d/'), 'docs/x.d/2024-03-05-no-mail.md');
    assert.equal(await place('old.d'), 'old.d/2024-03-05-no-mail.md');
    assert.equal(await place('v1.2'), 'v1.2/2024-03-05-no-mail.md');
    assert.equal(await place('.incidents'), '.incidents/2024-03-05-no-mail.md');
    assert.match((await begin('--help')).out, /PATH with an extension is a file/);
  });

  it('says what keeps it from writing', async () => {
    folder = new TestFolder({'there.md': 'mine'});
    for (const output of ['there.md/x.md', 'there.md/a/x.md']) {
      const {code, err} = await begin('-o', output, 'No mail');
      assert.deepEqual([code, err], [2, `postmortem: ${output}: cannot be written: a part of the path is no folder\n`]);
    }
  });

  it('says what it needs', async () => {
    folder = new TestFolder({});
    const mistakes = [[], ['--date', '2024-02-31', 'x'], ['--date', 'today', 'x'], ['-t', 'clasic', 'x']];
    for (const args of mistakes) {
      const {code, err} = await begin(...args);
      assert.equal(code, 2, err);
      assert.match(err, /^postmortem new: .*\nTry 'postmortem new --help'\.\n$/);
    }
    assert.deepEqual(readdirSync(folder.path), []);
  });
});

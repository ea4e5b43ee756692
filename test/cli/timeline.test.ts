import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {TestFolder} from '../protocol/client.ts';
import {postmortem} from './process.ts';

const text = `# Postmortem: no hot water

## Timeline

- 06:10 UTC - The boiler goes out.
- 07:00 UTC - A guest calls.
- 08:30 UTC - It burns again.
`;

describe('postmortem timeline', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = new TestFolder({'postmortems/water.md': text, 'postmortems/air.md': '# Postmortem: no air\n'});
  });
  afterEach(() => folder.dispose());
  const draw = (...args: string[]) => postmortem(folder.path, ['timeline', ...args]);

  it('draws an image to standard output or a file', async () => {
    const {code, out, err} = await draw('postmortems/water.md');
    assert.deepEqual({code, err}, {code: 0, err: ''});
    assert.match(out, /^<svg xmlns=.*Timeline: no hot water.*<\/svg>\n$/s);
    assert.deepEqual(await draw('-o', 'water.svg', 'postmortems/water.md'), {code: 0, out: '', err: ''});
    assert.equal(readFileSync(join(folder.path, 'water.svg'), 'utf8'), out);
  });

  it('draws to a file again, and to standard output for -', async () => {
    folder.write('water.svg', 'an older picture');
    assert.equal((await draw('-o', 'water.svg', 'postmortems/water.md')).code, 0);
    const {out} = await draw('-o', '-', 'postmortems/water.md');
    assert.equal(readFileSync(join(folder.path, 'water.svg'), 'utf8'), out);
    assert.ok(!existsSync(join(folder.path, '-')));
    assert.match((await draw('--help')).out, /--output is overwritten/);
  });

  it('names the file that it cannot write', async () => {
    assert.deepEqual(await draw('-o', 'nodir/water.svg', 'postmortems/water.md'), {
      code: 2,
      out: '',
      err: 'postmortem: nodir/water.svg: cannot be written: there is no such file or folder\n',
    });
  });

  it('does not draw over the postmortem', async () => {
    const {code, err} = await draw('-o', './postmortems/water.md', 'postmortems/water.md');
    assert.equal(code, 2);
    assert.match(err, /^postmortem timeline: '\.\/postmortems\/water\.md' is the postmortem itself: /);
    assert.equal(readFileSync(join(folder.path, 'postmortems/water.md'), 'utf8'), text);
  });

  it('says when there is nothing to draw', async () => {
    const {code, err} = await draw('postmortems/air.md');
    assert.equal(code, 1);
    assert.equal(err, 'postmortem: postmortems/air.md: has no timeline with at least two times\n');
  });

  it('says when it cannot read, or knows not what', async () => {
    assert.equal((await draw('postmortems/fire.md')).code, 2);
    assert.equal((await draw()).code, 2);
  });
});

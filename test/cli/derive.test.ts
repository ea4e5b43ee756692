import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {loadTemplate} from '../../server/templates/load.ts';
import {TestFolder} from '../protocol/client.ts';
import {postmortem} from './process.ts';

const entry = (what: string) => `# ${what}\n\n## Damage\n\n${what}\n\n## Story\n\n- 10:00 UTC - ${what}\n`;

describe('postmortem derive', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = new TestFolder({'log/a.md': entry('no mail'), 'log/b.md': entry('no logs'), 'notes.txt': 'x'});
  });
  afterEach(() => folder.dispose());
  const derive = (...args: string[]) => postmortem(folder.path, ['derive', ...args]);

  it('prints the template that documents share', async () => {
    const {code, out, err} = await derive('--name', 'Ops log', 'log');
    assert.equal(code, 0, err);
    assert.equal((await derive('--name', 'Ops log', '-o', '-', 'log')).out, out);
    assert.equal(
      out,
      '---\nid: ops-log\nname: Ops log\ndescription: Derived from 2 documents.\n---\n\n# {{ title }}\n\n## Damage\n\n## Story\n',
    );
  });

  it('writes it to a file, under which the documents are complete', async () => {
    assert.equal((await derive('-o', 'docs/ops-log.md', 'log/a.md', 'log/b.md')).code, 0);
    const {template, problems} = loadTemplate(readFileSync(join(folder.path, 'docs/ops-log.md'), 'utf8'));
    assert.deepEqual(problems, []);
    assert.equal(template.name, 'ops log');
    const {code, out} = await postmortem(folder.path, ['check', '-t', 'docs/ops-log.md', 'log']);
    assert.ok(!out.includes('missing-section'), `${code} ${out}`);
    const again = await derive('-o', 'docs/ops-log.md', 'log');
    assert.deepEqual([again.code, again.err], [2, 'postmortem: docs/ops-log.md: exists already\n']);
  });

  it('says what it needs', async () => {
    assert.match((await derive()).err, /^postmortem derive: which postmortems\? Name files or folders\n/);
    const {code, err} = await derive('log', 'no-such-file.md');
    assert.equal(code, 2);
    assert.match(err, /no-such-file\.md/);
  });
});

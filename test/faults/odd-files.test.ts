import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {chmodSync, cpSync, mkdtempSync, rmSync, symlinkSync, truncateSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {DocumentReport} from '../../server/protocol.ts';
import {postmortem} from '../cli/process.ts';
import {modern, TestClient, TestFolder} from '../protocol/client.ts';
import {codesOf, draft} from '../protocol/document.ts';

const isRoot = process.getuid?.() === 0;
/** Root may do everything: then it is someone else who runs the server. */
const nobody = isRoot ? {uid: 65_534, gid: 65_534} : {};

(process.platform === 'win32' ? describe.skip : describe)('files that are odd', () => {
  let folder: TestFolder;
  let client: TestClient;
  let uri: string;
  beforeEach(() => {
    folder = new TestFolder({'postmortems/mail.md': draft});
    mode('.', 0o755);
    uri = folder.uriOf('postmortems/mail.md');
  });
  afterEach(() => {
    client.dispose();
    folder.dispose();
  });

  const path = (name: string) => join(folder.path, name);
  const mode = (name: string, bits: number) => chmodSync(path(name), bits);
  const codes = async () => codesOf(await client.diagnostics(uri));
  const problems = async () => (await client.request<DocumentReport>('postmortem/report', {uri})).problems.join('\n');
  const changed = (name: string) =>
    client.notify('workspace/didChangeWatchedFiles', {changes: [{uri: folder.uriOf(name), type: 2}]});
  const begin = async () => {
    await client.initialize(modern, {workspaceFolders: [{uri: folder.uri, name: 'x'}]});
    await client.open(uri, draft);
  };

  describe('and may not be read by the server', () => {
    /** Where the server can be read by everyone, which cannot be said of the folder of the project. */
    let program: string;
    before(() => {
      program = mkdtempSync(join(tmpdir(), 'program-'));
      cpSync('dist', join(program, 'dist'), {recursive: true, filter: name => !name.endsWith('.map')});
      chmodSync(program, 0o755);
    });
    after(() => rmSync(program, {recursive: true}));
    beforeEach(() => {
      client = new TestClient([join(program, 'dist/server.cjs'), '--stdio'], nobody);
    });

    it('a configuration: the defaults hold, until it may be read', async () => {
      folder.write('.postmortem.yaml', 'rules: {missing-section: off}\n');
      mode('.postmortem.yaml', 0);
      await begin();
      assert.match(await problems(), /^\.postmortem\.yaml:?.* cannot be read: .*permission denied/);
      assert.ok((await codes()).includes('missing-section'));
      mode('.postmortem.yaml', 0o644);
      await changed('.postmortem.yaml');
      assert.ok(!(await codes()).includes('missing-section'));
      assert.equal(await problems(), '');
    });

    it('a template, or the folder that it lies in', async () => {
      folder.write('.postmortem.yaml', 'template: docs/ours.md\n');
      folder.write('docs/ours.md', '# Title\n\n## What broke\n\n## Since when\n');
      for (const [name, open] of [
        ['docs/ours.md', 0o644],
        ['docs', 0o755],
      ] as const) {
        mode(name, 0);
        client.dispose();
        client = new TestClient([join(program, 'dist/server.cjs'), '--stdio'], nobody);
        await begin();
        assert.match(await problems(), /The template 'docs\/ours\.md' cannot be read: .*permission denied/, name);
        assert.ok((await codes()).length > 0);
        mode(name, open);
        await changed('docs/ours.md');
        assert.equal(await problems(), '', name);
      }
    });

    it('the workspace folder: open documents are judged all the same', async () => {
      folder.write('.postmortem.yaml', 'rules: {missing-section: off}\n');
      mode('.', 0);
      await begin();
      assert.ok((await codes()).includes('missing-section'));
      assert.match(await problems(), /cannot be read: .*permission denied/);
      mode('.', 0o755);
      assert.equal(await client.shutdown(), 0);
    });
  });

  describe('and are no files', () => {
    beforeEach(() => {
      client = new TestClient();
    });

    const pipe = (name: string) => execFileSync('sh', ['-c', `mkfifo '${path(name)}'`]);

    it('larger than what is read: the command line says so and reads on', async () => {
      folder.write('postmortems/mail.md', draft);
      folder.write('postmortems/huge.md', '');
      truncateSync(path('postmortems/huge.md'), 65 * 2 ** 20);
      const {code, out, err} = await postmortem(folder.path, ['check']);
      assert.equal(code, 2);
      assert.ok(out.includes('postmortems/mail.md'));
      assert.match(err, /huge\.md: is larger than 64 MiB and is not read/);
    });

    it('pipes that nobody writes to: nobody waits for them', async () => {
      folder.write('team/postmortems/mail.md', draft);
      pipe('.postmortem.yaml');
      pipe('postmortems/pipe.md');
      pipe('team/.postmortem.yml');
      pipe('team/template.md');
      folder.write('.postmortem.yml', 'template: team/template.md\n');
      await begin();
      assert.ok((await codes()).length > 0);
      assert.match(await problems(), /There is no template 'team\/template\.md'/);
      const {code, out} = await postmortem(folder.path, ['check']);
      assert.equal(code, 2);
      assert.ok(out.includes('postmortems/mail.md') && !out.includes('pipe.md'));
    });

    it('devices without end behind a link: they are not read', async () => {
      symlinkSync('/dev/zero', path('.postmortem.yaml'));
      symlinkSync('/dev/zero', path('postmortems/template.md'));
      symlinkSync('/dev/zero', path('postmortems/zero.md'));
      await begin();
      assert.ok((await codes()).includes('missing-section'));
      assert.deepEqual(
        (await client.request<readonly {offered?: boolean}[]>('postmortem/templates', {uri})).filter(
          each => each.offered,
        ),
        [],
      );
      assert.equal((await postmortem(folder.path, ['check'])).code, 1);
    });

    it('templates and folders that are links in circles', async () => {
      folder.write('.postmortem.yaml', 'template: docs/ours.md\n');
      symlinkSync('there', path('docs'));
      symlinkSync('docs', path('there'));
      symlinkSync('..', path('postmortems/up'));
      await begin();
      assert.match(await problems(), /The template 'docs\/ours\.md' cannot be read: .*too many symbolic links/);
      assert.ok((await codes()).length > 0);
      rmSync(path('docs'));
      folder.write('docs/ours.md', '# Title\n\n## What broke\n\n## Since when\n');
      await changed('docs/ours.md');
      assert.equal(await problems(), '');
      const again = folder.uriOf('postmortems/up/postmortems/up/postmortems/mail.md');
      await client.open(again, draft);
      assert.deepEqual(codesOf(await client.diagnostics(again)), await codes());
    });
  });
});

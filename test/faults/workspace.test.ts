import assert from 'node:assert/strict';
import {mkdirSync, renameSync, rmSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import type {DocumentReport} from '../../server/protocol.ts';
import {modern, TestClient, TestFolder} from '../protocol/client.ts';
import {codesOf, draft} from '../protocol/document.ts';

describe('the server, when files go away', () => {
  let client: TestClient;
  let folder: TestFolder;
  let uri: string;
  beforeEach(async () => {
    client = new TestClient();
    folder = new TestFolder({'postmortems/mail.md': draft, '.postmortem.yaml': 'rules: {missing-section: off}\n'});
    uri = folder.uriOf('postmortems/mail.md');
    await client.initialize(modern, {workspaceFolders: [{uri: folder.uri, name: 'x'}]});
    await client.open(uri, draft);
    assert.ok(!(await codes()).includes('missing-section'));
  });
  afterEach(() => {
    client.dispose();
    folder.dispose();
  });

  const codes = async () => codesOf(await client.diagnostics(uri));
  const problems = async () => (await client.request<DocumentReport>('postmortem/report', {uri})).problems;
  const path = (name: string) => join(folder.path, name);
  /** Tells that a file changed as an editor does, and waits until the server has looked. */
  const changed = async (name: string, type: 1 | 2 | 3) => {
    await client.notify('workspace/didChangeWatchedFiles', {changes: [{uri: folder.uriOf(name), type}]});
  };

  it('goes on with open documents when their workspace folder is removed, from the disk or from the workspace', async () => {
    rmSync(folder.path, {recursive: true});
    assert.ok(!(await codes()).includes('missing-section'), 'what was read stays in force until the editor tells');
    await changed('.postmortem.yaml', 3);
    assert.ok((await codes()).includes('missing-section'));
    await client.change(uri, 2, {text: `${draft}\nMore.\n`});
    assert.deepEqual(await problems(), []);
    const event = {added: [], removed: [{uri: folder.uri, name: 'x'}]};
    await client.notify('workspace/didChangeWorkspaceFolders', {event});
    assert.ok((await codes()).includes('unmarked-section'));
    assert.equal(await client.shutdown(), 0);
  });

  it('has the defaults when the configuration becomes a folder, and its own when it is a file again', async () => {
    rmSync(path('.postmortem.yaml'));
    mkdirSync(path('.postmortem.yaml'));
    await changed('.postmortem.yaml', 1);
    assert.ok((await codes()).includes('missing-section'));
    rmSync(path('.postmortem.yaml'), {recursive: true});
    folder.write('.postmortem.yaml', 'rules: {unmarked-section: off}\n');
    await changed('.postmortem.yaml', 1);
    assert.ok(!(await codes()).includes('unmarked-section'));
  });

  it('says so when the configuration is a link in circles', async () => {
    rmSync(path('.postmortem.yaml'));
    symlinkSync('.postmortem.yml', path('.postmortem.yaml'));
    symlinkSync('.postmortem.yaml', path('.postmortem.yml'));
    await changed('.postmortem.yaml', 2);
    assert.ok((await codes()).includes('missing-section'));
    assert.match((await problems()).join(), /^\.postmortem\.yaml: cannot be read: /);
  });

  it('says so while the template is gone, and takes it when it is back', async () => {
    folder.write('.postmortem.yaml', 'template: docs/ours.md\n');
    folder.write('docs/ours.md', '# Title\n\n## What broke\n');
    await changed('.postmortem.yaml', 2);
    const template = async () => (await client.request<DocumentReport>('postmortem/report', {uri})).template.id;
    assert.equal(await template(), 'ours');
    renameSync(path('docs'), path('old'));
    await changed('docs/ours.md', 3);
    assert.deepEqual(await problems(), [".postmortem.yaml: There is no template 'docs/ours.md'"]);
    assert.equal(await template(), 'classic');
    renameSync(path('old'), path('docs'));
    await changed('docs/ours.md', 1);
    assert.deepEqual(await problems(), []);
    assert.equal(await template(), 'ours');
  });

  it('follows a document that is renamed, into another configuration and out of the workspace', async () => {
    folder.write('team/.postmortem.yaml', 'rules: {unmarked-section: off}\n');
    const move = async (to: string) => {
      await client.close(uri);
      uri = to;
      await client.open(uri, draft);
    };
    await move(folder.uriOf('team/postmortems/mail.md'));
    assert.ok(!(await codes()).includes('unmarked-section'));
    assert.ok((await codes()).includes('missing-section'));
    await move('file:///nowhere/postmortems/mail.md');
    assert.ok((await codes()).includes('unmarked-section'));
    await move('untitled:mail.md');
    assert.deepEqual(await codes(), []);
  });
});

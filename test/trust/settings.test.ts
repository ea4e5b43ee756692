import assert from 'node:assert/strict';
import {symlinkSync} from 'node:fs';
import {join} from 'node:path';
import type {DocumentReport} from '../../server/protocol.ts';
import {modern, plain, TestClient, TestFolder} from '../protocol/client.ts';
import {draft} from '../protocol/document.ts';
import {secret, secretTemplate, waysOut} from './ways-out.ts';

/** Editors take settings from the repository, too: from its `.vscode/settings.json`. */
describe("settings of a stranger's workspace", () => {
  let outside: TestFolder;
  let client: TestClient;
  beforeEach(() => {
    outside = new TestFolder({
      'secret.md': secretTemplate,
      'repository/postmortems/mail.md': draft,
      'repository/docs/ours.md': '# Title\n\n## What broke\n\n## Since when\n',
    });
    symlinkSync('../secret.md', join(outside.path, 'repository/link.md'));
    symlinkSync('..', join(outside.path, 'repository/linked'));
    client = new TestClient();
  });
  afterEach(() => {
    client.dispose();
    outside.dispose();
  });

  const folders = () => ({workspaceFolders: [{uri: outside.uriOf('repository'), name: 'x'}]});
  const uri = () => outside.uriOf('repository/postmortems/mail.md');
  const report = () => client.request<DocumentReport>('postmortem/report', {uri: uri()});
  const ways = () => Object.entries(waysOut).map(([name, way]) => [name, way(outside.path)] as const);

  /** All that is told of the document, and of a new one under the template. */
  async function said(template: string): Promise<string> {
    const started = {uri: uri(), template, title: 'x', date: '2024-05-09'};
    const answers = [
      await report(),
      await client.diagnostics(uri()),
      await client.request('postmortem/templates', {uri: uri()}),
      await client.request('postmortem/new', started),
      await client.request('postmortem/changeTemplate', {uri: uri(), template}),
    ];
    return JSON.stringify(answers);
  }

  it('name a template within the workspace', async () => {
    client.settings = {template: 'docs/ours.md'};
    await client.initialize(modern, folders());
    await client.open(uri(), draft);
    assert.equal((await report()).template.id, 'ours');
  });

  it('that the server asks for name none outside of it', async () => {
    await client.initialize(modern, folders());
    await client.open(uri(), draft);
    for (const [name, path] of ways()) {
      for (const settings of [
        {template: path},
        {templates: {'**/*.md': path}},
        {template: path, files: ['/**', '../**']},
      ]) {
        client.settings = settings;
        await client.notify('workspace/didChangeConfiguration', {settings: null});
        assert.ok(!(await said(path)).includes(secret), name);
        const {problems, template} = await report();
        assert.match(problems.join(), /is not read|There is no template|cannot be read/, name);
        assert.equal(template.id, 'classic', name);
      }
    }
  }).timeout(60_000);

  it('that the client sends by itself name none, at the beginning or later', async () => {
    const uriOf = (index: number) => outside.uriOf(`repository/postmortems/${index}-mail.md`);
    const templates = Object.fromEntries(ways().map(([, path], index) => [`postmortems/${index}-*.md`, path]));
    const capabilities = {...plain, textDocument: {diagnostic: {}}};
    await client.initialize(capabilities, {...folders(), initializationOptions: {templates}});
    for (const [index, [name, path]] of ways().entries()) {
      await client.open(uriOf(index), draft);
      const first = await client.request<DocumentReport>('postmortem/report', {uri: uriOf(index)});
      await client.notify('workspace/didChangeConfiguration', {settings: {postmortem: {template: path}}});
      const second = await client.request<DocumentReport>('postmortem/report', {uri: uriOf(index)});
      await client.notify('workspace/didChangeConfiguration', {settings: {postmortem: {}}});
      assert.ok(!JSON.stringify([first, second]).includes(secret), name);
      for (const {template, problems} of [first, second])
        assert.ok(template.id === 'classic' && problems.length > 0, `${name}: ${problems}`);
    }
  }).timeout(30_000);

  it('change no object, whatever they are called', async () => {
    const hostile = JSON.parse(
      '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "rules": {"__proto__": "off", "toString": "off"}, "templates": {"__proto__": "classic", "constructor": "classic"}, "requirements": {"__proto__": false, "hasOwnProperty": false}, "words": {"__proto__": 1}}',
    );
    client.settings = hostile;
    await client.initialize(modern, {...folders(), initializationOptions: hostile});
    await client.open(uri(), draft);
    await client.notify('workspace/didChangeConfiguration', {settings: {postmortem: hostile}});
    const {template} = await report();
    assert.equal(template.id, 'classic');
    assert.ok((await client.diagnostics(uri())).some(({code}) => code === 'missing-section'));
    assert.ok(!JSON.stringify(await report()).includes('polluted'));
  });
});

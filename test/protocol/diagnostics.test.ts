import assert from 'node:assert/strict';
import {modern, plain, TestClient} from './client.ts';
import {codesOf, draft, everything, uri} from './document.ts';

describe('server: diagnostics', () => {
  let client: TestClient;
  beforeEach(() => {
    client = new TestClient();
  });
  afterEach(() => client.dispose());

  it('are pulled by clients that can, and never sent to them', async () => {
    const {capabilities} = await client.initialize(modern);
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'postmortem',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    await client.open(uri, draft);
    const diagnostics = await client.diagnostics(uri);
    assert.ok(codesOf(diagnostics).includes('missing-section'));
    await client.change(uri, 2, {range: {start: {line: 0, character: 0}, end: {line: 0, character: 0}}, text: 'x'});
    await client.diagnostics(uri);
    assert.deepEqual(client.allPublished, []);
  });

  it('are sent to clients that do not pull, for every version and once more when it is closed', async () => {
    const {capabilities} = await client.initialize(plain);
    assert.equal(capabilities.diagnosticProvider, undefined);
    await client.open(uri, draft);
    assert.ok(codesOf(await client.published(uri, 1)).includes('unmarked-section'));
    const line = {start: {line: 2, character: 0}, end: {line: 2, character: 9}};
    await client.change(uri, 2, {range: line, text: '## Timeline\n'});
    assert.ok(!codesOf(await client.published(uri, 2)).includes('unmarked-section'));
    await client.close(uri);
    assert.deepEqual(await client.published(uri, undefined), []);
  });

  it('of a long document keep nobody waiting who asks about another', async () => {
    await client.initialize({textDocument: {diagnostic: {}}});
    const long = `${draft}\n${'Some *words* with `code` and [links](https://example.com) in them.\n\n'.repeat(1500)}`;
    await client.open('file:///long/postmortem.md', long);
    await client.open(uri, draft);
    const answered: string[] = [];
    const ask = async (of: string) => {
      await client.diagnostics(of);
      answered.push(of);
    };
    await Promise.all([ask('file:///long/postmortem.md'), ask(uri)]);
    assert.deepEqual(answered, [uri, 'file:///long/postmortem.md']);
  });

  it('of a long document are those of its last version, however often it was changed while it was read', async () => {
    await client.initialize(plain);
    const long = `${draft}\n${'Some *words* with `code` in them.\n\n'.repeat(1500)}`;
    await client.open(uri, long);
    await client.change(uri, 2, {text: `${long}## Timeline\n`});
    await client.change(uri, 3, {text: `${long}<<<<<<< ours\n`});
    assert.deepEqual(codesOf(await client.published(uri, 3)), ['merge-conflict']);
    assert.ok(client.allPublished.every(({version}) => version === 3));
  });

  it('have severity, code, documentation and source', async () => {
    await client.initialize(modern);
    await client.open(uri, draft);
    for (const {severity, code, codeDescription, source, message} of await client.diagnostics(uri)) {
      assert.ok(severity);
      assert.equal(source, 'postmortem');
      assert.match(String(message), /^\S.*[^.]$/);
      assert.match(codeDescription?.href ?? '', new RegExp(`^https://.*/rules/${code}\\.md$`));
    }
  });

  it('are said to be unchanged as long as neither text nor settings changed', async () => {
    await client.initialize(modern);
    await client.open(uri, draft);
    const first = await client.pull(uri);
    assert.equal((await client.pull(uri, first.resultId)).kind, 'unchanged');
    await client.change(uri, 2, {text: `${draft}\n`});
    const second = await client.pull(uri, first.resultId);
    assert.equal(second.kind, 'full');
    client.settings = {rules: {'missing-section': 'off'}};
    await client.notify('workspace/didChangeConfiguration', {settings: null});
    assert.equal((await client.pull(uri, second.resultId)).kind, 'full');
  });

  it('come once for a flood of changes', async () => {
    await client.initialize(plain);
    await client.open(uri, draft);
    await client.published(uri, 1);
    const at = {start: {line: 4, character: 0}, end: {line: 4, character: 0}};
    for (let version = 2; version <= 500; version++) void client.change(uri, version, {range: at, text: 'a'});
    await client.published(uri, 500);
    assert.ok(client.allPublished.length < 100, `${client.allPublished.length} times`);
  });

  it('are nothing for files that are no postmortems', async () => {
    await client.initialize(modern);
    const readme = 'file:///somewhere/README.md';
    await client.open(readme, '# A tool\n\nInstall it with npm.\n\n## Timeline\n\nNext year.\n');
    assert.deepEqual(await client.diagnostics(readme), []);
    assert.equal(await client.request('postmortem/report', {uri: readme}), null);
    assert.deepEqual(await client.actions(readme, everything), []);
    const script = 'file:///somewhere/postmortems/count.py';
    await client.open(script, draft, 'python');
    assert.deepEqual(await client.diagnostics(script), []);
    assert.deepEqual(await client.diagnostics('file:///somewhere/postmortems/never-opened.md'), []);
  });
});

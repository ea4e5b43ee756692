import assert from 'node:assert/strict';
import {type FullDocumentDiagnosticReport, LSPErrorCodes} from 'vscode-languageserver/node';
import {modern, plain, TestClient, TestFolder} from './client.ts';
import {codesOf, draft, uri} from './document.ts';
import {framed, RawSession} from './raw-session.ts';

describe('server: configuration', () => {
  let client: TestClient;
  let folder: TestFolder;
  beforeEach(() => {
    client = new TestClient();
    folder = new TestFolder();
  });
  afterEach(() => {
    client.dispose();
    folder.dispose();
  });
  const inFolder = (more: object = {}) => ({workspaceFolders: [{uri: folder.uri, name: 'x'}], ...more});

  it('comes from the editor, when it changes', async () => {
    await client.initialize(modern);
    await client.open(uri, draft);
    assert.ok(codesOf(await client.diagnostics(uri)).includes('word-count'));
    await client.received('client/registerCapability', 2);
    assert.deepEqual(client.registered.sort(), ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
    client.settings = {rules: {'word-count': 'off'}};
    await client.notify('workspace/didChangeConfiguration', {settings: null});
    await client.received('workspace/diagnostic/refresh');
    assert.ok(!codesOf(await client.diagnostics(uri)).includes('word-count'));
  });

  it('changes all that is shown, where the editor may be asked to show it anew', async () => {
    const refreshSupport = true;
    const {workspace} = modern;
    await client.initialize({
      ...modern,
      workspace: {...workspace, inlayHint: {refreshSupport}, codeLens: {refreshSupport}},
    });
    await client.open(uri, draft);
    await client.diagnostics(uri);
    await client.notify('workspace/didChangeConfiguration', {settings: null});
    for (const shown of ['diagnostic', 'codeLens', 'inlayHint']) await client.received(`workspace/${shown}/refresh`);
  });

  it('comes with initialize, or with the notification, from clients that are not asked', async () => {
    await client.initialize(plain, {initializationOptions: {rules: {'word-count': 'off'}}});
    await client.open(uri, draft);
    assert.ok(!codesOf(await client.published(uri, 1)).includes('word-count'));
    await client.notify('workspace/didChangeConfiguration', {
      settings: {postmortem: {rules: {'word-count': 'error'}}},
    });
    await client.until(() => client.allPublished.length > 1);
    assert.ok(client.allPublished[1]?.diagnostics.some(({code, severity}) => code === 'word-count' && severity === 1));
  });

  it('comes from the nearest file upwards, which wins', async () => {
    folder.write('.postmortem.yaml', 'rules:\n  missing-section: hint\n');
    folder.write('team/.postmortem.json', '{"rules": {"unmarked-section": "off"}, "words": {"max": 10}}');
    await client.initialize(modern, inFolder());
    client.settings = {rules: {'unmarked-section': 'error'}, words: {max: 1000, min: null}};
    const file = folder.uriOf('team/postmortems/mail.md');
    await client.open(file, draft);
    const diagnostics = await client.diagnostics(file);
    assert.ok(!codesOf(diagnostics).includes('unmarked-section'));
    assert.ok(diagnostics.some(({message}) => String(message).includes('too many')));
    assert.ok(diagnostics.some(({code, severity}) => code === 'missing-section' && severity === 2));
  });

  it('is read again when its file changes', async () => {
    await client.initialize(modern, inFolder());
    const file = folder.uriOf('postmortems/mail.md');
    await client.open(file, draft);
    await client.request('postmortem/report', {uri: file});
    folder.write('.postmortem.yaml', 'exclude: ["postmortems/**"]\n');
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{uri: folder.uriOf('.postmortem.yaml'), type: 1}],
    });
    await client.received('workspace/diagnostic/refresh');
    await client.received('postmortem/refresh');
    assert.deepEqual(await client.diagnostics(file), []);
  });

  it('names a template file, and is read again when that changes', async () => {
    folder.write('.postmortem.yaml', 'template: docs/shape.md\n');
    folder.write('docs/shape.md', '# Title\n\n## What broke\n\n## What we did\n');
    await client.initialize(modern, inFolder());
    const file = folder.uriOf('postmortems/mail.md');
    await client.open(file, draft);
    const missing = async () => (await client.diagnostics(file)).filter(({code}) => code === 'missing-section');
    assert.equal((await missing()).length, 2);
    folder.write('docs/shape.md', '# Title\n\n## What broke\n');
    await client.notify('textDocument/didOpen', {
      textDocument: {uri: folder.uriOf('docs/shape.md'), languageId: 'markdown', version: 1, text: ''},
    });
    await client.notify('textDocument/didSave', {textDocument: {uri: folder.uriOf('docs/shape.md')}});
    await client.received('workspace/diagnostic/refresh');
    assert.equal((await missing()).length, 1);
  });

  it('tells what is wrong in it, there and in the report, and keeps the defaults', async () => {
    const text = 'rulez: {}\nwords:\n  min: many\ntemplate: clasic\n';
    folder.write('.postmortem.yaml', text);
    await client.initialize(modern, inFolder());
    const file = folder.uriOf('.postmortem.yaml');
    await client.open(file, text, 'yaml');
    const found = (await client.diagnostics(file)).map(({message, range}) => [range.start.line, message]);
    assert.deepEqual(found, [
      [0, "Unknown setting 'rulez'; did you mean 'rules'?"],
      [2, "'words.min' must be a whole number, not 'many'"],
      [3, "There is no template 'clasic'; did you mean 'classic'?"],
    ]);
    const postmortem = folder.uriOf('postmortems/mail.md');
    await client.open(postmortem, draft);
    const {problems, configurationFile} = await client.request<{problems: string[]; configurationFile: string}>(
      'postmortem/report',
      {uri: postmortem},
    );
    assert.equal(configurationFile, file);
    assert.equal(problems.length, 3);
    assert.match(problems[0] ?? '', /^\.postmortem\.yaml:1:1: Unknown setting 'rulez'/);
    assert.equal(problems[2], ".postmortem.yaml: There is no template 'clasic'; did you mean 'classic'?");
    assert.ok(codesOf(await client.diagnostics(postmortem)).includes('word-count'));
  });

  it('is told of as it is, where it was closed and opened again while the templates that it names are looked for', async () => {
    // On no disk: the editor reads the files.
    const file = 'memory:/team/.postmortem.yaml';
    client.connection.onRequest('postmortem/readFile', async ({uri: asked}: {uri: string}) => {
      if (!asked.endsWith('/none.md')) return null;
      await client.close(file);
      await client.open(file, 'words: {max: 100}\n', 'yaml');
      // Refused when the two had their turn.
      await assert.rejects(client.request('no/such', {}));
      return null;
    });
    await client.initialize(modern);
    await client.open(file, 'template: docs/none.md\n', 'yaml');
    assert.deepEqual(await client.diagnostics(file), []);
  });

  it('marks the template that a document names and that is not there, and leads to no other file', async () => {
    await client.initialize(modern, inFolder());
    const file = folder.uriOf('postmortems/mail.md');
    await client.open(file, `\uFEFF---\ntitle: Mail\ntemplate:  docs/none.md \n---\n\n${draft}`);
    const marked = async () =>
      (await client.diagnostics(file))
        .filter(({code}) => code === undefined)
        .map(({message, range}) => [message, range]);
    const message = "There is no template 'docs/none.md'";
    const range = {start: {line: 2, character: 11}, end: {line: 2, character: 23}};
    assert.deepEqual(await marked(), [[message, range]]);
    const {problems} = await client.request<{problems: string[]}>('postmortem/report', {uri: file});
    assert.deepEqual(problems, []);
    await client.change(file, 2, {range, text: 'classic'});
    assert.deepEqual(await marked(), []);
  });

  it('follows the workspace folders', async () => {
    folder.write('.postmortem.yaml', 'enable: false\n');
    await client.initialize(modern, {workspaceFolders: []});
    const file = folder.uriOf('deep/postmortems/mail.md');
    await client.open(file, draft);
    assert.deepEqual(await client.diagnostics(file), []);
    const added = [{uri: folder.uriOf('deep'), name: 'deep'}];
    await client.notify('workspace/didChangeWorkspaceFolders', {event: {added, removed: []}});
    assert.ok((await client.diagnostics(file)).length > 0, 'nothing outside of the folder is read');
    await client.notify('workspace/didChangeWorkspaceFolders', {event: {added: [], removed: added}});
    assert.deepEqual(await client.diagnostics(file), []);
  });
});

describe('server: settings that the client does not tell', () => {
  let session: RawSession;
  beforeEach(async () => {
    session = new RawSession();
    await session.initialize(modern);
    const textDocument = {uri, languageId: 'markdown', version: 1, text: draft};
    session.send({method: 'textDocument/didOpen', params: {textDocument}});
  });
  afterEach(() => session.dispose());

  const pull = {method: 'textDocument/diagnostic', params: {textDocument: {uri}}};
  const asked = () => session.until(({method}) => method === 'workspace/configuration');

  it('hold up no request that is taken back, nor what comes behind it', async () => {
    session.send({id: 'waits', ...pull});
    const ids = Array.from({length: 62}, (_, index) => `c${index}`);
    session.write(ids.map(id => framed({id, ...pull})).join(''));
    // One message has its turn after the other: once this is refused all above wait for the settings, and one more may be at work.
    assert.ok((await session.ask('no/such')).error);
    for (let more = 0; more < 10; more++) session.send({id: `m${more}`, ...pull});
    session.write(ids.map(id => framed({method: '$/cancelRequest', params: {id}})).join(''));
    assert.equal((await session.ask('shutdown')).error, undefined);
    for (const id of ids) assert.equal((await session.answer(id)).error?.code, LSPErrorCodes.RequestCancelled);
    assert.ok(!session.received.some(({id}) => id === 'waits'));
  });

  it('are the defaults in the end, until they come', async () => {
    const codes = async () =>
      codesOf(((await session.ask(pull.method, pull.params)).result as FullDocumentDiagnosticReport).items);
    assert.ok((await codes()).includes('word-count'));
    const {id} = await asked();
    session.send({id, result: [{rules: {'word-count': 'off'}}]});
    await session.until(({method}) => method === 'workspace/diagnostic/refresh');
    assert.ok(!(await codes()).includes('word-count'));
    assert.equal(session.received.filter(({method}) => method === 'workspace/configuration').length, 1);
  }).timeout(20_000);
});

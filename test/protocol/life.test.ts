import assert from 'node:assert/strict';
import {ErrorCodes} from 'vscode-languageserver/node';
import {modern, plain, TestClient} from './client.ts';
import {draft, everything, uri} from './document.ts';

describe('server: life', () => {
  let client: TestClient;
  beforeEach(() => {
    client = new TestClient();
  });
  afterEach(() => client.dispose());

  it('ends with exit code 0 after shutdown, 1 without', async () => {
    await client.initialize(plain);
    assert.equal(await client.shutdown(), 0);
    const other = new TestClient();
    await other.initialize(plain);
    const exit = other.exit();
    await other.notify('exit', {});
    assert.equal(await exit, 1);
    other.dispose();
  });

  it('refuses an initialize that makes no sense, and takes the next', async () => {
    const folders = [{uri: 'file:///somewhere', name: 'x'}];
    const odd: readonly object[] = [
      {capabilities: null},
      {capabilities: 7},
      {capabilities: {general: {positionEncodings: 'utf-8'}}},
      {capabilities: {}, rootUri: 7},
      {capabilities: {}, workspaceFolders: folders[0]},
      {capabilities: {}, workspaceFolders: [{name: 'x'}]},
    ];
    for (const params of odd) {
      const refused = client.request('initialize', {processId: null, rootUri: null, ...params});
      await assert.rejects(refused, {code: ErrorCodes.InvalidParams}, JSON.stringify(params));
      await assert.rejects(client.pull(uri), {code: ErrorCodes.ServerNotInitialized});
    }
    // What of it is not understood counts for nothing.
    const strange = {initializationOptions: [7], trace: 'loud', locale: 5, clientInfo: null, workspaceFolders: folders};
    await client.initialize({...modern, workspace: {configuration: false}}, strange as object);
    await client.open(uri, draft);
    assert.ok((await client.diagnostics(uri)).length > 0);
  });

  it('refuses requests before initialize and after shutdown', async () => {
    await assert.rejects(client.pull(uri), {code: ErrorCodes.ServerNotInitialized});
    await client.initialize(modern);
    await assert.rejects(client.initialize(modern), {code: ErrorCodes.InvalidRequest});
    await client.connection.sendRequest('shutdown');
    await assert.rejects(client.pull(uri), {code: ErrorCodes.InvalidRequest});
    await assert.rejects(client.initialize(modern), {code: ErrorCodes.InvalidRequest});
  });

  it('lives on after messages that make no sense', async () => {
    await client.initialize(modern);
    await client.open(uri, draft);
    await client.change(uri, 2, {
      range: {start: {line: -5, character: 900}, end: {line: 4e9, character: -1}},
      text: draft,
    });
    await client.notify('textDocument/didChange', {textDocument: {uri}, contentChanges: [{nonsense: 1}]});
    await client.notify('postmortem/unknown', {});
    await assert.rejects(client.request('postmortem/unknown', {}), {code: ErrorCodes.MethodNotFound});
    await assert.rejects(client.request('textDocument/codeAction', {}));
    await client.notify('workspace/didChangeConfiguration', {settings: 17});
    assert.ok((await client.diagnostics(uri)).length > 0);
  });

  it('lives on when the client refuses what it is asked', async () => {
    client.refused = ['client/registerCapability', 'workspace/configuration', 'workspace/diagnostic/refresh'];
    await client.initialize(modern);
    await client.open(uri, draft);
    await client.notify('workspace/didChangeConfiguration', {settings: null});
    await client.received('workspace/diagnostic/refresh');
    assert.ok((await client.diagnostics(uri)).length > 0);
    assert.equal(await client.shutdown(), 0);
  });

  it('runs as a command, too', async () => {
    const command = new TestClient(['dist/cli.cjs', 'lsp', '--stdio']);
    await command.initialize(modern);
    await command.open(uri, draft);
    assert.ok((await command.diagnostics(uri)).length > 0);
    assert.equal(await command.shutdown(), 0);
    command.dispose();
  });

  it('speaks UTF-8 positions to clients that prefer them', async () => {
    const {capabilities} = await client.initialize({...modern, general: {positionEncodings: ['utf-8', 'utf-16']}});
    assert.equal(capabilities.positionEncoding, 'utf-8');
    await client.open(uri, '# Postmortem 🔥\n\n§ 🔥 **Timeline**\n');
    const fire = {start: {line: 2, character: 3}, end: {line: 2, character: 8}};
    await client.change(uri, 2, {range: fire, text: ''});
    const [unmarked] = (await client.diagnostics(uri)).filter(({code}) => code === 'unmarked-section');
    assert.equal(unmarked?.range.start.line, 2);
    assert.equal(await client.request('postmortem/words', {uri, ranges: [everything]}), 2);
  });
});

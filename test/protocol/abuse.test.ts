import assert from 'node:assert/strict';
import {
  type Diagnostic,
  ErrorCodes,
  type InitializeResult,
  LSPErrorCodes,
  type Range,
} from 'vscode-languageserver/node';
import type {DocumentReport} from '../../server/protocol.ts';
import * as protocol from '../../server/protocol.ts';
import {methods as askedMethods} from '../fuzz/conversation.ts';
import {modern, plain, TestClient} from './client.ts';
import {draft, uri} from './document.ts';
import {requests} from './every-request.ts';
import {framed, RawSession} from './raw-session.ts';

const start = {line: 0, character: 0};

const wrong: readonly unknown[] = [
  null,
  7,
  -1e300,
  true,
  'x\u0000://',
  [],
  [7],
  [null],
  {},
  {uri: 7},
  {line: 1},
  {line: 1.5, character: 'x'},
];

/** Answers that ill-formed parameters may have: said to be so, or not minded. Never a failure inside of the server. */
const allowed: ReadonlySet<unknown> = new Set([undefined, ErrorCodes.InvalidParams]);

describe('server: abuse', () => {
  let session: RawSession;
  beforeEach(async () => {
    session = new RawSession();
    await session.initialize({...modern, workspace: {workspaceFolders: true}, textDocument: {diagnostic: {}}});
    session.send({method: 'initialized', params: {}});
    session.send({
      method: 'textDocument/didOpen',
      params: {textDocument: {uri, languageId: 'markdown', version: 1, text: draft}},
    });
  });
  afterEach(() => session.dispose());

  const report = async () => (await session.ask('postmortem/report', {uri})).result;

  it('is tried with every request that there is, and so is fuzzing', async () => {
    const own = Object.entries(protocol).filter(([name]) => name.endsWith('Request') && name !== 'readFileRequest');
    const names = Object.keys(requests);
    assert.deepEqual(names.filter(name => name.startsWith('postmortem/')).sort(), own.map(([, name]) => name).sort());
    assert.deepEqual(Object.keys(askedMethods).sort(), [...names].sort());
    const other = new RawSession();
    const {result} = await other.initialize();
    other.dispose();
    const standard = names.filter(name => !name.startsWith('postmortem/')).length;
    const offered = Object.keys((result as InitializeResult).capabilities).filter(name => name.endsWith('Provider'));
    // Diagnostics are no request for this client, which cannot ask for them.
    assert.equal(offered.length, standard - 1);
  });

  it('answers every request', async () => {
    for (const [method, params] of Object.entries(requests)) {
      const {error} = await session.ask(method, params);
      assert.equal(error, undefined, method);
    }
  });

  it('refuses parameters of wrong types, whichever field it is', async () => {
    const before = await report();
    const refused = new Set<string>();
    for (const [method, params] of Object.entries(requests)) {
      const fields = Object.keys(params).flatMap(field => wrong.map(value => ({...params, [field]: value})));
      const missing = Object.keys(params).map(field => ({...params, [field]: undefined}));
      for (const each of [...wrong, ...missing, ...fields, undefined]) {
        const {error} = await session.ask(method, each);
        assert.ok(allowed.has(error?.code), `${method} ${JSON.stringify(each)}: ${error?.message}`);
        if (error) refused.add(method);
      }
    }
    assert.deepEqual([...refused], Object.keys(requests));
    assert.deepEqual(await report(), before);
  });

  it('ignores notifications with parameters of wrong types, and says so', async () => {
    const before = await report();
    const notifications: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
      'textDocument/didOpen': {textDocument: {uri: 'file:///other.md', languageId: 'markdown', version: 1, text: 7}},
      'textDocument/didChange': {textDocument: {uri, version: 2}, contentChanges: [{text: null}]},
      'textDocument/didSave': {textDocument: {uri: null}},
      'textDocument/didClose': {textDocument: null},
      'workspace/didChangeWatchedFiles': {changes: [{uri: 7, type: 1}]},
      'workspace/didChangeWorkspaceFolders': {event: {added: [{uri: 7}], removed: 7}},
    };
    for (const [method, params] of Object.entries(notifications)) {
      for (const each of [params, ...wrong, undefined]) session.send({method, params: each});
      for (const [field, value] of Object.entries(params))
        for (const each of wrong)
          session.send({method, params: {...params, [field]: Array.isArray(value) ? [each] : each}});
    }
    for (const settings of [...wrong, {postmortem: {rules: 7, files: [{}], templates: {x: []}, words: 'many'}}])
      session.send({method: 'workspace/didChangeConfiguration', params: {settings}});
    session.send({method: 'workspace/didChangeConfiguration', params: {settings: null}});
    assert.deepEqual(await report(), before);
    const told = session.received
      .filter(({method}) => method === 'window/logMessage')
      .map(each => JSON.stringify(each));
    for (const method of Object.keys(notifications))
      assert.ok(
        told.some(text => text.includes(`${method}: '`) && text.includes('cannot be read; ignored')),
        method,
      );
  });

  it('clamps positions that are out of range', async () => {
    const far = [
      {line: 2 ** 31 - 1, character: 2 ** 31 - 1},
      {line: -7, character: -7},
      {line: 2, character: 1e300},
      {line: 4e15, character: 0},
    ];
    const lines = draft.split('\n').length;
    for (const [method, params] of Object.entries(requests)) {
      for (const [at, position] of far.entries()) {
        const across = {start: position, end: far[(at + 1) % far.length]};
        const places = {position, positions: [position], range: across, ranges: [across]};
        const given = Object.fromEntries(Object.entries(places).filter(([field]) => field in params));
        const {error, result} = await session.ask(method, {...params, ...given});
        assert.equal(error, undefined, `${method} ${error?.message}`);
        for (const [, line] of JSON.stringify(result ?? null).matchAll(/"line":(-?[\d.e+]+)/g))
          assert.ok(Number(line) >= 0 && Number(line) < lines, `${method}: line ${line}`);
      }
    }
  });

  it('answers each of a thousand requests once that are cancelled at once', async () => {
    const ids = Array.from({length: 1000}, (_, index) => `c${index}`);
    const hover = {method: 'textDocument/hover', params: requests['textDocument/hover']};
    session.write(ids.map(id => framed({id, ...hover}) + framed({method: '$/cancelRequest', params: {id}})).join(''));
    await Promise.all(ids.map(id => session.answer(id)));
    const answers = session.received.filter(({id}) => String(id).startsWith('c'));
    assert.equal(answers.length, ids.length);
    for (const {error} of answers) assert.ok(error === undefined || error.code === LSPErrorCodes.RequestCancelled);
    assert.ok(answers.some(({error}) => error));
  });
});

describe('server: edits', () => {
  let client: TestClient;
  beforeEach(() => {
    client = new TestClient();
  });
  afterEach(() => client.dispose());

  /** What the server says of the document is what it says of one that was opened with the text. */
  async function assertHas(text: string): Promise<void> {
    const other = 'file:///somewhere/postmortems/other.md';
    await client.open(other, text);
    const seen = async (of: string) => {
      const {version, ...rest} = await client.request<DocumentReport>('postmortem/report', {uri: of});
      const all = {start, end: {line: 1e6, character: 0}};
      return [rest, await client.request('postmortem/words', {uri: of, ranges: [all]})];
    };
    assert.deepEqual(await seen(uri), await seen(other));
    assert.equal(withoutUri(await client.diagnostics(uri)), withoutUri(await client.diagnostics(other)));
  }

  const at = (line: number, from: number, to = from): Range => ({
    start: {line, character: from},
    end: {line, character: to},
  });

  it('apply in the order in which they come, whatever their versions and ranges', async () => {
    await client.initialize(modern);
    await client.open(uri, draft, 'markdown', 9);
    await client.change(uri, 5, {range: at(2, 9, 0), text: '## Timeline'});
    await client.change(uri, 4, {range: at(2, 0, 3), text: '### '}, {range: at(2, 1, 4), text: ' '});
    await client.change(uri, 4, {
      range: {start: {line: 900, character: 0}, end: {line: -3, character: 0}},
      text: draft,
    });
    await client.change(
      uri,
      -1,
      {range: at(0, 2, 12), text: 'Report'},
      {range: at(0, 0, 1e9), text: '# Postmortem: x'},
    );
    await assertHas(draft.replace(/^.*/, '# Postmortem: x'));
  });

  it('are all there after a flood of ten thousand, which is read once', async function () {
    this.timeout(30_000);
    await client.initialize(plain);
    await client.open(uri, draft);
    await client.published(uri, 1);
    const last = 10_000;
    for (let version = 2; version <= last; version++) void client.change(uri, version, {range: at(4, 2), text: 'a'});
    await client.published(uri, last);
    assert.ok(client.allPublished.length < last / 10, `${client.allPublished.length} times`);
    const lines = draft.split('\n');
    const text = lines.with(4, lines[4]?.replace(/^- /, `- ${'a'.repeat(last - 1)}`) ?? '').join('\n');
    const other = 'file:///somewhere/postmortems/other.md';
    await client.open(other, text);
    assert.equal(withoutUri(await client.published(uri, last)), withoutUri(await client.published(other, 1)));
  });

  for (const [offered, spoken] of [
    [['utf-32', 'utf-16'], 'utf-32'],
    [['utf-8'], 'utf-8'],
    [['utf-16', 'utf-8'], 'utf-16'],
    [['utf-7'], 'utf-16'],
    [[], 'utf-16'],
    [undefined, 'utf-16'],
  ] as const)
    it(`count in ${spoken} for a client that offers ${offered ? offered.join(', ') || 'nothing' : 'no choice'}`, async () => {
      const general = offered ? {positionEncodings: [...offered]} : {};
      const {capabilities} = await client.initialize({...modern, general});
      assert.equal(capabilities.positionEncoding, spoken);
      await client.open(uri, draft.replace('Timeline', '🔥é Timeline'));
      const width = {'utf-8': 6, 'utf-16': 3, 'utf-32': 2}[spoken];
      await client.change(uri, 2, {range: at(2, 0, width + 1), text: ''});
      await assertHas(draft);
    });
});

/** Related places name the document. */
function withoutUri(diagnostics: readonly Diagnostic[]): string {
  return JSON.stringify(diagnostics, (key, value) => (key === 'uri' ? undefined : value));
}

import assert from 'node:assert/strict';
import {
  type Diagnostic,
  type FullDocumentDiagnosticReport,
  LSPErrorCodes,
  type Range,
} from 'vscode-languageserver/node';
import type {DocumentReport} from '../../server/protocol.ts';
import {modern, plain, TestClient} from './client.ts';
import {codesOf, draft, everything, uri} from './document.ts';
import {framed, RawSession} from './raw-session.ts';

const at = (line: number, from: number, to = from): Range => ({
  start: {line, character: from},
  end: {line, character: to},
});

describe('server: documents in disorder', () => {
  let client: TestClient;
  beforeEach(() => {
    client = new TestClient();
  });
  afterEach(() => client.dispose());

  const words = (of = uri) => client.request('postmortem/words', {uri: of, ranges: [everything]});
  const versionOf = async (of = uri) =>
    (await client.request<DocumentReport | null>('postmortem/report', {uri: of}))?.version;

  it('are not there before they are opened and after they are closed, whatever comes for them', async () => {
    await client.initialize(modern);
    const nothing = async () => {
      assert.equal(await words(), null);
      assert.deepEqual(await client.diagnostics(uri), []);
      assert.deepEqual(await client.actions(uri, everything), []);
    };
    await client.change(uri, 2, {text: draft});
    await client.close(uri);
    await nothing();
    await client.open(uri, draft);
    await client.close(uri);
    await client.close(uri);
    await client.change(uri, 3, {range: at(0, 0), text: 'x'});
    await nothing();
    await client.open(uri, draft, 'markdown', 1);
    assert.equal(await versionOf(), 1);
  });

  it('are the newer ones when they are opened twice', async () => {
    await client.initialize(modern);
    await client.open(uri, draft, 'markdown', 7);
    await client.open(uri, `${draft}\nOne two three.\n`, 'markdown', 3);
    assert.equal(await versionOf(), 3);
    await client.change(uri, 4, {range: at(0, 0, 1), text: '##'});
    await client.open('file:///somewhere/postmortems/other.md', `#${draft}\nOne two three.\n`);
    assert.deepEqual(await words(), await words('file:///somewhere/postmortems/other.md'));
  });

  it('are read again when they change, also where the version stays', async () => {
    await client.initialize({textDocument: {diagnostic: {}}});
    await client.open(uri, draft);
    assert.ok(isUnmarked(await client.diagnostics(uri)));
    await client.change(uri, 1, {range: at(2, 0, 9), text: '## Timeline\n'});
    assert.ok(!isUnmarked(await client.diagnostics(uri)));
  });

  it('bear changes that touch, cross and lie in each other, and none at all', async () => {
    await client.initialize(modern);
    await client.open(uri, draft);
    const before = await words();
    await client.change(uri, 2);
    assert.equal(await words(), before);
    await client.change(
      uri,
      3,
      {range: at(2, 0, 9), text: '## Timeline\n\n'},
      {range: at(2, 3, 11), text: 'Time'},
      {range: at(2, 7), text: 'line'},
      {text: 'All of it is gone.'},
      {range: at(0, 0, 18), text: ''},
      {range: at(0, 0), text: draft},
      {range: {start: {line: 3, character: 4}, end: {line: 1, character: 0}}, text: '\nTimeline:\n- 07'},
    );
    assert.ok(codesOf(await client.diagnostics(uri)).includes('unmarked-section'));
    assert.equal(await versionOf(), 3);
  });

  it('bear changes within a character and within a line end', async () => {
    for (const encoding of ['utf-8', 'utf-16', 'utf-32']) {
      const each = new TestClient();
      await each.initialize({...modern, general: {positionEncodings: [encoding]}});
      const text = draft.replace('mail', '🔥é').replaceAll('\n', '\r\n');
      await each.open(uri, text);
      const found = await each.diagnostics(uri);
      for (let character = 0; character < 40; character++)
        await each.change(uri, 2 + character, {range: at(0, character), text: ''});
      assert.deepEqual(await each.diagnostics(uri), found, encoding);
      for (let character = 40; character > 14; character--)
        await each.change(uri, 100 - character, {range: at(0, character - 1, character), text: ''});
      assert.ok((await each.diagnostics(uri)).length > 0);
      assert.equal(await each.shutdown(), 0);
    }
  });
});

describe('server: stale answers', () => {
  it('are sent for no version that has gone, and the last one is told of', async () => {
    const client = new TestClient();
    await client.initialize(plain);
    await client.open(uri, draft);
    const last = 300;
    for (let version = 2; version <= last; version++) {
      // There and away again: in odd versions the title is a heading.
      const title = version % 2 === 1 ? '## Timeline\n\n' : 'Timeline:\n';
      void client.change(uri, version, {text: draft.replace('Timeline:\n', title)});
      if (version % 20 === 0) await client.published(uri, version);
    }
    await client.published(uri, last);
    const published = client.allPublished.map(({version = 0}) => version);
    assert.deepEqual(
      published,
      [...published].sort((a, b) => a - b),
    );
    for (const {version = 0, diagnostics} of client.allPublished)
      assert.equal(isUnmarked(diagnostics), version % 2 === 0 || version === 1, `version ${version}`);
    client.dispose();
  });

  it('are of the text as it is when they are given, where they were asked for before it changed', async () => {
    const client = new TestClient();
    await client.initialize({textDocument: {diagnostic: {}}});
    const long = `${draft}\n${'Some *words* with `code` in them.\n\n'.repeat(1500)}`;
    await client.open(uri, long);
    const asked = client.pull(uri);
    await client.change(uri, 2, {range: at(2, 0, 9), text: '## Timeline\n'});
    const answer = await asked;
    assert.ok(answer.kind === 'full' && !isUnmarked(answer.items));
    client.dispose();
  });
});

describe('server: requests that are taken back', () => {
  let session: RawSession;
  beforeEach(async () => {
    session = new RawSession();
    await session.initialize({textDocument: {diagnostic: {}}});
    const long = `${draft}\n${'Some *words* with `code` in them at 10:05 UTC, *again* and again.\n\n'.repeat(2400)}`;
    const textDocument = {uri, languageId: 'markdown', version: 1, text: long};
    session.send({method: 'textDocument/didOpen', params: {textDocument}});
  });
  afterEach(() => session.dispose());

  const ask = (id: string) => ({id, method: 'textDocument/diagnostic', params: {textDocument: {uri}}});
  const takeBack = (id: string) => ({method: '$/cancelRequest', params: {id}});

  it('in the middle of their work are answered once, and the next is answered in full', async () => {
    session.send(ask('a'));
    // What is asked later is answered sooner, while the long document is read: by then the first is at work.
    await session.ask('postmortem/templates', {});
    session.send(takeBack('a'));
    session.send(takeBack('a'));
    session.send(ask('b'));
    const [a, b] = [await session.answer('a'), await session.answer('b')];
    assert.equal(a.error?.code, LSPErrorCodes.RequestCancelled);
    assert.equal(b.error, undefined);
    assert.equal(session.received.filter(({id}) => id === 'a').length, 1);
  });

  it('are answered about the document that is there, where another one was opened in its place meanwhile', async () => {
    const other = 'file:///somewhere/other.md';
    const open = (text: string) => ({
      method: 'textDocument/didOpen',
      params: {textDocument: {uri: other, languageId: 'markdown', version: 1, text}},
    });
    const untitled = `Timeline\n\n${'- 10:05 UTC - The pager *goes* off, and Ana looks.\n\n'.repeat(2000)}Root Cause\n\nfoo bar.\n`;
    session.send(open(`# Outage\n\nIssue Summary\n\nAll was down.\n\n${untitled}`));
    const {result} = await session.ask('textDocument/diagnostic', {textDocument: {uri: other}});
    assert.notDeepEqual((result as FullDocumentDiagnosticReport).items, []);
    const params = {textDocument: {uri: other}, range: at(0, 0), context: {diagnostics: [], only: ['source.fixAll']}};
    const messages = [
      {id: 'mend', method: 'textDocument/codeAction', params},
      {method: 'textDocument/didClose', params: {textDocument: {uri: other}}},
      open('Just a note.\n'),
    ];
    session.write(messages.map(framed).join(''));
    assert.deepEqual((await session.answer('mend')).result, []);
  }).timeout(30_000);

  it('after their answer change nothing, and their name may be used again', async () => {
    session.send(ask('a'));
    await session.answer('a');
    session.send(takeBack('a'));
    session.send({...ask('a'), method: 'no/such'});
    await session.until(({id, error}) => id === 'a' && error !== undefined);
    assert.equal((await session.ask('postmortem/templates', {})).error, undefined);
  });

  it('and asked again in the same breath, a thousand times, leave the server with nothing to do', async () => {
    const ids = Array.from({length: 1000}, (_, index) => `c${index}`);
    session.write(ids.flatMap(id => [framed(ask(id)), framed(takeBack(id)), framed(ask(id))]).join(''));
    await session.answer('c999');
    const {error} = await session.ask('postmortem/report', {uri});
    assert.equal(error, undefined);
  });
});

function isUnmarked(diagnostics: readonly Diagnostic[]): boolean {
  return codesOf(diagnostics).includes('unmarked-section');
}

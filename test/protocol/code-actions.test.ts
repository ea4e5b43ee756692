import assert from 'node:assert/strict';
import type {TextDocumentEdit} from 'vscode-languageserver/node';
import {onlyStructure} from '../only-structure.ts';
import {modern, plain, TestClient} from './client.ts';
import {draft, everything, uri} from './document.ts';

describe('server: code actions', () => {
  let client: TestClient;
  beforeEach(() => {
    client = new TestClient();
  });
  afterEach(() => client.dispose());

  const titles = async (...args: Parameters<TestClient['actions']>) =>
    (await client.actions(...args)).map(({title}) => title);

  it('mend the findings of the range, then several, then silence them', async () => {
    client.settings = {rules: onlyStructure()};
    await client.initialize(modern);
    await client.open(uri, draft);
    const timeline = {start: {line: 2, character: 0}, end: {line: 2, character: 0}};
    assert.deepEqual(await titles(uri, timeline, {only: ['quickfix']}), [
      "Make 'Timeline' a heading",
      "Add missing section 'Issue Summary'",
      'Add all missing sections',
      "Ignore 'unmarked-section' here",
      "Ignore 'missing-section' here",
      'Fix all structural problems',
    ]);
    const entry = {start: {line: 4, character: 3}, end: {line: 4, character: 3}};
    assert.deepEqual(await titles(uri, entry, {only: ['quickfix']}), []);
  });

  it('begin with the fix of what stands there, and offer no mending of everything for one finding', async () => {
    await client.initialize(modern);
    await client.open(uri, draft);
    const title = {start: {line: 2, character: 4}, end: {line: 2, character: 4}};
    const [first] = await client.actions(uri, title, {only: ['quickfix']});
    assert.deepEqual([first?.title, first?.isPreferred], ["Make 'Timeline' a heading", true]);
    client.settings = {rules: {...onlyStructure(), 'missing-section': 'off'}};
    await client.open(`${uri}.md`, draft);
    assert.deepEqual(await titles(`${uri}.md`, title, {only: ['quickfix']}), [
      "Make 'Timeline' a heading",
      "Ignore 'unmarked-section' here",
    ]);
  });

  it('honour the kinds that are asked for', async () => {
    await client.initialize(modern);
    await client.open(uri, draft);
    const fixAll = ['Fix all structural problems'];
    assert.deepEqual(await titles(uri, everything, {only: ['source.fixAll.postmortem']}), fixAll);
    assert.deepEqual(await titles(uri, everything, {only: ['source.fixAll']}), fixAll);
    assert.deepEqual(await titles(uri, everything, {only: ['source']}), fixAll);
    assert.deepEqual(await titles(uri, everything, {only: ['source.fixAll.eslint', 'refactor']}), []);
    assert.ok((await titles(uri, everything)).length > fixAll.length);
  });

  it('are edits of the version, with tab stops where the client has them', async () => {
    await client.initialize(modern);
    await client.open(uri, draft, 'markdown', 7);
    const actions = await client.actions(uri, everything, {only: ['quickfix']});
    const add = actions.find(({title}) => title === "Add missing section 'Issue Summary'");
    const change = add?.edit?.documentChanges?.[0] as TextDocumentEdit;
    assert.deepEqual(change.textDocument, {uri, version: 7});
    assert.equal(add?.edit?.changes, undefined);
    assert.equal(add?.isPreferred, true);
    assert.equal(add?.diagnostics?.[0]?.code, 'missing-section');
    const [edit] = change.edits;
    assert.ok(edit && 'snippet' in edit);
    assert.match(edit.snippet.value, /^## Issue Summary\n\n\$\{1:/);
  });

  it('are plain text where the client has neither versions nor tab stops', async () => {
    await client.initialize(plain);
    await client.open(uri, draft);
    const actions = await client.actions(uri, everything, {only: ['quickfix']});
    const add = actions.find(({title}) => title === "Add missing section 'Issue Summary'");
    assert.equal(add?.edit?.documentChanges, undefined);
    assert.match(add?.edit?.changes?.[uri]?.[0]?.newText ?? '', /^## Issue Summary\n\n<!--/);
  });
});

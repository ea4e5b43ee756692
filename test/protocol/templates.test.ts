import assert from 'node:assert/strict';
import type {CompletionItem} from 'vscode-languageserver';
import type {DocumentEdits, NewPostmortemResult, TemplateItem} from '../../server/protocol.ts';
import {modern, plain, TestClient, TestFolder} from './client.ts';
import {draft, uri} from './document.ts';

describe('server: templates', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = new TestClient();
    await client.initialize(modern);
  });
  afterEach(() => client.dispose());

  it('lists them, begins a document and changes the template of one', async () => {
    await client.open(uri, draft);
    const items = await client.request<TemplateItem[]>('postmortem/templates', {uri});
    assert.equal(items[0]?.id, 'classic');
    assert.ok(items.length >= 16);
    const params = {uri, template: 'google-sre', title: 'Late mail', date: '2024-03-05'};
    const made = await client.request<NewPostmortemResult>('postmortem/new', params);
    assert.equal(made.fileName, '2024-03-05-late-mail.md');
    const edits = await client.request<DocumentEdits | null>('postmortem/changeTemplate', {
      uri,
      template: 'google-sre',
    });
    assert.ok(edits && edits.edits.length > 0);
  });

  it('completes the sections that are missing', async () => {
    await client.open(uri, `${draft}\n\n`);
    const position = {line: draft.split('\n').length + 1, character: 0};
    const items = await client.request<CompletionItem[]>('textDocument/completion', {textDocument: {uri}, position});
    assert.ok(items.some(({label}) => label === 'Issue Summary'));
    assert.ok(!items.some(({label}) => label === 'Timeline'));
  });

  it('takes a template for none of the postmortems, and helps to write it', async () => {
    const template = 'file:///code/docs/our-postmortem.md';
    const text = '---\nsections:\n  Impct: {}\n  \n---\n\n# {{ title }}\n\n## Impact\n';
    await client.open(template, text);
    const textDocument = {uri: template};
    const report = await client.request<{items: {message: string}[]}>('textDocument/diagnostic', {textDocument});
    assert.deepEqual(
      report.items.map(({message}) => message),
      ["No heading 'Impct' in this template; its headings are: Impact"],
    );
    const position = {line: 3, character: 2};
    const items = await client.request<CompletionItem[]>('textDocument/completion', {textDocument, position});
    assert.deepEqual(
      items.map(({label}) => label),
      ['Impact'],
    );
    assert.equal(await client.request('postmortem/report', {uri: template}), null);
  });
});

describe('server: a document that another one names as its template', () => {
  const template = '# Postmortem: {{ title }}\n\n## What happened\n\nTell it.\n';
  const naming = `---\ntemplate: postmortems/shape.md\n---\n\n${draft}`;
  let client: TestClient;
  let folder: TestFolder;
  let [shape, mail] = ['', ''];
  beforeEach(() => {
    client = new TestClient();
    folder = new TestFolder({'postmortems/shape.md': template});
    [shape, mail] = [folder.uriOf('postmortems/shape.md'), folder.uriOf('postmortems/mail.md')];
  });
  afterEach(() => {
    client.dispose();
    folder.dispose();
  });

  it('loses its diagnostics', async () => {
    await client.initialize(plain, {rootUri: folder.uri});
    await client.open(shape, template);
    assert.notDeepEqual(await client.published(shape, 1), []);
    await client.open(mail, naming);
    const told = () => client.allPublished.filter(({uri}) => uri === shape);
    await client.until(() => told().length > 1);
    assert.deepEqual(told().at(-1)?.diagnostics, []);
  });

  it('loses them in an editor that asks for them, too, which is told once', async () => {
    await client.initialize(modern, {rootUri: folder.uri});
    await client.open(shape, template);
    assert.notDeepEqual(await client.diagnostics(shape), []);
    await client.open(mail, naming);
    await client.diagnostics(mail);
    await client.received('workspace/diagnostic/refresh');
    assert.deepEqual(await client.diagnostics(shape), []);
    await client.change(mail, 2, {text: `${naming}\nMore.\n`});
    await client.diagnostics(mail);
    assert.equal(client.count('workspace/diagnostic/refresh'), 1);
  });
});

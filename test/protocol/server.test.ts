import assert from 'node:assert/strict';
import {type Diagnostic, ErrorCodes, type TextDocumentEdit} from 'vscode-languageserver/node';
import {onlyStructure} from '../only-structure.ts';
import {modern, plain, TestClient, TestFolder} from './client.ts';

const draft = `# Postmortem: mail stood still

Timeline:
- 07:10 UTC - The queue of the mail relay stops.
- 07:40 UTC - An engineer empties the disk.

## Root cause and resolution

Logs were never rotated and the disk was full.
`;

const uri = 'file:///somewhere/postmortems/mail.md';
const everything = {start: {line: 0, character: 0}, end: {line: 1000, character: 0}};

describe('server', () => {
  let client: TestClient;
  beforeEach(() => {
    client = new TestClient();
  });
  afterEach(() => client.dispose());

  const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({code}) => code);

  describe('diagnostics', () => {
    it('are pulled by clients that can, and never sent to them', async () => {
      const {capabilities} = await client.initialize(modern);
      assert.deepEqual(capabilities.diagnosticProvider, {
        identifier: 'postmortem',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      });
      await client.open(uri, draft);
      const diagnostics = await client.diagnostics(uri);
      assert.ok(codes(diagnostics).includes('missing-section'));
      await client.change(uri, 2, {range: {start: {line: 0, character: 0}, end: {line: 0, character: 0}}, text: 'x'});
      await client.diagnostics(uri);
      assert.deepEqual(client.allPublished, []);
    });

    it('are sent to clients that do not pull, for every version and once more when it is closed', async () => {
      const {capabilities} = await client.initialize(plain);
      assert.equal(capabilities.diagnosticProvider, undefined);
      await client.open(uri, draft);
      assert.ok(codes(await client.published(uri, 1)).includes('unmarked-section'));
      const line = {start: {line: 2, character: 0}, end: {line: 2, character: 9}};
      await client.change(uri, 2, {range: line, text: '## Timeline\n'});
      assert.ok(!codes(await client.published(uri, 2)).includes('unmarked-section'));
      await client.close(uri);
      assert.deepEqual(await client.published(uri, undefined), []);
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

  describe('code actions', () => {
    const titles = async (...args: Parameters<TestClient['actions']>) =>
      (await client.actions(...args)).map(({title}) => title);

    it('mend the findings of the range, then several, then silence them', async () => {
      client.settings = {rules: onlyStructure()};
      await client.initialize(modern);
      await client.open(uri, draft);
      const timeline = {start: {line: 2, character: 0}, end: {line: 2, character: 0}};
      assert.deepEqual(await titles(uri, timeline, {only: ['quickfix']}), [
        "Add missing section 'Issue Summary'",
        "Make 'Timeline' a heading",
        'Add all missing sections',
        "Ignore 'missing-section' here",
        "Ignore 'unmarked-section' here",
      ]);
      const entry = {start: {line: 4, character: 3}, end: {line: 4, character: 3}};
      assert.deepEqual(await titles(uri, entry, {only: ['quickfix']}), []);
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

  describe('requests of our own', () => {
    it('report sections, words and template', async () => {
      await client.initialize(modern);
      await client.open(uri, draft, 'markdown', 3);
      const report = await client.request<import('../../server/protocol.ts').DocumentReport>('postmortem/report', {
        uri,
      });
      assert.equal(report.version, 3);
      assert.equal(report.template.id, 'classic');
      assert.deepEqual(report.wordRange, {min: 400, max: 600});
      assert.deepEqual(
        report.sections.map(({id, status}) => [id, status]),
        [
          ['issue-summary', 'missing'],
          ['timeline', 'unmarked'],
          ['root-cause-and-resolution', 'present'],
          ['corrective-and-preventative-measures', 'missing'],
        ],
      );
      assert.deepEqual(report.sections[1]?.titleRange, {start: {line: 2, character: 0}, end: {line: 2, character: 9}});
      assert.equal(report.sections[1]?.range?.start.line, 2);
      assert.deepEqual(report.problems, []);
    });

    it('count the words of a selection', async () => {
      await client.initialize(modern);
      await client.open(uri, draft);
      const title = {start: {line: 0, character: 0}, end: {line: 1, character: 0}};
      assert.equal(await client.request('postmortem/words', {uri, ranges: [title]}), 4);
    });

    it('insert a section, but not one that is there or unknown', async () => {
      await client.initialize(modern);
      await client.open(uri, draft);
      const insert = (section: string) =>
        client.request<import('../../server/protocol.ts').InsertSectionResult | null>('postmortem/insertSection', {
          uri,
          section,
        });
      const summary = await insert('issue-summary');
      assert.deepEqual(summary?.edit.range.start, {line: 2, character: 0});
      assert.match(summary?.snippet ?? '', /\$\{1:/);
      assert.equal(await insert('timeline'), null);
      assert.equal(await insert('weather'), null);
    });
  });

  describe('configuration', () => {
    let folder: TestFolder;
    beforeEach(() => {
      folder = new TestFolder();
    });
    afterEach(() => folder.dispose());
    const inFolder = (more: object = {}) => ({workspaceFolders: [{uri: folder.uri, name: 'x'}], ...more});

    it('comes from the editor, when it changes', async () => {
      await client.initialize(modern);
      await client.open(uri, draft);
      assert.ok(codes(await client.diagnostics(uri)).includes('word-count'));
      await client.received('client/registerCapability', 2);
      assert.deepEqual(client.registered.sort(), [
        'workspace/didChangeConfiguration',
        'workspace/didChangeWatchedFiles',
      ]);
      client.settings = {rules: {'word-count': 'off'}};
      await client.notify('workspace/didChangeConfiguration', {settings: null});
      await client.received('workspace/diagnostic/refresh');
      assert.ok(!codes(await client.diagnostics(uri)).includes('word-count'));
    });

    it('comes with initialize, or with the notification, from clients that are not asked', async () => {
      await client.initialize(plain, {initializationOptions: {rules: {'word-count': 'off'}}});
      await client.open(uri, draft);
      assert.ok(!codes(await client.published(uri, 1)).includes('word-count'));
      await client.notify('workspace/didChangeConfiguration', {
        settings: {postmortem: {rules: {'word-count': 'error'}}},
      });
      await client.until(() => client.allPublished.length > 1);
      assert.ok(
        client.allPublished[1]?.diagnostics.some(({code, severity}) => code === 'word-count' && severity === 1),
      );
    });

    it('comes from the nearest file upwards, which wins', async () => {
      folder.write('.postmortem.yaml', 'rules:\n  missing-section: hint\n');
      folder.write('team/.postmortem.json', '{"rules": {"unmarked-section": "off"}, "words": {"max": 10}}');
      await client.initialize(modern, inFolder());
      client.settings = {rules: {'unmarked-section': 'error'}, words: {max: 1000, min: null}};
      const file = folder.uriOf('team/postmortems/mail.md');
      await client.open(file, draft);
      const diagnostics = await client.diagnostics(file);
      assert.ok(!codes(diagnostics).includes('unmarked-section'));
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
      ]);
      const postmortem = folder.uriOf('postmortems/mail.md');
      await client.open(postmortem, draft);
      const {problems} = await client.request<{problems: string[]}>('postmortem/report', {uri: postmortem});
      assert.equal(problems.length, 3);
      assert.equal(problems[2], "There is no template 'clasic'; did you mean 'classic'?");
      assert.ok(codes(await client.diagnostics(postmortem)).includes('word-count'));
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

  describe('life', () => {
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
  });

  it('speaks UTF-8 positions to clients that prefer them', async () => {
    const {capabilities} = await client.initialize({...modern, general: {positionEncodings: ['utf-8', 'utf-16']}});
    assert.equal(capabilities.positionEncoding, 'utf-8');
    await client.open(uri, '# Postmortem 🔥\n\nß 🔥 **Timeline**\n');
    const fire = {start: {line: 2, character: 3}, end: {line: 2, character: 8}};
    await client.change(uri, 2, {range: fire, text: ''});
    const [unmarked] = (await client.diagnostics(uri)).filter(({code}) => code === 'unmarked-section');
    assert.equal(unmarked?.range.start.line, 2);
    assert.equal(await client.request('postmortem/words', {uri, ranges: [everything]}), 3);
  });
});

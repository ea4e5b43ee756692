import assert from 'node:assert/strict';
import type {ApplyWorkspaceEditParams} from 'vscode-languageserver/node';
import type {
  DocumentEdits,
  DocumentReport,
  InsertSectionResult,
  TimelinePicture,
  TimeZones,
} from '../../server/protocol.ts';
import {modern, TestClient} from './client.ts';
import {draft, uri} from './document.ts';

describe('server: requests of our own', () => {
  let client: TestClient;
  beforeEach(() => {
    client = new TestClient();
  });
  afterEach(() => client.dispose());

  it('report sections, words and template', async () => {
    await client.initialize(modern);
    await client.open(uri, draft, 'markdown', 3);
    const report = await client.request<DocumentReport>('postmortem/report', {
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

  it('report a word count as marked only where it is', async () => {
    await client.initialize(modern);
    const marked = async (at: string, text: string) => {
      await client.open(at, text);
      return (await client.request<DocumentReport>('postmortem/report', {uri: at})).wordsMarked;
    };
    assert.equal(await marked(uri, draft), true);
    assert.equal(await marked(`${uri}.md`, `<!-- postmortem-disable-next-line word-count -->\n${draft}`), false);
    client.settings = {rules: {'word-count': 'off'}};
    await client.notify('workspace/didChangeConfiguration', {settings: null});
    assert.equal(await marked(`${uri}.off.md`, draft), false);
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
      client.request<InsertSectionResult | null>('postmortem/insertSection', {
        uri,
        section,
      });
    const summary = await insert('issue-summary');
    assert.deepEqual(summary?.edit.range.start, {line: 2, character: 0});
    assert.match(summary?.snippet ?? '', /\$\{1:/);
    assert.equal(await insert('timeline'), null);
    assert.equal(await insert('weather'), null);
  });

  it('fill in the open entry that the cursor is on', async () => {
    await client.initialize(modern);
    await client.open(uri, draft.replace('the disk.\n', 'the disk.\n- \n'), 'markdown', 2);
    const line = 5;
    const params = {uri, now: '2024-05-09T15:00:00Z', zone: 'Europe/Berlin', position: {line, character: 2}};
    const answer = await client.request<DocumentEdits | null>('postmortem/addTimelineEntry', params);
    assert.deepEqual(answer?.edits, [
      {range: {start: {line, character: 0}, end: {line, character: 2}}, newText: '- 15:00 UTC - '},
    ]);
  });

  it('are for the version that the client had when it named a place in it', async () => {
    await client.initialize(modern);
    await client.open(uri, `${draft}\n${'Some *words* with `code`.\n\n'.repeat(1500)}`, 'markdown', 2);
    const now = '2024-05-09T15:00:00Z';
    const add = () => {
      const params = {uri, now, zone: 'Europe/Berlin', position: {line: 4, character: 3}};
      return client.request<DocumentEdits | null>('postmortem/addTimelineEntry', params);
    };
    const asked = add();
    const top = {line: 0, character: 0};
    await client.change(uri, 3, {range: {start: top, end: top}, text: '\n\n'});
    assert.equal((await asked)?.version, 2);
    assert.equal((await add())?.version, 3);
  });

  it('paste as entries of the timeline', async () => {
    await client.initialize(modern);
    await client.open(uri, draft, 'markdown', 2);
    const paste = (text: string) => {
      const range = {start: {line: 4, character: 3}, end: {line: 4, character: 3}};
      const params = {uri, range, text, now: '2024-05-09T15:00:00Z', zone: 'Europe/Berlin'};
      return client.request<DocumentEdits | null>('postmortem/pasteTimeline', params);
    };
    const end = {line: 4, character: 43};
    assert.deepEqual(await paste('ada [10:05 AM]\nIt runs\n'), {
      version: 2,
      edits: [{range: {start: end, end}, newText: '\n- 08:05 UTC - ada: It runs'}],
    });
    assert.deepEqual(await paste('It runs'), {version: 2, edits: [], reason: 'nothing-pasted'});
  });

  it('list the zones in which a timeline can be told', async () => {
    await client.initialize(modern);
    await client.open(uri, draft);
    const params = {uri, zone: 'Europe/Berlin'};
    const answer = await client.request<TimeZones | null>('postmortem/timeZones', params);
    assert.deepEqual(
      answer?.zones.slice(0, 2).map(({id, present}) => [id, present]),
      [
        ['UTC', true],
        ['Europe/Berlin', false],
      ],
    );
    await client.open(`${uri}.md`, '# Postmortem: x\n\n## Timeline\n');
    const nothing = await client.request<TimeZones | null>('postmortem/timeZones', {...params, uri: `${uri}.md`});
    assert.deepEqual(nothing, {zones: [], reason: 'no-timeline'});
  });

  it('draw a diagram below the timeline, and a command refreshes it', async () => {
    await client.initialize(modern);
    await client.open(uri, draft, 'markdown', 1);
    const answer = await client.request<DocumentEdits | null>('postmortem/timelineDiagram', {uri});
    const [edit] = answer?.edits ?? [];
    assert.deepEqual(edit?.range.start, {line: 4, character: 43});
    const lines = draft.split('\n');
    const drawn = [...lines.slice(0, 4), `${lines[4]}${edit?.newText}`, ...lines.slice(5)].join('\n');
    await client.change(uri, 2, {text: drawn.replace('07:40', '07:50')});
    await client.request('workspace/executeCommand', {command: 'postmortem.refreshTimelineDiagram', arguments: [uri]});
    const {edit: applied} = (await client.received('workspace/applyEdit')) as ApplyWorkspaceEditParams;
    assert.match(JSON.stringify(applied), /07∶50 An engineer/);
  });

  it('draw the timeline of a version', async () => {
    await client.initialize(modern);
    await client.open(uri, draft, 'markdown', 4);
    const picture = await client.request<TimelinePicture | null>('postmortem/timelinePicture', {uri});
    assert.equal(picture?.version, 4);
    assert.equal(picture.title, 'Timeline: mail stood still');
    assert.match(picture.svg, /^<svg .*data-line="3".*<\/svg>$/s);
  });
});

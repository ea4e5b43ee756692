import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import fc from 'fast-check';
import {
  type ClientCapabilities,
  createConnection,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type MessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import {Configurations} from '../../server/configuration.ts';
import {diagnostics} from '../../server/features/diagnostics.ts';
import type {Files} from '../../server/files.ts';
import {judge} from '../../server/judge.ts';
import {orderly} from '../../server/lifecycle.ts';
import {LspDocument} from '../../server/lsp.ts';
import {serve} from '../../server/server.ts';
import {assertRanges} from './holds.ts';
import {now} from './requests.ts';
import {type Change, change} from './texts.ts';

const uri = 'file:///incidents/one.md';
const textDocument = {uri};
const zone = 'Europe/Berlin';

/** What an editor asks at a position, with another one where a range is asked about. */
export const methods: Readonly<Record<string, (start: object, end: object) => object>> = {
  'textDocument/hover': position => ({textDocument, position}),
  'textDocument/completion': position => ({textDocument, position}),
  'textDocument/codeAction': (start, end) => ({textDocument, range: {start, end}, context: {diagnostics: []}}),
  'textDocument/codeLens': () => ({textDocument}),
  'textDocument/inlayHint': (start, end) => ({textDocument, range: {start, end}}),
  'textDocument/foldingRange': () => ({textDocument}),
  'textDocument/selectionRange': (start, end) => ({textDocument, positions: [start, end]}),
  'textDocument/diagnostic': () => ({textDocument}),
  'workspace/executeCommand': () => ({command: 'postmortem.refreshTimelineDiagram', arguments: [uri]}),
  'postmortem/report': () => ({uri}),
  'postmortem/words': (start, end) => ({uri, ranges: [{start, end}]}),
  'postmortem/insertSection': () => ({uri, section: 'issue-summary'}),
  'postmortem/templates': () => ({uri}),
  'postmortem/new': () => ({uri, template: 'classic', title: 'x', date: '2024-05-09'}),
  'postmortem/changeTemplate': () => ({uri, template: 'google-sre'}),
  'postmortem/deriveTemplate': () => ({texts: ['# A\n\n## Timeline\n\n## Impact\n'], name: 'Ours'}),
  'postmortem/addTimelineEntry': () => ({uri, now, zone}),
  'postmortem/pasteTimeline': (start, end) => ({uri, range: {start, end}, text: 'ada [10:05]\nIt runs', now, zone}),
  'postmortem/convertTimeZone': () => ({uri, zone: 'Asia/Tokyo'}),
  'postmortem/timeZones': () => ({uri, zone}),
  'postmortem/timelinePicture': () => ({uri}),
  'postmortem/timelineDiagram': () => ({uri}),
};

const position = fc.record({
  line: fc.oneof(fc.nat(40), fc.constant(2 ** 31 - 1)),
  character: fc.oneof(fc.nat(60), fc.constant(2 ** 31 - 1)),
});

/** What an editor sends. */
export type Message =
  | {readonly edit: Change}
  | {readonly replace: {readonly start: object; readonly end: object; readonly text: string}}
  | {readonly ask: string; readonly start: object; readonly end: object}
  | {readonly again: string};

export const message: fc.Arbitrary<Message> = fc.oneof(
  {weight: 4, arbitrary: fc.record({edit: change})},
  {weight: 1, arbitrary: fc.record({replace: fc.record({start: position, end: position, text: fc.string()})})},
  {weight: 6, arbitrary: fc.record({ask: fc.constantFrom(...Object.keys(methods)), start: position, end: position})},
  {weight: 1, arbitrary: fc.record({again: fc.string()})},
);

/** The real server, over streams in this process: it answers all messages, about the text as it is by then. */
export async function holdsConversation([text, messages]: readonly [string, readonly Message[]]): Promise<void> {
  const client = connect();
  try {
    await client.sendRequest('initialize', {processId: null, rootUri: null, capabilities});
    await client.sendNotification('initialized', {});
    await new Talk(client, text).hold(messages);
  } finally {
    client.dispose();
  }
}

const capabilities: ClientCapabilities = {textDocument: {diagnostic: {}}};

class Talk {
  readonly #client: MessageConnection;
  #document: LspDocument;

  constructor(client: MessageConnection, text: string) {
    this.#client = client;
    this.#document = new LspDocument(uri, 'markdown', 1, text);
  }

  async hold(messages: readonly Message[]): Promise<void> {
    await this.#open();
    for (const each of messages) {
      if ('ask' in each) await this.#ask(each.ask, each.start, each.end);
      else if ('edit' in each) await this.#edit(each.edit);
      else if ('replace' in each) await this.#change([{range: each.replace, text: each.replace.text}]);
      else await this.#reopen(each.again);
    }
    const report = await this.#client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {textDocument});
    assert.ok(report.kind === 'full');
    assert.deepEqual(report.items, await this.#expected());
  }

  async #ask(method: string, start: object, end: object): Promise<void> {
    const answer = await this.#client.sendRequest(method, methods[method]?.(start, end));
    if (method !== 'postmortem/new') assertRanges(answer, this.#document.text);
  }

  async #edit({at, cut, insert}: Change): Promise<void> {
    const start = at % (this.#document.text.length + 1);
    const range = this.#document.range({start, end: Math.min(start + cut, this.#document.text.length)});
    await this.#change([{range, text: insert}]);
  }

  async #change(contentChanges: readonly object[]): Promise<void> {
    const version = this.#document.version + 1;
    this.#document.update(contentChanges as Parameters<LspDocument['update']>[0], version);
    await this.#client.sendNotification('textDocument/didChange', {textDocument: {uri, version}, contentChanges});
  }

  async #open(): Promise<void> {
    const {languageId, version, text} = this.#document;
    await this.#client.sendNotification('textDocument/didOpen', {textDocument: {uri, languageId, version, text}});
  }

  async #reopen(text: string): Promise<void> {
    await this.#client.sendNotification('textDocument/didClose', {textDocument});
    this.#document = new LspDocument(uri, 'markdown', this.#document.version + 1, text);
    await this.#open();
  }

  /** Diagnostics of the text as it is, made from nothing. */
  async #expected(): Promise<Diagnostic[]> {
    const document = this.#document;
    const configurations = new Configurations(noFiles);
    const configuration = await configurations.of({uri, root: undefined, settings: []});
    const {misnamed, ...circumstances} = await configurations.withTemplateOf(document.text, configuration);
    const judgement = judge(document.text, circumstances);
    if (!judgement) return [];
    return JSON.parse(JSON.stringify(diagnostics({...judgement, document, problems: [], misnamed}, false)));
  }
}

const noFiles: Files = {read: async () => undefined};

function connect(): MessageConnection {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
    orderly().options,
  );
  serve(server, noFiles);
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.onRequest('workspace/applyEdit', () => ({applied: false}));
  client.listen();
  return client;
}

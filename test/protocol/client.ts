import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** What an editor of today says of itself. */
export const modern: ClientCapabilities = {
  textDocument: {diagnostic: {relatedInformation: true}, codeAction: {}},
  workspace: {
    workspaceFolders: true,
    configuration: true,
    didChangeConfiguration: {dynamicRegistration: true},
    didChangeWatchedFiles: {dynamicRegistration: true},
    diagnostics: {refreshSupport: true},
    workspaceEdit: {documentChanges: true, snippetEditSupport: true},
  },
};

/** One that waits to be sent diagnostics and can do nothing else. */
export const plain: ClientCapabilities = {};

/** A real server process, and the editor's side of the conversation. */
export class TestClient {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  /** Answer to `workspace/configuration`. */
  settings: unknown = null;
  /** Requests of the server that are answered with an error. */
  refused: readonly string[] = [];
  readonly registered: string[] = [];
  readonly #published: PublishDiagnosticsParams[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #seen: {method: string; params: unknown}[] = [];

  /** @param user who runs the server, if someone else than the tests */
  constructor(
    command: readonly string[] = ['dist/server.cjs', '--stdio'],
    user: {readonly uid?: number; readonly gid?: number} = {},
  ) {
    this.process = spawn(process.execPath, command, {stdio: ['pipe', 'pipe', 'pipe'], ...user});
    const {stdin, stdout} = this.process;
    if (!stdin || !stdout) throw new Error('no pipes');
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification((method, params) => this.#note(method, params));
    this.connection.onRequest((method, params) => this.#answer(method, params));
    this.connection.listen();
  }

  async initialize(capabilities: ClientCapabilities, more: Partial<InitializeParams> = {}): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...more,
    });
    await this.notify('initialized', {});
    return result;
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  request<R>(method: string, params: object): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  open(uri: string, text: string, languageId = 'markdown', version = 1): Promise<void> {
    return this.notify('textDocument/didOpen', {textDocument: {uri, languageId, version, text}});
  }

  change(uri: string, version: number, ...contentChanges: {range?: Range; text: string}[]): Promise<void> {
    return this.notify('textDocument/didChange', {textDocument: {uri, version}, contentChanges});
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', {textDocument: {uri}});
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = {textDocument: {uri}, ...(previousResultId === undefined ? {} : {previousResultId})};
    return this.request('textDocument/diagnostic', params);
  }

  /** @throws when the server says that nothing has changed */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('not a full report');
    return report.items;
  }

  actions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    const params = {textDocument: {uri}, range, context: {diagnostics: [], ...context}};
    return this.request('textDocument/codeAction', params);
  }

  /** Diagnostics that were sent for a version of a document, or from now on for none. */
  async published(uri: string, version?: number): Promise<Diagnostic[]> {
    const find = () => this.#published.find(each => each.uri === uri && each.version === version);
    await this.until(() => find() !== undefined);
    return find()?.diagnostics ?? [];
  }

  get allPublished(): readonly PublishDiagnosticsParams[] {
    return this.#published;
  }

  /** Waits for a notification or request of the server, however long ago. */
  async received(method: string, count = 1): Promise<unknown> {
    const all = () => this.#seen.filter(each => each.method === method);
    await this.until(() => all().length >= count);
    return all()[count - 1]?.params;
  }

  hasReceived(method: string): boolean {
    return this.count(method) > 0;
  }

  /** How often the server has sent it. */
  count(method: string): number {
    return this.#seen.filter(each => each.method === method).length;
  }

  /** Ends the conversation as LSP wants it. @returns the exit code */
  async shutdown(): Promise<number | null> {
    const exit = this.exit();
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return exit;
  }

  async exit(): Promise<number | null> {
    const [code] = await once(this.process, 'exit');
    return code;
  }

  dispose(): void {
    this.connection.dispose();
    this.process.kill('SIGKILL');
  }

  until(done: () => boolean): Promise<void> {
    return new Promise(resolve => {
      const look = () => {
        if (!done()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  #note(method: string, params: unknown): void {
    this.#seen.push({method, params});
    if (method === 'textDocument/publishDiagnostics') this.#published.push(params as PublishDiagnosticsParams);
    for (const look of [...this.#waiting]) look();
  }

  #answer(method: string, params: unknown): unknown {
    if (method === 'client/registerCapability') {
      const {registrations} = params as {registrations: {method: string}[]};
      this.registered.push(...registrations.map(each => each.method));
    }
    this.#note(method, params);
    if (this.refused.includes(method)) throw new Error('The client would rather not');
    return method === 'workspace/configuration' ? [this.settings] : null;
  }
}

/** A folder with files that goes away with the test. */
export class TestFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'workspace-')));

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  get uri(): string {
    return pathToFileURL(this.path).href;
  }

  write(name: string, text: string): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, text);
  }

  uriOf(name: string): string {
    return pathToFileURL(join(this.path, name)).href;
  }

  dispose(): void {
    rmSync(this.path, {recursive: true, force: true});
  }
}

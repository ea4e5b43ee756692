import {type ChildProcess, spawn} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {
  createMessageConnection,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import {TextDocument} from 'vscode-languageserver-textdocument';

/** A language server as it is started. */
export interface Server {
  readonly name: string;
  /** Program and arguments. */
  readonly command: readonly string[];
  /** Absolute path of the folder that the client has open; the document lies in it. */
  readonly folder?: string;
  /** The client asks for the diagnostics of each version instead of waiting for what the server sends. */
  readonly pulls?: boolean;
  /** It can be asked about itself over a channel besides the pipes. */
  readonly hasChannel?: boolean;
}

/** Milliseconds after which a server that does not answer is taken for stuck. */
const patience = 20_000;
const patienceAtStart = 5_000;
/** How often a server is started that does not answer. */
const attempts = 3;

/**
 * A typist whose server has answered `initialize`. rumdl's sometimes does not answer, and is started again.
 *
 * @param onStart is called before each attempt
 */
export async function startTypist(server: Server, text: string, onStart?: () => void): Promise<Typist> {
  for (let attempt = 1; ; attempt++) {
    onStart?.();
    const typist = new Typist(server, text);
    try {
      await typist.initialize();
      return typist;
    } catch (error) {
      typist.stop();
      if (attempt === attempts) throw error;
    }
  }
}

/** Someone who types in a document, and a server in a process of its own that has diagnostics for every version. */
export class Typist {
  readonly process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #document: TextDocument;
  readonly #server: Server;
  #wantsFullText = false;
  #published: (version: number | undefined) => void = () => undefined;

  constructor(server: Server, text: string) {
    this.#server = server;
    this.process = startServer(server);
    const {stdin, stdout} = this.process;
    if (!stdin || !stdout) throw new Error('no pipes');
    this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.#published(params.version),
    );
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.listen();
    const uri = pathToFileURL(`${server.folder ?? '/bench'}/postmortem.md`).href;
    this.#document = TextDocument.create(uri, 'markdown', 1, text);
  }

  /** Says hello to the server, which was started when this was made. */
  async initialize(): Promise<void> {
    const {folder, pulls} = this.#server;
    const rootUri = folder === undefined ? null : pathToFileURL(folder).href;
    const {capabilities} = await patiently<InitializeResult>(
      'initialize',
      this.#connection.sendRequest('initialize', {
        processId: process.pid,
        rootUri,
        workspaceFolders: rootUri === null ? null : [{uri: rootUri, name: 'bench'}],
        capabilities: {textDocument: {publishDiagnostics: {versionSupport: true}, ...(pulls ? {diagnostic: {}} : {})}},
      }),
      patienceAtStart,
    );
    const {textDocumentSync: sync} = capabilities;
    this.#wantsFullText = (typeof sync === 'object' ? sync.change : sync) === TextDocumentSyncKind.Full;
    await this.#connection.sendNotification('initialized', {});
  }

  /** @returns milliseconds until the document's first diagnostics were there */
  async open(): Promise<number> {
    const {uri, languageId, version} = this.#document;
    const textDocument = {uri, languageId, version, text: this.#document.getText()};
    const begin = performance.now();
    await this.#answered('textDocument/didOpen', {textDocument});
    return performance.now() - begin;
  }

  /**
   * Types a character, or takes back the one at `offset`. What an editor's own document costs is not counted.
   *
   * @returns milliseconds until the version's diagnostics were there
   */
  async type(offset: number, text: string): Promise<number> {
    const start = this.#document.positionAt(offset);
    const end = text === '' ? this.#document.positionAt(offset + 1) : start;
    const version = this.#document.version + 1;
    const change = {range: {start, end}, text};
    TextDocument.update(this.#document, [change], version);
    const contentChanges = [this.#wantsFullText ? {text: this.#document.getText()} : change];
    const begin = performance.now();
    await this.#answered('textDocument/didChange', {textDocument: {uri: this.#document.uri, version}, contentChanges});
    return performance.now() - begin;
  }

  /** Milliseconds that processors have worked for the server so far, in all its threads; only Linux tells. */
  processorTime(): number | undefined {
    const tasks = `/proc/${this.process.pid}/task`;
    if (!existsSync(tasks)) return undefined;
    const nanoseconds = readdirSync(tasks).map(task => Number.parseInt(readIfThere(`${tasks}/${task}/schedstat`), 10));
    return nanoseconds.filter(Number.isFinite).reduce((sum, each) => sum + each, 0) / 1e6;
  }

  stop(): void {
    this.#connection.dispose();
    this.process.kill('SIGKILL');
  }

  #answered(method: string, params: object): Promise<void> {
    const {uri, version} = this.#document;
    const answered = new Promise<void>((resolve, reject) => {
      // Some servers do not say which version they have read; nothing else is under way.
      this.#published = published => {
        if (published === undefined || published === version) resolve();
      };
      this.#connection.sendNotification(method, params).catch(reject);
      if (this.#server.pulls)
        this.#connection.sendRequest('textDocument/diagnostic', {textDocument: {uri}}).then(() => resolve(), reject);
    });
    return patiently(method, answered, patience);
  }
}

/** @param limit milliseconds */
async function patiently<T>(method: string, answer: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const stuck = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer to ${method} in ${limit / 1000} s`)), limit);
  });
  try {
    return await Promise.race([answer, stuck]);
  } finally {
    clearTimeout(timer);
  }
}

function startServer({command: [program = '', ...args], folder, hasChannel}: Server): ChildProcess {
  // Certificates that are added cost every start of Node some 30 ms.
  const {NODE_EXTRA_CA_CERTS: _, ...env} = process.env;
  return spawn(program, args, {
    env,
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit', ...(hasChannel ? (['ipc'] as const) : [])],
  });
}

/** A thread may end before it is asked. */
function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

import {type ChildProcess, spawn} from 'node:child_process';
import {
  createMessageConnection,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import {TextDocument} from 'vscode-languageserver-textdocument';

const uri = 'file:///bench/postmortem.md';

/** Someone who types in a document, and a server in a process of its own that sends diagnostics for every version. */
export class Typist {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #document: TextDocument;
  #published: (version: number) => void = () => undefined;

  /** @param command of the server, after `node` */
  constructor(command: readonly string[], text: string) {
    // Certificates that are added cost every start of Node some 30 ms.
    const {NODE_EXTRA_CA_CERTS: _, ...env} = process.env;
    this.#process = spawn(process.execPath, command, {env, stdio: ['pipe', 'pipe', 'inherit']});
    const {stdin, stdout} = this.#process;
    if (!stdin || !stdout) throw new Error('no pipes');
    this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.#published(params.version ?? 0),
    );
    this.#connection.listen();
    this.#document = TextDocument.create(uri, 'markdown', 1, text);
  }

  async open(): Promise<void> {
    await this.#connection.sendRequest('initialize', {processId: process.pid, rootUri: null, capabilities: {}});
    await this.#connection.sendNotification('initialized', {});
    const {languageId, version} = this.#document;
    const textDocument = {uri, languageId, version, text: this.#document.getText()};
    await this.#answered(version, 'textDocument/didOpen', {textDocument});
  }

  /** Types a character, or takes the last one back. @returns milliseconds until the version's diagnostics were there */
  async type(offset: number, text: string): Promise<number> {
    const start = this.#document.positionAt(offset);
    const end = text === '' ? this.#document.positionAt(offset + 1) : start;
    const version = this.#document.version + 1;
    const contentChanges = [{range: {start, end}, text}];
    TextDocument.update(this.#document, contentChanges, version);
    const begin = performance.now();
    await this.#answered(version, 'textDocument/didChange', {textDocument: {uri, version}, contentChanges});
    return performance.now() - begin;
  }

  stop(): void {
    this.#connection.dispose();
    this.#process.kill();
  }

  #answered(version: number, method: string, params: object): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#published = published => {
        if (published === version) resolve();
      };
      this.#connection.sendNotification(method, params).catch(reject);
    });
  }
}

import {
  CancellationTokenSource,
  type CodeLens,
  type Disposable,
  EventEmitter,
  l10n,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  ErrorCodes,
  type LanguageClientOptions,
  type Middleware,
  ResponseError,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import {refreshNotification, timelineLens} from '../server/protocol.ts';
import {answerFileRequests} from './files.ts';
import {Restarts} from './restarts.ts';
import {handleApplyEdit} from './server-edits.ts';

/** Makes a client that has not been started. It is asked for a new one whenever the server is started. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

export type Health = 'starting' | 'running' | 'stopped';

/** The language server as views and commands see it: started, started again when it dies, asked. */
export class LanguageServer implements Disposable {
  readonly log = window.createOutputChannel('Postmortem', {log: true});
  private readonly healthChanged = new EventEmitter<Health>();
  /** The server came up, went down or was given up. */
  readonly onDidChangeHealth = this.healthChanged.event;
  private readonly documentChanged = new EventEmitter<TextDocument | undefined>();
  /** The server was told of a new version of a document; without one: what it said about every document may be stale. */
  readonly onDidChangeDocument = this.documentChanged.event;
  private readonly restarts = new Restarts();
  private client: BaseLanguageClient | undefined;
  private current: Health = 'stopped';

  constructor(private readonly createClient: CreateClient) {}

  get health(): Health {
    return this.current;
  }

  /** Starts the server, and again whenever it dies, until it is stopped or not worth it any more. */
  async start(): Promise<void> {
    this.restarts.reset();
    let mine: BaseLanguageClient;
    do {
      mine = this.createClient(this.options());
      this.client = mine;
      this.setHealth('starting');
      const stopped = whenStopped(mine);
      if (await this.startClient(mine)) await stopped;
      if (this.client !== mine) {
        await mine.dispose().catch(() => undefined);
        return;
      }
    } while (this.restarts.died());
    this.setHealth('stopped');
    await this.offerRestart();
  }

  async restart(): Promise<void> {
    await this.stop();
    void this.start();
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.dispose().catch(() => undefined);
    this.setHealth('stopped');
  }

  /**
   * Asks the server.
   *
   * @param signal gives the request up
   * @throws when the server is not there, refuses, or the request was given up
   */
  async request<R>(method: string, params: object, signal?: AbortSignal): Promise<R> {
    if (!this.client) throw new Error('The server is not running');
    const cancellation = new CancellationTokenSource();
    const cancel = () => cancellation.cancel();
    signal?.addEventListener('abort', cancel, {once: true});
    try {
      return await this.client.sendRequest<R>(method, params, cancellation.token);
    } finally {
      signal?.removeEventListener('abort', cancel);
      cancellation.dispose();
    }
  }

  /** @returns the identifier by which the server knows the document */
  uriOf(document: TextDocument): string {
    return this.client?.code2ProtocolConverter.asUri(document.uri) ?? document.uri.toString();
  }

  dispose(): void {
    void this.stop();
    this.healthChanged.dispose();
    this.documentChanged.dispose();
    this.log.dispose();
  }

  private async startClient(client: BaseLanguageClient): Promise<boolean> {
    answerFileRequests(client);
    client.onNotification(refreshNotification, () => this.documentChanged.fire(undefined));
    try {
      await client.start();
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      return false;
    }
    if (this.client === client) this.setHealth('running');
    return true;
  }

  private setHealth(health: Health): void {
    if (health === this.current) return;
    this.current = health;
    this.healthChanged.fire(health);
    if (health === 'running') this.documentChanged.fire(undefined);
  }

  private async offerRestart(): Promise<void> {
    const restart = l10n.t('Restart Server');
    const show = l10n.t('Show Output');
    const message = l10n.t('The Postmortem server stopped several times in a row and was not started again.');
    const choice = await window.showErrorMessage(message, restart, show);
    if (choice === restart) await this.restart();
    if (choice === show) this.log.show();
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: documentSelector(),
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      markdown: {isTrusted: false, supportHtml: false, supportThemeIcons: true},
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({action: ErrorAction.Continue, handled: true}),
        closed: () => ({action: CloseAction.DoNotRestart, handled: true, message: 'The server stopped.'}),
      },
      middleware: this.middleware(),
    };
  }

  private middleware(): Middleware {
    const tell = async <T>(document: TextDocument, event: T, next: (event: T) => Promise<void>) => {
      await next(event);
      this.documentChanged.fire(document);
    };
    return {
      didOpen: (document, next) => tell(document, document, next),
      didChange: (event, next) => tell(event.document, event, next),
      workspace: {handleApplyEdit: handleApplyEdit(document => this.uriOf(document))},
      // The server knows no commands of the editor: what its lenses count, our views show.
      provideCodeLenses: async (document, token, next) => {
        const lenses = (await next(document, token)) ?? [];
        for (const lens of lenses) if (lens.command?.command === '') lens.command.command = commandOf(lens);
        return lenses;
      },
      sendRequest: async (type, params, token, next) => {
        const question = `${typeof type === 'string' ? type : type.method} ${documentOf(params)}`;
        this.restarts.ask(question);
        try {
          const result = await next(type, params, token);
          this.restarts.answer(question);
          return result;
        } catch (error) {
          const died = error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected;
          if (!died) this.restarts.answer(question);
          throw error;
        }
      },
    };
  }
}

/** Markdown files wherever they lie, and the files that configure us, but no side of a diff and no output channel. */
export function documentSelector(): {scheme: string; language?: string; pattern?: string}[] {
  const folders = (workspace.workspaceFolders ?? []).map(folder => folder.uri.scheme);
  const schemes = [...new Set(['file', 'untitled', 'vscode-vfs', 'vscode-remote', ...folders])];
  return schemes.flatMap(scheme => [
    {scheme, language: 'markdown'},
    {scheme, pattern: '**/.postmortem.{yaml,json}'},
  ]);
}

function whenStopped(client: BaseLanguageClient): Promise<void> {
  return new Promise(resolve => {
    client.onDidChangeState(({newState}) => {
      if (newState === State.Stopped || newState === State.StartFailed) resolve();
    });
  });
}

function commandOf(lens: CodeLens & {readonly data?: unknown}): string {
  return lens.data === timelineLens ? 'postmortem.showTimeline' : 'postmortem.outline.focus';
}

/** @returns URI of the document that a request is about; empty where it is about none */
function documentOf(params: unknown): string {
  const {uri, textDocument} = Object(params) as {uri?: unknown; textDocument?: {uri?: unknown}};
  const named = textDocument?.uri ?? uri;
  return typeof named === 'string' ? named : '';
}

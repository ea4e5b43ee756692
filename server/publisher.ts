import type {Connection} from 'vscode-languageserver';
import type {Workspace} from './workspace.ts';

/**
 * Sends diagnostics to clients that do not ask for them. Nothing waits on a clock: a document that was changed again by the time
 * its turn comes waits for its next turn, so that a flood of changes is read once.
 */
export class Publisher {
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #waiting = new Set<string>();

  constructor(connection: Connection, workspace: Workspace) {
    this.#connection = connection;
    this.#workspace = workspace;
    workspace.documents.onDidChangeContent(({document}) => this.publish(document.uri));
    workspace.documents.onDidClose(({document}) => this.#clear(document.uri));
  }

  publishAll(): void {
    for (const uri of this.#workspace.documents.keys()) this.publish(uri);
  }

  publish(uri: string): void {
    if (this.#workspace.support.pullsDiagnostics || this.#waiting.has(uri)) return;
    this.#waiting.add(uri);
    this.#afterMessages(uri, this.#version(uri));
  }

  #afterMessages(uri: string, version: number | undefined): void {
    afterNextMessage(() => {
      const now = this.#version(uri);
      if (now !== version) return this.#afterMessages(uri, now);
      void this.#send(uri).finally(() => {
        this.#waiting.delete(uri);
        if (this.#version(uri) !== now) this.publish(uri);
      });
    });
  }

  async #send(uri: string): Promise<void> {
    try {
      const diagnostics = await this.#workspace.diagnostics(uri);
      const version = this.#version(uri);
      if (version !== undefined) await this.#connection.sendDiagnostics({uri, version, diagnostics});
    } catch (error) {
      this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }

  #clear(uri: string): void {
    if (!this.#workspace.support.pullsDiagnostics) void this.#connection.sendDiagnostics({uri, diagnostics: []});
  }

  #version(uri: string): number | undefined {
    return this.#workspace.documents.get(uri)?.version;
  }
}

/** Runs after the next message that has come in by now had its turn: the connection handles one in each turn of the event loop. */
function afterNextMessage(run: () => void): void {
  const nextTurn = typeof setImmediate === 'function' ? setImmediate : (then: () => void) => setTimeout(then, 0);
  nextTurn(() => nextTurn(run));
}

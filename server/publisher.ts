import type {Connection} from 'vscode-languageserver';
import {nextMessage} from './turns.ts';
import type {Workspace} from './workspace.ts';

/**
 * Sends diagnostics to clients that do not ask for them. Nothing waits on a clock: a document that was changed again by the time
 * its turn comes waits for its next turn, so that a flood of changes is read once.
 */
export class Publisher {
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #state = new Map<string, 'waiting' | 'sending' | 'stale'>();

  constructor(connection: Connection, workspace: Workspace) {
    this.#connection = connection;
    this.#workspace = workspace;
    workspace.documents.onDidChangeContent(({document}) => this.publish(document.uri));
    workspace.documents.onDidClose(({document}) => this.#clear(document.uri));
  }

  publish(uri: string): void {
    if (this.#workspace.support.pullsDiagnostics) return;
    const state = this.#state.get(uri);
    if (state === 'sending') this.#state.set(uri, 'stale');
    if (state) return;
    void this.#sendUntilFresh(uri);
  }

  /** One answer at a time for each document, however slowly the client reads. */
  async #sendUntilFresh(uri: string): Promise<void> {
    do {
      this.#state.set(uri, 'waiting');
      await this.#rest(uri);
      this.#state.set(uri, 'sending');
      await this.#send(uri);
    } while (this.#state.get(uri) === 'stale');
    this.#state.delete(uri);
  }

  /** Until no further change has come in. */
  async #rest(uri: string): Promise<void> {
    let version: number | undefined;
    do {
      version = this.#version(uri);
      await nextMessage();
    } while (this.#version(uri) !== version);
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

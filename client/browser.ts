import {type ExtensionContext, Uri} from 'vscode';
import {LanguageClient} from 'vscode-languageclient/browser';
import type {LanguageServer} from './client.ts';
import {contribute} from './contributions.ts';

/** The browser's own; the project is otherwise compiled for Node. */
declare class Worker {
  constructor(script: string, options?: {name?: string});
}

let languageServer: LanguageServer | undefined;

export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  languageServer = contribute(context, options => {
    // A worker, not a function that makes one: what VS Code gives for `new Worker` is no `instanceof Worker` to the client.
    const worker = new Worker(script, {name: 'postmortem'});
    return new QuietClient('postmortem', 'Postmortem', worker, options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return languageServer?.stop();
}

/** Trouble goes to the log: what people are told, they are told once, elsewhere. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

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
  const server = async () => new Worker(script, {name: 'postmortem'});
  languageServer = contribute(context, options => new QuietClient('postmortem', 'Postmortem', server, options));
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

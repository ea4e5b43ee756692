import type {ExtensionContext} from 'vscode';
import {LanguageClient, TransportKind} from 'vscode-languageclient/node';
import type {LanguageServer} from './client.ts';
import {contribute} from './contributions.ts';

let languageServer: LanguageServer | undefined;

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.cjs');
  const server = {module, transport: TransportKind.ipc, options: {cwd: context.extensionPath}};
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

import {commands, type Disposable} from 'vscode';
import type {LanguageServer} from '../client.ts';

export function restartServer(server: LanguageServer): Disposable {
  return commands.registerCommand('postmortem.restartServer', () => server.restart());
}

export function showOutput(server: LanguageServer): Disposable {
  return commands.registerCommand('postmortem.showOutput', () => server.log.show());
}

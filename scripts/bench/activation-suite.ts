/** Runs inside VS Code: activates the extension, opens a document, and writes down how long both took. */
import {writeFileSync} from 'node:fs';
import {extensions, languages, Uri, window, workspace} from 'vscode';
import {logEnd} from '../../test/vscode/suite/console.ts';
import type {Activation} from './activation.ts';

/** File to be written. */
declare const resultFile: string;

export async function run(): Promise<void> {
  const extension = extensions.getExtension('postmortem.postmortem');
  if (!extension || extension.isActive) throw new Error('The extension is not there, or active before its time.');
  const activate = await timed(async () => void (await extension.activate()));
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  const uri = Uri.joinPath(folder.uri, 'postmortem.md');
  const show = await timed(async () => void (await window.showTextDocument(uri)));
  const diagnose = await timed(() => diagnosed(uri));
  const result: Activation = {activate, show, diagnose};
  writeFileSync(resultFile, JSON.stringify(result));
  logEnd();
}

/** VS Code gathers its events on diagnostics for 50 ms; the diagnostics themselves are there before. */
async function diagnosed(uri: Uri): Promise<void> {
  while (languages.getDiagnostics(uri).length === 0) await new Promise(resolve => setTimeout(resolve, 1));
}

async function timed(act: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await act();
  return performance.now() - begin;
}

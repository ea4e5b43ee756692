import {type Uri, workspace} from 'vscode';
import type {BaseLanguageClient} from 'vscode-languageclient';
import {type ReadFileParams, readFileRequest} from '../server/protocol.ts';
import {readWithin} from './read-file.ts';

/**
 * A server in a browser's worker sees no files, and none sees those that are on no disk: it reads configuration and templates through
 * the editor.
 */
export function answerFileRequests(client: BaseLanguageClient): void {
  const {asUri} = client.protocol2CodeConverter;
  client.onRequest(readFileRequest, ({uri, within}: ReadFileParams) =>
    readWithin(workspace.fs, asUri(uri), asUri(within)),
  );
}

export async function fileExists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}

import {type Uri, workspace} from 'vscode';
import type {BaseLanguageClient} from 'vscode-languageclient';
import {type ReadFileParams, readFileRequest} from '../server/protocol.ts';

/** Bytes; configuration and templates are small. */
const sizeLimit = 1_000_000;

/** A server in a browser's worker sees no files: it reads configuration and templates through the editor. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(readFileRequest, async ({uri}: ReadFileParams): Promise<string | null> => {
    const file = client.protocol2CodeConverter.asUri(uri);
    try {
      if ((await workspace.fs.stat(file)).size > sizeLimit) return null;
      return new TextDecoder().decode(await workspace.fs.readFile(file));
    } catch {
      return null;
    }
  });
}

export async function fileExists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}

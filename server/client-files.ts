import type {Connection} from 'vscode-languageserver';
import {type Files, isWithin} from './files.ts';
import {type ReadFileParams, readFileRequest} from './protocol.ts';

/** Files as the client sees them: for servers in a browser, and for workspaces that are on no disk. */
export function clientFiles(connection: Connection): Files {
  return {
    async read(uri, within) {
      if (!isWithin(uri, within)) return undefined;
      const params: ReadFileParams = {uri, within};
      // Clients that do not know the request have no such files.
      const text = await connection.sendRequest<string | null>(readFileRequest, params).catch(() => null);
      return typeof text === 'string' ? text : undefined;
    },
  };
}

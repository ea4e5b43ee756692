import {createConnection, ProposedFeatures} from 'vscode-languageserver/node';
import {clientFiles} from './client-files.ts';
import {orderly} from './lifecycle.ts';
import {nodeFiles} from './node-files.ts';
import {serve} from './server.ts';

/** The language server in Node, over what the command line names: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
const connection = createConnection(ProposedFeatures.all, orderly());
serve(connection, nodeFiles(clientFiles(connection)));

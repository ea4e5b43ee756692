import {setFlagsFromString} from 'node:v8';
import {createConnection, ProposedFeatures} from 'vscode-languageserver/node';
import {clientFiles} from './client-files.ts';
import {openChannel} from './main-channel.ts';
import {nodeFiles} from './node-files.ts';
import {serve} from './server.ts';
import {knownFlags} from './v8-flags.ts';

// Every keystroke runs the same code: V8 is to optimise it after some hundred of them, not some thousand. It changes nothing but speed.
for (const flag of knownFlags(['--interrupt-budget=15000'])) setFlagsFromString(flag);

/** The language server in Node, over what the command line names: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
const {reader, writer, options} = openChannel(process.argv.slice(2));
const connection = createConnection(ProposedFeatures.all, reader, writer, options);
serve(connection, nodeFiles(clientFiles(connection)));

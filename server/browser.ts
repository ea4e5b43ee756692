import {BrowserMessageReader, BrowserMessageWriter, createConnection} from 'vscode-languageserver/browser';
import {clientFiles} from './client-files.ts';
import {orderly} from './lifecycle.ts';
import {serve} from './server.ts';

/** The worker's own; the project is otherwise compiled for Node. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** The language server in a worker of a browser. Files are read through the client. */
const {options} = orderly();
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), options);
serve(connection, clientFiles(connection));

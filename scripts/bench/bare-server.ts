/** The least that a language server does: it keeps the text up to date, and answers every version with empty diagnostics. */
import {createConnection, TextDocumentSyncKind, TextDocuments} from 'vscode-languageserver/node';
import {TextDocument} from 'vscode-languageserver-textdocument';

const connection = createConnection();
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({capabilities: {textDocumentSync: TextDocumentSyncKind.Incremental}}));
documents.onDidChangeContent(({document: {uri, version}}) => {
  void connection.sendDiagnostics({uri, version, diagnostics: []});
});
documents.listen(connection);
connection.listen();

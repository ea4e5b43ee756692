import {createConnection, type Diagnostic, TextDocumentSyncKind, TextDocuments} from 'vscode-languageserver/node';
import {LspDocument} from '../../server/lsp.ts';

/** Serves a client that types: keeps the text up to date and sends the diagnostics of each version, at once. */
export function serveDiagnostics(diagnose: (document: LspDocument) => Diagnostic[]): void {
  const connection = createConnection();
  const documents = new TextDocuments<LspDocument>({
    create: (uri, language, version, text) => new LspDocument(uri, language, version, text),
    update: (document, changes, version) => {
      document.update(changes, version);
      return document;
    },
  });
  connection.onInitialize(() => ({capabilities: {textDocumentSync: TextDocumentSyncKind.Incremental}}));
  documents.onDidChangeContent(({document}) => {
    const {uri, version} = document;
    void connection.sendDiagnostics({uri, version, diagnostics: diagnose(document)});
  });
  documents.listen(connection);
  connection.listen();
}

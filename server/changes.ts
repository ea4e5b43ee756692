import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';
import {configurationNames} from './configuration-names.ts';
import {refreshNotification} from './protocol.ts';
import type {Publisher} from './publisher.ts';
import type {Workspace} from './workspace.ts';

/** Follows what changes outside of the documents: settings, configuration and template files, folders. Then everything is shown anew. */
export function followChanges(connection: Connection, workspace: Workspace, publisher: Publisher): void {
  const send = (sent: Promise<unknown>) => {
    sent.catch(error => connection.console.warn(String(error)));
  };
  const refresh = (uris: readonly string[] = workspace.documents.keys()) => {
    for (const uri of uris) publisher.publish(uri);
    const {diagnostics, codeLens, inlayHints} = workspace.support.refresh;
    if (diagnostics) send(connection.languages.diagnostics.refresh());
    if (codeLens) send(connection.sendRequest(CodeLensRefreshRequest.type));
    if (inlayHints) send(connection.languages.inlayHint.refresh());
    if (workspace.isAskedForReports) send(connection.sendNotification(refreshNotification));
  };
  const readAgain = (uris: readonly string[]) => {
    if (!uris.some(uri => workspace.dependsOn(uri))) return;
    workspace.forgetConfiguration();
    refresh();
  };

  connection.onInitialized(() => {
    const {registersConfiguration, registersWatchers, workspaceFolders} = workspace.support;
    // Any Markdown file may be the one that is named as template.
    const watchers = [{globPattern: `**/{${configurationNames.join(',')},*.md}`}];
    const {client} = connection;
    if (registersConfiguration) send(client.register(DidChangeConfigurationNotification.type, {section: 'postmortem'}));
    if (registersWatchers) send(client.register(DidChangeWatchedFilesNotification.type, {watchers}));
    if (!workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({added, removed}) => {
      workspace.changeFolders(added, removed);
      refresh();
    });
  });
  connection.onDidChangeConfiguration(({settings}) => {
    workspace.changeSettings(settings);
    refresh();
  });
  connection.onDidChangeWatchedFiles(({changes}) => readAgain(changes.map(({uri}) => uri)));
  workspace.onOutdated(refresh);
  workspace.documents.onDidSave(({document}) => readAgain([document.uri]));
}

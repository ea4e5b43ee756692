/** Documents of the workspace, and waiting for what the extension says about them. */
import * as vscode from 'vscode';

/** @param name of a file in test/vscode/workspace */
export async function open(name: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, name));
}

/**
 * Looks at once and after every event, until there is something.
 *
 * @param look gives `undefined` while there is nothing yet
 */
export function whenever<T>(event: vscode.Event<unknown>, look: () => T | undefined): Promise<T> {
  return new Promise(resolve => {
    const subscription = event(check);
    check();

    function check(): void {
      const found = look();
      if (found === undefined) return;
      subscription.dispose();
      resolve(found);
    }
  });
}

/** The extension's diagnostics for a document, as soon as they satisfy the condition. */
export function diagnostics(
  document: vscode.TextDocument,
  condition: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return whenever(vscode.languages.onDidChangeDiagnostics, () => {
    const own = vscode.languages.getDiagnostics(document.uri).filter(({source}) => source === 'postmortem');
    return condition(own) ? own : undefined;
  });
}

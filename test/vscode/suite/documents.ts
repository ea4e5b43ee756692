/** Documents of the workspace, and waiting for what the extension says about them. */
import {
  type CodeAction,
  type CodeActionKind,
  commands,
  type Diagnostic,
  type Event,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';

/**
 * Opens a document as it is on the disk, whatever an earlier test did to it.
 *
 * @param path in test/vscode/workspace
 */
export async function open(path: string): Promise<TextEditor> {
  const uri = uriOf(path);
  const editor = await window.showTextDocument(uri);
  const saved = new TextDecoder().decode(await workspace.fs.readFile(uri));
  const all = new Range(0, 0, editor.document.lineCount, 0);
  if (editor.document.getText() !== saved) await replace(editor, all, saved);
  return editor;
}

/** @param path in test/vscode/workspace */
export function uriOf(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  return Uri.joinPath(folder.uri, path);
}

/** Types over a range. */
export async function replace(editor: TextEditor, range: Range, text: string): Promise<void> {
  if (!(await editor.edit(builder => builder.replace(range, text)))) throw new Error('The editor refused the edit.');
}

/** The rules that the diagnostics come from. */
export function rules(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({code}) => String(typeof code === 'object' ? code.value : code));
}

/** The extension's diagnostics for a document as they are now. */
export function diagnosticsNow({uri}: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({source}) => source === 'postmortem');
}

/** The extension's diagnostics for a document, as soon as they satisfy the condition. */
export function diagnostics(
  document: TextDocument,
  condition: (rules: readonly string[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return whenever(languages.onDidChangeDiagnostics, () => {
    const now = diagnosticsNow(document);
    return condition(rules(now)) ? now : undefined;
  });
}

/** The first diagnostic of a rule, as soon as there is one. */
export async function diagnostic(document: TextDocument, rule: string): Promise<Diagnostic> {
  const found = await diagnostics(document, all => all.includes(rule));
  const first = found[rules(found).indexOf(rule)];
  if (!first) throw new Error(`There is no diagnostic of ${rule}.`);
  return first;
}

/** Looks at once and after every event, until there is something. */
function whenever<T>(event: Event<unknown>, look: () => T | undefined): Promise<T> {
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

/**
 * The code action of a title, as soon as it is offered. VS Code cancels the question while providers come and go, and has no event
 * for it: so it is asked again until mocha's patience ends.
 */
export async function codeAction(
  {uri}: TextDocument,
  range: Range,
  title: string,
  kind?: CodeActionKind,
): Promise<CodeAction> {
  for (;;) {
    const actions = await ask<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind?.value);
    const action = actions?.find(each => each.title === title);
    if (action) return action;
  }
}

/** @returns `undefined` where VS Code cancelled the question */
export async function ask<T>(command: string, ...args: unknown[]): Promise<T | undefined> {
  try {
    return await commands.executeCommand<T>(command, ...args);
  } catch (error) {
    if (error instanceof Error && error.message.includes('Canceled')) return undefined;
    throw error;
  }
}

/**
 * Imported before mocha takes its copy of `console.log`. In the workbench, the extension host's console goes to the same channel
 * as the workbench's own messages: a mark before each line tells code.mjs which are the suite's.
 */
import * as vscode from 'vscode';

const log = console.log.bind(console);
const inWorkbench = vscode.env.uiKind === vscode.UIKind.Web;

if (inWorkbench) {
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    Object.defineProperty(console, level, {value: (...args: unknown[]) => log(`\u2063${format(args)}`)});
  }
}

/** The last thing a suite does: without this line, code.mjs takes the extension host for dead. */
export function logEnd(): void {
  if (inWorkbench) log('\u2063\u2064');
}

/** What `util.format` does, as far as mocha's reporter uses it; a worker has no `node:util`. */
function format([first = '', ...rest]: unknown[]): string {
  const text = String(first).replace(/%[sdo%]/g, mark => (mark === '%%' ? '%' : String(rest.shift())));
  return [text, ...rest.map(String)].join(' ');
}

import {type CancellationToken, LSPErrorCodes, ResponseError} from 'vscode-languageserver';

/** Resolves after the next message that has come in by now had its turn: the connection handles one in each turn of the event loop. */
export async function nextMessage(): Promise<void> {
  await nextTurn();
  await nextTurn();
}

function nextTurn(): Promise<void> {
  return new Promise(resolve => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

/** @throws {ResponseError} with LSP's code for it, where the request was taken back */
export function stopIfCancelled(token: CancellationToken | undefined): void {
  if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
}

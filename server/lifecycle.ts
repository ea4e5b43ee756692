import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  LSPErrorCodes,
  type Message,
  Message as Messages,
  ResponseError,
} from 'vscode-languageserver';

/** What requests are renamed to that come too early or too late, so that they get the answer that LSP asks for. */
const refusals = {early: 'postmortem/notInitialized', late: 'postmortem/shutDown'};

/**
 * Options of a connection that keeps the order of LSP: nothing is done before `initialize` and after `shutdown`, and requests that
 * are cancelled before their turn are answered at once.
 */
export function orderly(): ConnectionOptions {
  let state: 'new' | 'running' | 'shut down' = 'new';
  return {
    connectionStrategy: {
      cancelUndispatched: message =>
        Messages.isRequest(message)
          ? {jsonrpc: '2.0', id: message.id, error: {code: LSPErrorCodes.RequestCancelled, message: 'Cancelled'}}
          : undefined,
    },
    messageStrategy: {
      handleMessage(message, next) {
        const method = methodOf(message);
        if (state === 'new' && method === 'initialize') state = 'running';
        else if (state === 'running' && method === 'shutdown') state = 'shut down';
        else if (state !== 'running' && method !== undefined && method !== 'exit') return refuse(message, state, next);
        return next(message);
      },
    },
  };
}

/** Answers what `orderly` let through to be refused. */
export function refuseOutOfOrder(connection: Connection): void {
  connection.onRequest(refusals.early, () => {
    throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized yet');
  });
  connection.onRequest(refusals.late, () => {
    throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was shut down');
  });
}

function refuse<T>(message: Message, state: 'new' | 'shut down', next: (message: Message) => T): T | undefined {
  if (!Messages.isRequest(message)) return undefined;
  return next({...message, method: state === 'new' ? refusals.early : refusals.late} as Message);
}

function methodOf(message: Message): string | undefined {
  return Messages.isRequest(message) || Messages.isNotification(message) ? message.method : undefined;
}

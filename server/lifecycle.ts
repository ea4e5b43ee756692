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
const refusals = {
  new: 'postmortem/notInitialized',
  running: 'postmortem/alreadyInitialized',
  'shut down': 'postmortem/shutDown',
};
type State = keyof typeof refusals;

/**
 * Options of a connection that keeps the order of LSP: nothing is done before `initialize` and after `shutdown`, and requests that
 * are cancelled before their turn are answered at once.
 */
export function orderly(): ConnectionOptions {
  let state: State = 'new';
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
        if (!isExpected(state, method)) return refuse(message, state, next);
        if (method === 'initialize') state = 'running';
        if (method === 'shutdown') state = 'shut down';
        return next(message);
      },
    },
  };
}

/** Answers what `orderly` let through to be refused. */
export function refuseOutOfOrder(connection: Connection): void {
  const refuseAs = (state: State, code: number, reason: string) =>
    connection.onRequest(refusals[state], () => {
      throw new ResponseError(code, reason);
    });
  refuseAs('new', ErrorCodes.ServerNotInitialized, 'The server is not initialized yet');
  refuseAs('running', ErrorCodes.InvalidRequest, 'The server is initialized already');
  refuseAs('shut down', ErrorCodes.InvalidRequest, 'The server was shut down');
}

function isExpected(state: State, method: string | undefined): boolean {
  if (method === undefined || method === 'exit') return true;
  return state === 'running' ? method !== 'initialize' : state === 'new' && method === 'initialize';
}

function refuse<T>(message: Message, state: State, next: (message: Message) => T): T | undefined {
  return Messages.isRequest(message) ? next({...message, method: refusals[state]} as Message) : undefined;
}

function methodOf(message: Message): string | undefined {
  return Messages.isRequest(message) || Messages.isNotification(message) ? message.method : undefined;
}

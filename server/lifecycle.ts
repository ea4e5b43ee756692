import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  LSPErrorCodes,
  type Message,
  Message as Messages,
  ResponseError,
} from 'vscode-languageserver';
import {malformedField} from './well-formed.ts';

/** What requests are renamed to that come too early or too late, so that they get the answer that LSP asks for. */
const refusals = {
  new: 'postmortem/notInitialized',
  running: 'postmortem/alreadyInitialized',
  'shut down': 'postmortem/shutDown',
};
type State = keyof typeof refusals;

/** What messages are renamed to whose parameters are not what their method reads. */
const malformed = 'postmortem/malformed';

/** So many requests at most are answered at a time: the answers that a client does not read are no more than that. */
const mostInFlight = 64;

/** Keeps the order of LSP in one conversation. */
export interface Lifecycle {
  /** Options of its connection. */
  readonly options: ConnectionOptions;
  /** How the process has to end when the client goes now: with 0 only after `shutdown`. */
  readonly exitCode: 0 | 1;
  /** How many requests and notifications had their turn so far. */
  readonly handled: number;
}

/**
 * Nothing is done before `initialize` and after `shutdown`, nor for messages that lack what their method reads; requests that are
 * cancelled before their turn are answered at once.
 *
 * @param onTurn is told of each request and notification that has its turn, or lost it
 */
export function orderly(onTurn: (message: Message) => void = () => undefined): Lifecycle {
  let state: State = 'new';
  let handled = 0;
  const turn = (message: Message) => {
    handled++;
    onTurn(message);
  };
  return {
    get exitCode() {
      return state === 'shut down' ? 0 : 1;
    },
    get handled() {
      return handled;
    },
    options: {
      maxParallelism: mostInFlight,
      connectionStrategy: {
        cancelUndispatched(message) {
          if (!Messages.isRequest(message)) return undefined;
          turn(message);
          return {
            jsonrpc: '2.0',
            id: message.id,
            error: {code: LSPErrorCodes.RequestCancelled, message: 'Cancelled'},
          };
        },
      },
      messageStrategy: {
        handleMessage(message, next) {
          if (!Messages.isRequest(message) && !Messages.isNotification(message)) return next(message);
          turn(message);
          const {method, params} = message;
          if (!isExpected(state, method)) return refuse(message, state, next);
          const field = malformedField(method, params);
          if (field !== undefined) return next({...message, method: malformed, params: {method, field}} as Message);
          if (method === 'initialize') state = 'running';
          if (method === 'shutdown') state = 'shut down';
          return next(message);
        },
      },
    },
  };
}

/** Answers what `orderly` let through to be refused. */
export function refuseDisorderly(connection: Connection): void {
  const refuseAs = (state: State, code: number, reason: string) =>
    connection.onRequest(refusals[state], () => {
      throw new ResponseError(code, reason);
    });
  refuseAs('new', ErrorCodes.ServerNotInitialized, 'The server is not initialized yet');
  refuseAs('running', ErrorCodes.InvalidRequest, 'The server is initialized already');
  refuseAs('shut down', ErrorCodes.InvalidRequest, 'The server was shut down');
  connection.onRequest(malformed, (params: Malformed) => {
    throw new ResponseError(ErrorCodes.InvalidParams, describe(params));
  });
  connection.onNotification(malformed, (params: Malformed) => connection.console.warn(`${describe(params)}; ignored`));
}

interface Malformed {
  readonly method: string;
  /** Empty where it is the parameters themselves. */
  readonly field: string;
}

function describe({method, field}: Malformed): string {
  return `${method}: ${field === '' ? 'the parameters' : `'${field}'`} cannot be read`;
}

function isExpected(state: State, method: string): boolean {
  if (method === 'exit') return true;
  return state === 'running' ? method !== 'initialize' : state === 'new' && method === 'initialize';
}

function refuse<T>(message: Message, state: State, next: (message: Message) => T): T | undefined {
  return Messages.isRequest(message) ? next({...message, method: refusals[state]} as Message) : undefined;
}

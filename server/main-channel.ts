import {connect} from 'node:net';
import type {Readable, Writable} from 'node:stream';
import {TextDecoder} from 'node:util';
import {
  type ConnectionOptions,
  type DataCallback,
  type Disposable,
  ErrorCodes,
  IPCMessageReader,
  IPCMessageWriter,
  type Message,
  type MessageReader,
  Message as Messages,
  type MessageWriter,
  StreamMessageReader,
} from 'vscode-languageserver/node';
import {type Lifecycle, orderly} from './lifecycle.ts';
import {WholeMessageWriter} from './main-message-writer.ts';

/** Both directions of a conversation, and how it is held. */
export interface Channel {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  readonly options: ConnectionOptions;
}

/** While so many messages wait for their turn, no more are taken in. */
const mostWaiting = 1000;

/** The same while the client owes an answer: those who wait for it may hold up all others, and it comes behind what was sent before. */
const mostBeforeAnswer = 10_000;

/** The connection handles one message in each turn of the event loop: after so many turns without one there are no more. */
const idleTurns = 10;

/**
 * Opens the channel that the command line names: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. When the client closes it,
 * or sends what cannot be understood, the process ends: nobody is left to serve.
 *
 * @throws when no channel is named
 */
export function openChannel(args: readonly string[]): Channel {
  if (args.includes('--node-ipc')) return parentChannel();
  if (args.includes('--stdio')) return standardChannel();
  const [port, name] = [givenFor('--socket', args), givenFor('--pipe', args)];
  if (port === undefined && name === undefined) throw new Error('no channel: --stdio');
  const stream = name === undefined ? connect(Number(port), '127.0.0.1') : connect(name);
  return streamChannel(stream, stream);
}

/** Of `--socket=4000`, or of `--socket 4000`. */
function givenFor(option: string, args: readonly string[]): string | undefined {
  const at = args.findIndex(arg => arg === option || arg.startsWith(`${option}=`));
  return args[at] === option ? args[at + 1] : args[at]?.slice(option.length + 1);
}

function parentChannel(): Channel {
  const lifecycle = orderly();
  process.on('disconnect', () => process.exit(lifecycle.exitCode));
  return {
    reader: new IPCMessageReader(process),
    writer: new IPCMessageWriter(process),
    options: lifecycle.options,
  };
}

function standardChannel(): Channel {
  // What a library prints must not get between the messages.
  const {error} = console;
  Object.assign(console, {log: error, info: error, debug: error, dir: error, table: error});
  return streamChannel(process.stdin, process.stdout);
}

function streamChannel(input: Readable, output: Writable): Channel {
  const writer = new WholeMessageWriter(output, message => reader.isAsked(message));
  const reader = new PatientReader(input, {charset: 'utf-8', contentTypeDecoder: messagesOf(writer)});
  const lifecycle = orderly(message => reader.hadTurn(message));
  const leave = () => process.exit(lifecycle.exitCode);
  input.once('end', () => afterMessages(lifecycle, leave));
  input.once('close', () => afterMessages(lifecycle, leave));
  const breakOff = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.stderr.write(`The conversation broke off: ${error.message.split('\n')[0]}\n`);
    leave();
  };
  output.on('close', leave);
  output.on('error', breakOff);
  // Where one message ends is where the next begins: after a header that cannot be read none can be.
  reader.onError(breakOff);
  return {reader, writer, options: lifecycle.options};
}

/** Does what the client asked for before it hung up, `shutdown` and `exit` among it. */
function afterMessages(lifecycle: Lifecycle, leave: () => void): void {
  // That nobody can be told any more is no failure.
  process.on('uncaughtException', () => undefined);
  let [handled, idle] = [-1, 0];
  const look = () => {
    idle = lifecycle.handled === handled ? idle + 1 : 0;
    handled = lifecycle.handled;
    if (idle > idleTurns) leave();
    else setImmediate(look);
  };
  look();
}

/** Reads JSON. A message that is none is answered as JSON-RPC asks for, and the next one is read. */
function messagesOf(writer: MessageWriter) {
  const decoder = new TextDecoder();
  return {
    name: 'application/json',
    async decode(bytes: Uint8Array): Promise<Message> {
      try {
        return JSON.parse(decoder.decode(bytes));
      } catch (error) {
        const message = `The message is no JSON: ${error instanceof Error ? error.message : String(error)}`;
        await writer.write({jsonrpc: '2.0', id: null, error: {code: ErrorCodes.ParseError, message}} as Message);
        return {jsonrpc: '2.0', method: '$/unreadable'} as Message;
      }
    },
  };
}

/** Takes nothing in while too much waits: then the client has to wait, and memory does not grow. */
class PatientReader extends StreamMessageReader {
  readonly #input: Readable;
  /** Two requests of one identifier are one to the connection. */
  readonly #requests = new Set<string>();
  /** What the client was asked and has not answered. */
  readonly #asked = new Set<string>();
  #notifications = 0;

  constructor(input: Readable, readerOptions: ConstructorParameters<typeof StreamMessageReader>[1]) {
    super(input, readerOptions);
    this.#input = input;
  }

  override listen(callback: DataCallback): Disposable {
    return super.listen(message => {
      if (Messages.isRequest(message)) this.#requests.add(String(message.id));
      else if (Messages.isResponse(message)) this.#asked.delete(String(message.id));
      else if (hasTurn(message)) this.#notifications++;
      this.#pauseOrGoOn();
      try {
        callback(message);
      } catch {
        // Only cancellations of nothing get here. They are no reason to stop reading.
      }
    });
  }

  hadTurn(message: Message): void {
    if (Messages.isRequest(message)) this.#requests.delete(String(message.id));
    else if (hasTurn(message)) this.#notifications--;
    this.#pauseOrGoOn();
  }

  /** The server sends this message to the client. */
  isAsked(message: Message): void {
    if (!Messages.isRequest(message)) return;
    this.#asked.add(String(message.id));
    this.#pauseOrGoOn();
  }

  #pauseOrGoOn(): void {
    const waiting = this.#requests.size + this.#notifications;
    const most = this.#asked.size > 0 ? mostBeforeAnswer : mostWaiting;
    if (!this.#input.isPaused()) {
      if (waiting >= most) this.#input.pause();
    } else if (waiting <= most / 2) this.#input.resume();
  }
}

/** What is cancelled while it waits is never handled by itself. */
function hasTurn(message: Message): boolean {
  return Messages.isNotification(message) && message.method !== '$/cancelRequest';
}

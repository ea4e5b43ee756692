import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process';
import {once} from 'node:events';

/** What the server sends, as far as tests look at it. */
export interface RawMessage {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: {readonly code: number; readonly message: string};
}

/** A real server process, and a client that sends whatever bytes it likes. */
export class RawSession {
  readonly process: ChildProcessWithoutNullStreams;
  readonly received: RawMessage[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #exit: Promise<unknown[]>;
  #bytes = Buffer.alloc(0);
  #lastId = 0;
  errors = '';

  constructor(args: readonly string[] = ['dist/server.cjs', '--stdio']) {
    this.process = spawn(process.execPath, args);
    this.#exit = once(this.process, 'exit');
    // It is no mistake here to write to a server that has gone.
    this.process.stdin.on('error', () => undefined);
    this.process.stderr.setEncoding('utf8').on('data', text => {
      this.errors += text;
    });
    this.process.stdout.on('data', bytes => this.#read(bytes));
  }

  send(message: object): boolean {
    return this.write(framed(message));
  }

  write(bytes: string | Buffer): boolean {
    return this.process.stdin.write(bytes);
  }

  /** @param params may be anything, which is the point */
  async ask(method: string, params?: unknown): Promise<RawMessage> {
    const id = ++this.#lastId;
    this.send({id, method, ...(params === undefined ? {} : {params})});
    return this.answer(id);
  }

  answer(id: RawMessage['id']): Promise<RawMessage> {
    return this.until(message => message.id === id && message.method === undefined);
  }

  initialize(capabilities: object = {}, more: object = {}): Promise<RawMessage> {
    return this.ask('initialize', {processId: null, rootUri: null, capabilities, ...more});
  }

  /** The first message that is so, however long ago. @throws when the process ends before */
  until(isIt: (message: RawMessage) => boolean): Promise<RawMessage> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.received.find(isIt);
        if (!found) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
      void this.#exit.then(() => reject(new Error(`The server ended. ${this.errors}`)));
    });
  }

  /** Waits for words on standard error, however long ago. @throws when the process ends before */
  untilItSays(words: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => this.errors.includes(words) && resolve();
      this.process.stderr.on('data', look);
      look();
      void this.#exit.then(() => reject(new Error(`The server ended. ${this.errors}`)));
    });
  }

  async exitCode(): Promise<unknown> {
    const [code] = await this.#exit;
    return code;
  }

  dispose(): void {
    this.process.kill('SIGKILL');
  }

  #read(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    for (;;) {
      const header = /^Content-Length: (\d+)\r\n\r\n/.exec(this.#bytes.subarray(0, 64).toString('latin1'));
      if (!header) break;
      const [start, length] = [header[0].length, Number(header[1])];
      if (this.#bytes.length < start + length) break;
      this.received.push(JSON.parse(this.#bytes.subarray(start, start + length).toString()));
      this.#bytes = this.#bytes.subarray(start + length);
    }
    for (const look of [...this.#waiting]) look();
  }
}

/** The bytes of a message, header included. */
export function framed(message: object): string {
  const body = JSON.stringify({jsonrpc: '2.0', ...message});
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

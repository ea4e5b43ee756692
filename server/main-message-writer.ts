import type {Writable} from 'node:stream';
import {AbstractMessageWriter, type Message, type MessageWriter} from 'vscode-languageserver/node';

/**
 * Writes every message in one piece and at once. The library's own writer hands over header and content one after the other, which wakes the
 * client twice, and lets a turn of the event loop pass between messages.
 */
export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #output: Writable;
  readonly #onWrite: (message: Message) => void;
  #errors = 0;

  /** @param onWrite is told of each message before it is written */
  constructor(output: Writable, onWrite: (message: Message) => void = () => undefined) {
    super();
    this.#output = output;
    this.#onWrite = onWrite;
    output.on('error', error => this.fireError(error));
    output.on('close', () => this.fireClose());
  }

  /** @returns when the client's end of the channel has taken the message; rejected when it cannot be written */
  async write(message: Message): Promise<void> {
    this.#onWrite(message);
    const content = JSON.stringify(message);
    const bytes = `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
    await new Promise<void>((resolve, reject) => {
      this.#output.write(bytes, 'utf8', error => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.#errors);
        reject(error);
      });
    });
  }

  end(): void {
    this.#output.end();
  }
}

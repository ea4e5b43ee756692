import assert from 'node:assert/strict';
import {Writable} from 'node:stream';
import type {Message} from 'vscode-languageserver/node';
import {WholeMessageWriter} from '../server/main-message-writer.ts';

describe('the writer of messages', () => {
  it('writes each in one piece, with its length in bytes', async () => {
    const chunks: string[] = [];
    const output = new Writable({
      write(chunk, _, done) {
        chunks.push(String(chunk));
        done();
      },
    });
    const writer = new WholeMessageWriter(output);
    const message = {jsonrpc: '2.0', method: 'ünï🔥'} as Message;
    await Promise.all([writer.write(message), writer.write(message)]);
    const content = JSON.stringify(message);
    const whole = `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
    assert.deepEqual(chunks, [whole, whole]);
  });

  it('tells of a channel that takes nothing any more', async () => {
    const output = new Writable({write: (_, __, done) => done(new Error('gone'))});
    const writer = new WholeMessageWriter(output);
    const errors: unknown[] = [];
    writer.onError(([error]) => errors.push(error.message));
    await assert.rejects(writer.write({jsonrpc: '2.0'}), /gone/);
    assert.ok(errors.includes('gone'));
  });
});

import {fstatSync, writeSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Terminal} from './command.ts';
import {reasonOf} from './reason.ts';

/** Milliseconds to wait for someone who reads slowly. */
const pause = 5;

const isShown = isTerminal(1);

/** Standard output and error. What is written is out when the call returns: no stream has to be set up or waited for. */
export const terminal: Terminal = {
  out: (text, painted) => write(1, isShown ? harmless(text, painted) : text),
  err: text => write(2, harmless(text)),
  colors: isShown && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
};

/**
 * Names and texts of strangers' files must not command the terminal.
 *
 * @param painted the text has colours, and what strangers wrote in it has none any more
 * @returns the text without control characters, but for ends of lines, tabs and these colours
 */
export function harmless(text: string, painted = false): string {
  return text.replaceAll(/\p{Cc}\[\d{1,2}m|[\p{Cc}\p{Bidi_Control}]/gu, found => {
    if (found === '\n' || found === '\t' || (painted && found.startsWith('\u001b['))) return found;
    return `\uFFFD${found.slice(1)}`;
  });
}

function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // Whoever reads our output may have had enough, for instance `head`.
      if (code === 'EPIPE' || code === 'EOF') process.exit();
      if (code !== 'EAGAIN') giveUp(descriptor, error);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

/** What cannot be said is not done: a file system that is full must not look like a clean check. */
function giveUp(descriptor: number, error: unknown): never {
  if (descriptor === 1) write(2, `postmortem: standard output: ${reasonOf(error)}\n`);
  process.exit(2);
}

/** Pipes and files are told from terminals without loading what terminals need. */
function isTerminal(descriptor: number): boolean {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
    const {isatty}: typeof import('node:tty') = createRequire(__filename)('node:tty');
    return isatty(descriptor);
  } catch {
    return false;
  }
}

import {closeSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';

/** A file of text as it was read. */
export interface TextFile {
  readonly path: string;
  readonly bytes: Buffer;
  /** Without the byte-order mark. */
  readonly text: string;
  readonly hasByteOrderMark: boolean;
  /** False when the bytes are no UTF-8: then `text` has stand-ins and must not be written back. */
  readonly isExact: boolean;
}

export const byteOrderMark = '\uFEFF';

/** Bytes of a file that is read at all: hundreds of times more than of it are judged. */
const largestFile = 64 * 2 ** 20;

/** @throws when the file is so large that to read it would take the machine's memory */
function withinSize(path: string): string {
  if (statSync(path).size > largestFile) throw new Error('is larger than 64 MiB and is not read');
  return path;
}

/** @throws when the file cannot be read, or is text in another encoding than UTF-8 */
export function readTextFile(path: string): TextFile {
  return decodeText(path, readFileSync(withinSize(path)));
}

/** The same without its bytes, for those who will not write it back: most files need not be looked at twice. */
export function readText(path: string): Pick<TextFile, 'text' | 'isExact'> {
  const decoded = readFileSync(withinSize(path), 'utf8');
  if (decoded.includes('\uFFFD')) return readTextFile(path);
  return {text: decoded.startsWith(byteOrderMark) ? decoded.slice(1) : decoded, isExact: true};
}

/** @throws for UTF-16: nothing of it could be understood */
export function decodeText(path: string, bytes: Buffer): TextFile {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new Error('is UTF-16; only UTF-8 is read');
  const decoded = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes);
  const hasByteOrderMark = decoded.startsWith(byteOrderMark);
  const text = hasByteOrderMark ? decoded.slice(1) : decoded;
  return {path, bytes, text, hasByteOrderMark, isExact: bytes.equals(Buffer.from(decoded))};
}

/**
 * Writes a file that is not there, with the folders that it lies in.
 *
 * @throws when there is one, or it cannot be written: then nothing is left of it
 */
export function createFile(path: string, text: string): void {
  makeFolder(dirname(path));
  const handle = openSync(path, 'wx');
  try {
    writeFileSync(handle, text);
  } catch (error) {
    removeIfThere(path);
    throw error;
  } finally {
    closeSync(handle);
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, {recursive: true});
  } catch (error) {
    // It is said of a file in the folder's place, too, as if that were what is to be written.
    const isFile = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw isFile ? Object.assign(new Error('not a directory'), {code: 'ENOTDIR'}) : error;
  }
}

export function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was not made, or is a file's new self by now.
  }
}

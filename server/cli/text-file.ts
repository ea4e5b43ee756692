import {randomBytes} from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import {basename, dirname, join} from 'node:path';

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

const byteOrderMark = '\uFEFF';

/** @throws when the file cannot be read, or is text in another encoding than UTF-8 */
export function readTextFile(path: string): TextFile {
  return decodeText(path, readFileSync(path));
}

/** The same without its bytes, for those who will not write it back: most files need not be looked at twice. */
export function readText(path: string): Pick<TextFile, 'text' | 'isExact'> {
  const decoded = readFileSync(path, 'utf8');
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
 * Puts new text in a file's place in one step: it is written beside the file first, so that whatever goes wrong the original is
 * whole. Symbolic links stay, their target is replaced; the file keeps its mode and, as far as that is allowed, its owner.
 *
 * @throws when it cannot be written, or was changed by someone else since it was read
 */
export function replaceText(file: TextFile, text: string): void {
  const target = realpathSync(file.path);
  accessSync(target, constants.W_OK);
  const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  const before = statSync(target);
  const bytes = Buffer.from((file.hasByteOrderMark ? byteOrderMark : '') + text);
  try {
    writeDurably(draft, bytes, before);
    const present = readFileSync(target);
    if (present.equals(bytes)) return;
    if (!present.equals(file.bytes)) throw new Error('was changed by someone else in the meantime');
    renameSync(draft, target);
  } finally {
    removeIfThere(draft);
  }
}

/**
 * Writes a file that is not there, with the folders that it lies in.
 *
 * @throws when there is one, or it cannot be written: then nothing is left of it
 */
export function createFile(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true});
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

function writeDurably(path: string, bytes: Buffer, {mode, uid, gid}: Stats): void {
  const handle = openSync(path, 'wx', mode);
  try {
    writeFileSync(handle, bytes);
    keepOwner(handle, uid, gid);
    // After the owner: giving a file away takes some bits of its mode.
    fchmodSync(handle, mode);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Only the superuser may give files away, and is the one who should: else it would own what it mends. */
function keepOwner(handle: number, uid: number, gid: number): void {
  try {
    fchownSync(handle, uid, gid);
  } catch {
    // The file is the own one of who mends it.
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was not made, or is a file's new self by now.
  }
}

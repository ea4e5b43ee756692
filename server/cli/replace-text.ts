import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import {dirname} from 'node:path';
import {draftOf, sweepDrafts} from './drafts.ts';
import {byteOrderMark, removeIfThere, type TextFile} from './text-file.ts';

/**
 * Puts new text in a file's place in one step: it is written beside the file first, so that whatever goes wrong the original is
 * whole. Symbolic links stay, their target is replaced; the file keeps its mode and, as far as that is allowed, its owner.
 *
 * @throws when it cannot be written, or was changed by someone else since it was read
 */
export function replaceText(file: TextFile, text: string): void {
  const target = realpathSync(file.path);
  accessSync(target, constants.W_OK);
  const draft = draftOf(target);
  const before = statSync(target);
  const bytes = Buffer.from((file.hasByteOrderMark ? byteOrderMark : '') + text);
  sweepDrafts(dirname(target));
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

import {createHash, randomBytes} from 'node:crypto';
import {lstatSync, readdirSync} from 'node:fs';
import {hostname} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {removeIfThere} from './text-file.ts';

/** Tells this machine from others that might write to the same folder: a process that is not alive here may be alive there. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

const pattern = /^\..+\.([\da-f]{8})-(\d+)-[\da-f]{8}\.tmp$/;

/** @returns path for the draft of a file, beside it; its name says which process it belongs to */
export function draftOf(file: string): string {
  const unique = `${machine}-${process.pid}-${randomBytes(4).toString('hex')}`;
  return join(dirname(file), `.${basename(file)}.${unique}.tmp`);
}

const swept = new Set<string>();

/** Removes drafts from a folder, once, that belong to nobody any more: whoever made them was killed while writing. */
export function sweepDrafts(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const [, maker, owner] = pattern.exec(name) ?? [];
    if (maker === machine && !isAlive(Number(owner)) && lstatSync(path, {throwIfNoEntry: false})?.isFile())
      removeIfThere(path);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // It may be written to without being read.
    return [];
  }
}

function isAlive(id: number): boolean {
  try {
    // Sends nothing: only asks whether something could be sent.
    return process.kill(id, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

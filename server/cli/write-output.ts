import type {Terminal} from './command.ts';
import {reasonOf} from './reason.ts';

/**
 * Writes the file that a command makes.
 *
 * @param path of the file: trouble with writing is told of it, not of what it is made from
 * @returns 0, or 2 when it could not be written
 */
export function writeOutput(path: string, write: () => void, terminal: Terminal): 0 | 2 {
  try {
    write();
    return 0;
  } catch (error) {
    const reason = isThere(error) ? 'exists already' : `cannot be written: ${reasonOf(error)}`;
    terminal.err(`postmortem: ${path}: ${reason}\n`);
    return 2;
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

import {existsSync} from 'node:fs';

/** Folders of real documents. */
export const corpora = ['../shared/corpus/dev', '../shared/corpus/industry'] as const;

const missing = new Set<string>();

/**
 * Is it there, what tests read that lies beside the project and not in it? Who has the project alone is told at the end of a run what was
 * not read. Where `CI` is set, everything must be there.
 */
export function isBeside(path: string): boolean {
  if (existsSync(path)) return true;
  if (process.env['CI']) throw new Error(`${path} is not here: with CI set, tests must not do without it.`);
  if (missing.size === 0) process.once('exit', tellMissing);
  missing.add(path);
  return false;
}

function tellMissing(): void {
  console.warn(`Not everything was tested, for these are not here: ${[...missing].join(', ')}`);
}

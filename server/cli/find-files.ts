import {lstatSync, readdirSync, statSync} from 'node:fs';
import {join, normalize, resolve} from 'node:path';
import {reasonOf} from './reason.ts';

export interface FoundFiles {
  /** Paths as the user would name them, each file once: the named ones in the order given, those of a folder by name. */
  readonly files: readonly string[];
  /** What could not be read, one sentence each. */
  readonly problems: readonly string[];
}

const markdown = /\.(?:md|markdown)$/i;
const skipped = new Set(['node_modules', '.git', '.hg', '.svn']);

/**
 * The files to work on. Named files are taken whatever they are called; folders are walked for Markdown. Symbolic links are followed
 * where they are named, not where a folder has them: what they lead to is found in its own place, and they cannot make a loop.
 */
export function findFiles(paths: readonly string[]): FoundFiles {
  const files = new Map<string, string>();
  const problems: string[] = [];
  const add = (path: string) => {
    const place = resolve(path);
    if (!files.has(place)) files.set(place, path);
  };
  for (const path of paths) {
    try {
      if (statSync(path).isDirectory()) walk(normalize(path), add, problems);
      else add(path);
    } catch (error) {
      problems.push(`${path}: ${reasonOf(error)}`);
    }
  }
  return {files: [...files.values()], problems};
}

function walk(top: string, add: (path: string) => void, problems: string[]): void {
  const open = [top];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const folders: string[] = [];
    for (const name of namesIn(folder, problems)) {
      const path = join(folder, name);
      const entry = lstatSync(path, {throwIfNoEntry: false});
      if (entry?.isDirectory() && !skipped.has(name)) folders.push(path);
      else if (entry?.isFile() && markdown.test(name)) add(path);
    }
    open.push(...folders.reverse());
  }
}

function namesIn(folder: string, problems: string[]): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    problems.push(`${folder}: ${reasonOf(error)}`);
    return [];
  }
}

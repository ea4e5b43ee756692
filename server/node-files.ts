import {readFile, realpath, stat} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';
import {URI} from 'vscode-uri';
import {type Files, isWithin} from './files.ts';

/** Configuration and templates are small: what is larger is not read. Bytes. */
const largest = 1_000_000;

/** Files on disk. @param others reads resources that are on no disk. */
export function nodeFiles(others?: Files): Files {
  return {
    async read(uri, within) {
      const {scheme, fsPath} = URI.parse(uri);
      if (scheme !== 'file') return others?.read(uri, within);
      const real = await existing(fsPath);
      if (real === undefined || !(await isReallyWithin(real, within))) return undefined;
      const {size} = await stat(real);
      if (size > largest) throw new Error(`it is larger than ${largest / 1_000_000} MB`);
      return readFile(real, 'utf8');
    },
  };
}

/** @returns the real path of a regular file; `undefined` when there is none */
async function existing(path: string): Promise<string | undefined> {
  try {
    const real = await realpath(path);
    return (await stat(real)).isFile() ? real : undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

async function isReallyWithin(real: string, folder: string): Promise<boolean> {
  const {scheme, fsPath} = URI.parse(folder);
  if (scheme !== 'file') return false;
  return isWithin(pathToFileURL(real).href, pathToFileURL(await realpath(fsPath)).href);
}

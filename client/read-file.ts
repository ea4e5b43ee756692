import type {FileSystem, FileType, Uri} from 'vscode';

/** Bytes; configuration and templates are small. */
const largest = 1_000_000;

// VS Code's own names of these are not there in tests outside of it; the types hold the figures to them.
const regularFile: FileType.File = 1;
const symbolicLink: FileType.SymbolicLink = 64;

/**
 * The text of a file, which must lie in the folder. File systems do not say where a symbolic link leads: what is one, or lies behind one
 * below the folder, is as if it were not there. The folder itself may be one.
 *
 * @returns `null` where there is no such file, or it is too large
 */
export async function readWithin(
  files: Pick<FileSystem, 'stat' | 'readFile'>,
  file: Uri,
  folder: Uri,
): Promise<string | null> {
  const between = foldersBetween(file, folder);
  if (!between) return null;
  try {
    // Most files that are asked for are not there: that is found out by one question.
    const {type, size} = await files.stat(file);
    if (type !== regularFile || size > largest) return null;
    const folders = await Promise.all(between.map(each => files.stat(each)));
    if (folders.some(each => (each.type & symbolicLink) !== 0)) return null;
    return new TextDecoder().decode(await files.readFile(file));
  } catch {
    return null;
  }
}

/** @returns the folders on the way from the folder to the file; `undefined` where the way leads elsewhere */
function foldersBetween(file: Uri, folder: Uri): Uri[] | undefined {
  const root = folder.path.replace(/\/$/, '');
  if (file.scheme !== folder.scheme || file.authority !== folder.authority || !file.path.startsWith(`${root}/`))
    return undefined;
  // A backslash parts names where the files lie on Windows.
  const names = file.path.slice(root.length + 1).split(/[\\/]+/);
  if (names.includes('..')) return undefined;
  return names.slice(0, -1).map((_, index) => file.with({path: [root, ...names.slice(0, index + 1)].join('/')}));
}

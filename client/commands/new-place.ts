/** Glob of Markdown files whose path looks like a postmortem's, for `workspace.findFiles`. */
export const postmortemPattern = '**/*{ostmortem,ost-mortem,ncident}*{.md,/**/*.md}';

const postmortemFolder = /(^|\/)[^/]*(post-?mortem|incident)[^/]*(\/|$)/i;
const fallback = 'postmortems';

/**
 * Where a new postmortem goes: the folder in which most of the others lie.
 *
 * @param paths of Markdown files whose path looks like a postmortem's, relative to the workspace folder, with slashes
 * @returns a path relative to the workspace folder; empty for the folder itself
 */
export function usualFolder(paths: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    if (!postmortemFolder.test(path)) continue;
    const folder = homeOf(path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, inA], [b, inB]) => inB - inA || a.length - b.length || (a < b ? -1 : 1));
  return best?.[0] ?? fallback;
}

/** Folder of a file; for `incidents/2024-03-05/README.md`, which has a folder to itself, the one above. */
function homeOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const isAlone = /\/(readme|index)\.md$/i.test(path);
  return (isAlone ? folders.slice(0, -1) : folders).join('/');
}

/**
 * @param path as someone typed it
 * @returns the path with slashes, with `.md`, without `.`; `undefined` where it leads outside of the folder, as one from the root does
 */
export function cleanPath(path: string): string | undefined {
  if (/^\s*(?:[\\/]|~[\\/])/.test(path)) return undefined;
  const parts = path
    .trim()
    .split(/[\\/]+/)
    .filter(part => part !== '' && part !== '.');
  const last = parts.at(-1);
  if (last === undefined || parts.includes('..')) return undefined;
  return /\.(md|markdown)$/i.test(last) ? parts.join('/') : `${parts.join('/')}.md`;
}

/** The first character of a path that no file name may have on some systems: such a file could not be checked out there. */
export function forbiddenCharacter(path: string): string | undefined {
  return /[:"?*<>|]/.exec(path)?.[0];
}

/** The longest name that file systems take, in bytes. */
const longestName = 255;

/** The first name in a path that is too long for a file system. */
export function longName(path: string): string | undefined {
  return path.split('/').find(name => new TextEncoder().encode(name).length > longestName);
}

/**
 * The first part of a path that is a file where the path needs a folder.
 *
 * @param isFile is asked about each folder that the path names, the outermost first
 */
export async function fileInTheWay(
  path: string,
  isFile: (path: string) => Promise<boolean>,
): Promise<string | undefined> {
  const folders = path.split('/').slice(0, -1);
  for (let count = 1; count <= folders.length; count++) {
    const folder = folders.slice(0, count).join('/');
    if (await isFile(folder)) return folder;
  }
  return undefined;
}

/** The day at the author's place. */
export function localDate(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

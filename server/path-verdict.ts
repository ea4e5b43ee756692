import {URI} from 'vscode-uri';
import {isWithin} from './files.ts';
import {matcher} from './globs.ts';

/** An overview lies among postmortems, and by its name tells of all of them: `postmortems/README.md`. */
export type PathVerdict = 'postmortem' | 'overview' | 'excluded' | 'unknown';

/** In a folder of many; a folder for one incident has its postmortem under such a name. */
const overview =
  /\/(?:post-?mortems|incidents|(?:incident|outage)-?reports|outages)\/(?:readme|index)\.(?:md|markdown)$/i;

/** Globs, and the folder that they are relative to. */
export interface Globs {
  readonly globs: readonly string[];
  readonly folder: string | undefined;
}

const installed: readonly string[] = ['**/node_modules/**'];

/** What the globs of settings say of a file, and its name. */
export function judgePath(uri: string, {files, exclude}: {files: Globs; exclude: Globs}): PathVerdict {
  if (matches(uri, exclude) || matches(uri, {globs: installed, folder: exclude.folder})) return 'excluded';
  if (!matches(uri, files)) return 'unknown';
  return overview.test(URI.parse(uri).path) ? 'overview' : 'postmortem';
}

export function matches(uri: string, {globs, folder}: Globs): boolean {
  return matcher(globs)(relativePath(uri, folder));
}

/** The path below the folder. A file that lies outside of any known folder is judged by its own name and that of its folder. */
export function relativePath(uri: string, folder: string | undefined): string {
  if (folder !== undefined && isWithin(uri, folder))
    return URI.parse(`x:${uri.slice(folder.length)}`).path.replace(/^\//, '');
  return URI.parse(uri).path.split('/').slice(-2).join('/');
}

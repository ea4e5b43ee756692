import {existsSync, lstatSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {configurationNames} from '../configuration-names.ts';

const repositories = new Map<string, string | undefined>();
const configured = new Map<string, boolean>();

/** @returns the nearest folder upwards that has a `.git` */
export function repositoryOf(folder: string): string | undefined {
  if (repositories.has(folder)) return repositories.get(folder);
  const parent = dirname(folder);
  const own = existsSync(join(folder, '.git')) ? folder : undefined;
  const found = own ?? (parent === folder ? undefined : repositoryOf(parent));
  repositories.set(folder, found);
  return found;
}

/** Might a configuration file hold for what lies in the folder? */
export function mayBeConfigured(folder: string): boolean {
  const known = configured.get(folder);
  if (known !== undefined) return known;
  const parent = dirname(folder);
  const isTop = parent === folder || repositoryOf(folder) === folder;
  const found = configurationNames.some(name => mayBeThere(join(folder, name))) || (!isTop && mayBeConfigured(parent));
  configured.set(folder, found);
  return found;
}

/** Front matter names its template within so many UTF-16 units. */
const mostFrontMatter = 4000;

/** Might other files, of configuration or of a template, decide about a text at this place? @param path absolute */
export function mayDependOnFiles(path: string, text: string): boolean {
  return mayBeConfigured(dirname(path)) || text.slice(0, mostFrontMatter).includes('template');
}

/** All of a file's place that decides about it where nothing is configured. @param path absolute */
export function placeOf(path: string): string {
  const repository = repositoryOf(dirname(path));
  return repository === undefined ? `${process.cwd()}\n${path}` : relative(repository, path);
}

/** Also a link to nowhere, or what cannot be looked at: the configuration's reader says what is wrong. */
function mayBeThere(path: string): boolean {
  try {
    return lstatSync(path, {throwIfNoEntry: false}) !== undefined;
  } catch {
    return true;
  }
}

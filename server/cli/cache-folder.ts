import {
  closeSync,
  fstatSync,
  futimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import {isAbsolute, join} from 'node:path';
import {endBetweenSteps} from './signals.ts';

/** What the folder holds at most: files, and bytes of all together. The ones that were not used for longest go. */
const most = {files: 200, bytes: 150_000_000};

/** A draft that is older belongs to a process that was killed. Milliseconds. */
const longestDraft = 60 * 60 * 1000;

/** A file that is used says so once in so many milliseconds. */
const freshFor = 24 * 60 * 60 * 1000;

/**
 * The user's folder for what can be made again at any time. Nothing that goes wrong in it is an error: what cannot be read, is not whole
 * or is another user's is as if it were not there. Files are replaced in one step, so that concurrent runs see the old one or the
 * new one. Each has its content and its name twice, one after the other: comparing them takes hardly any time, and no cryptography has
 * to be loaded.
 */
export class CacheFolder {
  readonly #path: string;

  /** @param path absolute; it is made on the first write */
  constructor(path: string) {
    this.#path = path;
  }

  /** @returns what was written under that name */
  read(name: string): Buffer | undefined {
    try {
      const bytes = readOwn(join(this.#path, name));
      const half = bytes.subarray(0, bytes.length / 2);
      const length = half.length - Buffer.byteLength(name);
      const isWhole = length >= 0 && half.equals(bytes.subarray(bytes.length / 2));
      return isWhole && half.toString('utf8', length) === name ? half.subarray(0, length) : undefined;
    } catch {
      return undefined;
    }
  }

  write(name: string, content: Uint8Array): void {
    const path = join(this.#path, name);
    const end = Buffer.from(name);
    endBetweenSteps();
    const draft = `${path}.${process.pid}-${process.hrtime.bigint()}.tmp`;
    try {
      mkdirSync(this.#path, {recursive: true, mode: 0o700});
      writeFileSync(draft, Buffer.concat([content, end, content, end]), {flag: 'wx', mode: 0o600});
      renameSync(draft, path);
      this.#dropOldest();
    } catch {
      removeIfThere(draft);
    }
  }

  #dropOldest(): void {
    const files = readdirSync(this.#path)
      .map(name => join(this.#path, name))
      .flatMap(path => {
        const found = statSync(path, {throwIfNoEntry: false});
        return found ? [{path, size: found.size, used: found.mtimeMs}] : [];
      })
      .sort((a, b) => b.used - a.used);
    let bytes = 0;
    for (const [index, {path, size, used}] of files.entries()) {
      bytes += size;
      const isLeft = path.endsWith('.tmp') && Date.now() - used > longestDraft;
      if (isLeft || index >= most.files || bytes > most.bytes) removeIfThere(path);
    }
  }
}

/**
 * @param environment variables of the process
 * @returns `undefined` where there is no folder that is the user's own
 */
export function userCacheFolder(environment: NodeJS.ProcessEnv, platform = process.platform): CacheFolder | undefined {
  const [base = '', ...below] = basePath(environment, platform);
  if (!isAbsolute(base)) return undefined;
  // As another user, for instance with sudo: what is left here would lock the owner out.
  return isAnothers(base) ? undefined : new CacheFolder(join(base, ...below, 'postmortem'));
}

function basePath({HOME, LOCALAPPDATA, XDG_CACHE_HOME}: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (XDG_CACHE_HOME) return [XDG_CACHE_HOME];
  if (platform === 'win32') return [LOCALAPPDATA ?? ''];
  return platform === 'darwin' ? [HOME ?? '', 'Library', 'Caches'] : [HOME ?? '', '.cache'];
}

/** @throws when there is none, or another user has or could have written it: it might hold code, which is run */
function readOwn(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const {uid, mode, mtimeMs} = fstatSync(handle);
    if (!isOwn(uid) || isOpenToOthers(mode)) throw new Error("may be another user's");
    const bytes = readFileSync(handle);
    if (Date.now() - mtimeMs > freshFor) markAsUsed(handle);
    return bytes;
  } finally {
    closeSync(handle);
  }
}

function markAsUsed(handle: number): void {
  try {
    futimesSync(handle, new Date(), new Date());
  } catch {
    // The folder may be read-only.
  }
}

function isAnothers(path: string): boolean {
  try {
    return !isOwn(statSync(path, {throwIfNoEntry: false})?.uid);
  } catch {
    return true;
  }
}

function isOwn(uid: number | undefined): boolean {
  return uid === undefined || process.getuid === undefined || uid === process.getuid();
}

function isOpenToOthers(mode: number): boolean {
  return process.getuid !== undefined && (mode & 0o022) !== 0;
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Another run was faster.
  }
}

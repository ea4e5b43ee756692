import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname} from 'node:path';
import {Script} from 'node:vm';
import type {CacheFolder} from './cache-folder.ts';

/** A CommonJS module whose machine-independent code was kept from an earlier run: it need not be compiled again. */
export interface Compiled {
  readonly exports: unknown;
  /** Keeps the functions that were called up to now, unless it came from there. */
  keep(): void;
}

/**
 * @param file absolute path of a bundle, which is all ASCII
 * @param name what it is kept under: another one for other code, for V8 does not compare the code itself
 * @param folder where it is kept, if anywhere
 */
export function loadCompiled(file: string, name: string, folder: CacheFolder | undefined): Compiled {
  // Read as Latin-1, a text has one byte for each character, in memory, too.
  const source = `(function(exports,require,module,__filename,__dirname){${readFileSync(file, 'latin1')}\n})`;
  const entry = `code-${name}-${process.version}-${process.platform}-${process.arch}`;
  const cachedData = folder?.read(entry);
  const script = new Script(source, cachedData ? {filename: file, cachedData} : {filename: file});
  const isKept = cachedData !== undefined && script.cachedDataRejected === false;
  const module = {exports: {}};
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return {
    exports: module.exports,
    keep: () => {
      if (!isKept) folder?.write(entry, script.createCachedData());
    },
  };
}

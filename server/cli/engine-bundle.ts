import {createRequire} from 'node:module';
import {join} from 'node:path';
import type * as V8 from 'node:v8';
import {knownFlags} from '../v8-flags.ts';
import type {CacheFolder} from './cache-folder.ts';
import {type Compiled, loadCompiled} from './compiled.ts';
import {identity} from './identity.ts';

/** Bundles of the code that understands postmortems, by their file, and what is in them: what `check` needs, and all other verbs. */
interface Bundles {
  readonly 'cli-judging.cjs': typeof import('./judging.ts');
  readonly 'cli-engine.cjs': typeof import('./engine.ts');
}

/** The code that understands postmortems lies in bundles of its own: what needs none of it does not wait for it. */
export class EngineBundle<File extends keyof Bundles> {
  readonly #compiled: Compiled;

  /**
   * @param purpose what will be done with it: other functions are needed for other purposes
   * @param folder where its compiled code is kept, if anywhere
   */
  constructor(file: File, purpose: string, folder: CacheFolder | undefined) {
    const name = `${purpose}-${identity}`;
    this.#compiled = loadCompiled(bundle(file), name, identity === '' ? undefined : folder);
  }

  get exports(): Bundles[File] {
    return this.#compiled.exports as Bundles[File];
  }

  /** To be called when it has done what it was loaded for. */
  keep(): void {
    this.#compiled.keep();
  }
}

/**
 * Prepares V8 for what is to be done. It changes nothing but speed. To be called before code is loaded, because V8 may take kept code back
 * only under the flags that it was made under.
 *
 * In a short run no function is optimised, for that takes longer than the run lasts; and regular expressions are compiled once and not
 * twice. In a long one functions are optimised each by itself: inlining others into them, in every thread anew, takes longer than it saves.
 */
export function prepareRun(isShort: boolean): void {
  const v8: typeof V8 = createRequire(__filename)('node:v8');
  for (const flag of knownFlags(isShort ? short : long)) v8.setFlagsFromString(flag);
}

const short = ['--interrupt-budget=1000000000', '--no-regexp-tier-up'];
const long = ['--max-inlined-bytecode-size-cumulative=0'];

/** @returns absolute path of a bundle; all of the command line lie beside each other */
export function bundle(name: string): string {
  return join(__dirname, name);
}

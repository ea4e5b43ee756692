import {join} from 'node:path';
import type {CacheFolder} from './cache-folder.ts';
import {type Compiled, loadCompiled} from './compiled.ts';
import {identity} from './identity.ts';

type Engine = typeof import('./engine.ts');

/** The code that understands postmortems lies in a bundle of its own: what needs none of it does not wait for it. */
export class EngineBundle {
  readonly #compiled: Compiled;

  /**
   * @param purpose what will be done with it: other functions are needed for other purposes
   * @param folder where its compiled code is kept, if anywhere
   */
  constructor(purpose: string, folder: CacheFolder | undefined) {
    const name = `${purpose}-${identity}`;
    this.#compiled = loadCompiled(bundle('cli-engine.cjs'), name, identity === '' ? undefined : folder);
  }

  get engine(): Engine {
    return this.#compiled.exports as Engine;
  }

  /** To be called when it has done what it was loaded for. */
  keep(): void {
    this.#compiled.keep();
  }
}

/** @returns absolute path of a bundle; all of the command line lie beside each other */
export function bundle(name: string): string {
  return join(__dirname, name);
}

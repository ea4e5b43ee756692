/** Runs mocha inside VS Code, in Node and in a web worker alike: its browser bundle runs in both. */
import {logEnd} from './console.ts';
import './page.ts';
import 'mocha/mocha.js';

declare const suiteGrep: string | undefined;

mocha.setup({ui: 'bdd', reporter: 'spec', color: false, timeout: 20_000, ...(suiteGrep ? {grep: suiteGrep} : {})});

/** VS Code calls this once the module, and with it every test file, is loaded. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run(failures => {
      logEnd();
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
  });
}

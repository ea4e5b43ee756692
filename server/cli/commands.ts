import {userCacheFolder} from './cache-folder.ts';
import {check} from './check.ts';
import type {Command} from './command.ts';
import type * as Engine from './engine.ts';
import {EngineBundle} from './engine-bundle.ts';

type Name = keyof typeof Engine;

/** The verbs of the command line, one line each. All but `check`, which may need no engine, are in its bundle. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => check,
  fix: () => fromEngine('fix'),
  new: () => fromEngine('newDocument'),
  derive: () => fromEngine('derive'),
  timeline: () => fromEngine('timeline'),
  stats: () => fromEngine('stats'),
  lsp: () => fromEngine('lsp'),
};

async function fromEngine(name: Name): Promise<Command> {
  const bundle = new EngineBundle('cli-engine.cjs', name, userCacheFolder(process.env));
  const command = await bundle.exports[name]();
  return {
    ...command,
    run: async (invocation, terminal) => {
      const code = await command.run(invocation, terminal);
      bundle.keep();
      return code;
    },
  };
}

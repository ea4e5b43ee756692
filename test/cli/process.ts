import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {TestFolder} from '../protocol/client.ts';

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What the command line keeps lies here, not in the home of whoever runs the tests. */
const cache = new TestFolder();
process.once('exit', () => cache.dispose());
export const environment: NodeJS.ProcessEnv = {...process.env, XDG_CACHE_HOME: cache.path};

interface Circumstances {
  /** Standard input. */
  readonly input?: string;
  /** Environment variables besides those of the tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folder of the program. */
  readonly program?: string;
}

/** Runs the real command line in a folder. */
export async function postmortem(
  cwd: string,
  args: readonly string[],
  {input = '', env = {}, program = `${process.cwd()}/dist`}: Circumstances = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [`${program}/cli.cjs`, ...args], {
    cwd,
    env: {...environment, ...env},
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', text => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', text => {
    err += text;
  });
  child.stdin.on('error', () => undefined).end(input);
  const [code] = await once(child, 'close');
  return {code, out, err};
}

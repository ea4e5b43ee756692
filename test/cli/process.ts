import {spawn} from 'node:child_process';
import {once} from 'node:events';

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command line in a folder. */
export async function postmortem(cwd: string, args: readonly string[], input = ''): Promise<Outcome> {
  const cli = `${process.cwd()}/dist/cli.cjs`;
  const child = spawn(process.execPath, [cli, ...args], {cwd, stdio: ['pipe', 'pipe', 'pipe']});
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', text => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', text => {
    err += text;
  });
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return {code, out, err};
}

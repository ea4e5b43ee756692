import {spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {makeBundles} from './bundles.ts';
import {postmortemOf} from './documents.ts';
import {goal} from './goals.ts';
import {installPeers} from './peers.ts';
import {median, quantile, short, table, withSeparators} from './samples.ts';

/** Words of each file, and files of the large folder. */
const words = 550;
const files = 2000;

const rounds = {one: 11, many: 3, warm: 5};

/** One way to check what lies in the current folder. */
interface Contestant {
  readonly name: string;
  readonly command: readonly string[];
  /** Environment variables besides the usual ones. */
  readonly env?: Readonly<Record<string, string>>;
  /** Makes it forget what it found out in earlier runs; absent for what remembers nothing. */
  readonly forget?: () => void;
}

interface Times {
  readonly one: number[];
  readonly cold: number[];
  readonly warm: number[];
}

/** The command line beside other linters, the whole process: one file, and many files that were or were not seen before. */
export async function benchCommandLine(): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const one = folderOf(scratch, 'one', 1);
    const many = folderOf(scratch, 'many', files);
    const contestants = await contestantsIn(scratch);
    const nothing = {name: '`node -e 0`', command: [process.execPath, '-e', '0']};
    const times = new Map<Contestant, Times>();
    for (const each of [nothing, ...contestants]) times.set(each, {one: [], cold: [], warm: []});
    // They take turns, so that the machine's moods fall on all of them.
    for (let round = 0; round < rounds.one; round++)
      for (const [each, {one: samples}] of times) samples.push(await runCold(each, one));
    for (let round = 0; round < rounds.many; round++)
      for (const each of contestants) times.get(each)?.cold.push(await runCold(each, many));
    for (let round = 0; round < rounds.warm; round++)
      for (const each of contestants.filter(({forget}) => forget)) times.get(each)?.warm.push(await run(each, many));
    return report(times);
  } finally {
    rmSync(scratch, {recursive: true, force: true});
  }
}

function report(times: ReadonlyMap<Contestant, Times>): string {
  const [[, nothing] = [], [, ours] = []] = times;
  const base = median(nothing?.one ?? []);
  const own = median(ours?.cold ?? []);
  const rows = [...times].map(([{name}, {one, cold, warm}]) => {
    const rate = withSeparators(Math.round((files * 1000) / median(cold)));
    return [
      name,
      ...spread(one, 1),
      short(median(one) / base),
      ...spread(cold, 1000),
      ...(cold.length > 0 ? [rate, short(median(cold) / own)] : ['', '']),
      ...spread(warm, 1000),
    ];
  });
  const number = withSeparators(files);
  const head = [
    ...['whole process', 'one file, ms: p50', 'p95', `× ${'`node -e 0`'}`],
    ...[`${number} cold, s: p50`, 'p95', 'files/s', '× ours', `${number} warm, s: p50`, 'p95'],
  ];
  return `${table(head, rows)}

${goals(times).join('\n')}

Each file is a postmortem of ${words} words. Cold: nothing is known of the files, but the program has run before, so that its compiled code is
kept. Warm: the files were seen and have not changed; where there is no figure the program remembers nothing, and is no faster than cold.
There are ${rounds.one} runs over one file, ${rounds.many} cold and ${rounds.warm} warm: of so few p95 is the slowest.`;
}

/** p50 and p95 in a unit of so many milliseconds. */
function spread(samples: readonly number[], unit: number): string[] {
  return [0.5, 0.95].map(part => short(quantile(samples, part) / unit));
}

/** A list of the goals, with what they are about and whether they are met. */
function goals(times: ReadonlyMap<Contestant, Times>): string[] {
  const [[, nothing] = [], [, own] = [], ...others] = times;
  const middle = (samples: readonly number[] | undefined) => median(samples ?? []);
  const markdownlint = others.find(([{name}]) => name === 'markdownlint-cli2')?.[1];
  // What remembers nothing takes as long for files that it has seen.
  const again = others.map(([, {cold, warm}]) => median(warm.length > 0 ? warm : cold));
  const number = withSeparators(files);
  return [
    goal('one file, × `node -e 0`', middle(own?.one) / middle(nothing?.one), '≤', 2),
    goal(`${number} cold, markdownlint-cli2, × ours`, middle(markdownlint?.cold) / middle(own?.cold), '≥', 5),
    goal(`${number} warm, the fastest other program, × ours`, Math.min(...again) / middle(own?.warm), '>', 1),
  ];
}

/** A folder with so many postmortems, each a little different. */
function folderOf(scratch: string, name: string, count: number): string {
  const folder = join(scratch, name);
  mkdirSync(join(folder, '.git'), {recursive: true});
  const text = postmortemOf(words);
  for (let index = 0; index < count; index++) {
    const service = `${services[index % services.length]}-${index}`;
    const own = text.replaceAll('checkout', service).replace('14 May', `${1 + (index % 28)} May`);
    writeFileSync(join(folder, `postmortem-${index}.md`), own.replaceAll('40 %', `${5 + (index % 90)} %`));
  }
  return folder;
}

const services = ['search', 'billing', 'sign-in', 'images', 'mail', 'catalogue', 'basket', 'reports', 'export', 'maps'];

async function contestantsIn(scratch: string): Promise<Contestant[]> {
  const {file, commands} = await installPeers();
  const cli = resolve((await makeBundles()).path('cli.cjs'));
  const ours = join(scratch, 'cache/postmortem');
  const caches = {rumdl: join(scratch, 'rumdl'), textlint: join(scratch, 'textlint')};
  const preset = file('remark-preset-lint-recommended/index.js');
  const todo = ['--rules-base-directory', file('.'), '--rule', 'no-todo'];
  const remove = (path: string) => rmSync(path, {recursive: true, force: true});
  return [
    {
      name: 'postmortem check',
      command: [process.execPath, cli, 'check'],
      env: {XDG_CACHE_HOME: join(scratch, 'cache')},
      forget: () =>
        namesIn(ours)
          .filter(isResult)
          .forEach(name => void remove(join(ours, name))),
    },
    {
      name: 'rumdl',
      command: [...commands.rumdl, 'check', '--cache-dir', caches.rumdl, '.'],
      forget: () => remove(caches.rumdl),
    },
    {name: 'markdownlint-cli2', command: [...commands['markdownlint-cli2'], '*.md']},
    {name: 'remark-cli', command: [...commands.remark, '--quiet', '--use', preset, '.']},
    {
      name: 'textlint',
      command: [...commands.textlint, ...todo, '--cache', '--cache-location', caches.textlint, '*.md'],
      forget: () => remove(caches.textlint),
    },
  ];
}

/** Results, and not compiled code. */
function isResult(name: string): boolean {
  return name.startsWith('found-');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function runCold(contestant: Contestant, folder: string): Promise<number> {
  contestant.forget?.();
  return run(contestant, folder);
}

/** Exit codes of programs that have done their work, with findings or without. */
const done = [0, 1];

/**
 * @returns milliseconds from start to end
 * @throws when it has not done its work
 */
function run({name, command: [program = '', ...args], env: own}: Contestant, cwd: string): Promise<number> {
  const {NODE_EXTRA_CA_CERTS: _, ...usual} = process.env;
  const env = {...usual, ...own};
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(program, args, {cwd, env, stdio: ['ignore', 'pipe', 'pipe']});
    child.stdout.resume();
    child.stderr.resume();
    child.on('error', reject).on('close', code => {
      if (done.includes(code ?? -1)) resolve(performance.now() - begin);
      else reject(new Error(`${name} failed with exit code ${code}`));
    });
  });
}

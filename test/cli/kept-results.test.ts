import assert from 'node:assert/strict';
import {cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {onlyStructure} from '../only-structure.ts';
import {TestFolder} from '../protocol/client.ts';
import {postmortem} from './process.ts';

const programs = ['cli.cjs', 'cli-judging.cjs', 'cli-worker.cjs'];

/** A postmortem, of which some are in order and some are not. */
function incident(number: number): string {
  return `# Postmortem: shard ${number} stopped taking writes

## Issue Summary

On 4 March 2024 from 08:${10 + (number % 50)} to 09:30 UTC nobody could save a draft on shard ${number}.

${number % 3 === 0 ? 'Timeline' : '## Timeline'}

- 08:${10 + (number % 50)} UTC - The disk is full.
- 09:30 UTC - Old snapshots are gone and writes go through.

## Root cause and resolution

Snapshots were never deleted. We deleted them.

## Corrective and preventative measures

- Delete snapshots after ${number + 7} days.
`;
}

describe('postmortem check and what it keeps', () => {
  let folder: TestFolder;
  let cache: TestFolder;
  let program: TestFolder;
  beforeEach(() => {
    folder = new TestFolder({'.git/config': ''});
    cache = new TestFolder();
    program = new TestFolder();
    for (const name of programs) cpSync(join('dist', name), join(program.path, name));
    for (let number = 0; number < 3; number++) folder.write(`postmortems/${number}.md`, incident(number));
  });
  afterEach(() => {
    for (const each of [folder, cache, program]) each.dispose();
  });

  const check = (...args: string[]) =>
    postmortem(folder.path, ['check', ...args], {env: {XDG_CACHE_HOME: cache.path}, program: program.path});
  const kept = () => join(cache.path, 'postmortem');
  const keptFiles = () => readdirSync(kept()).map(name => join(kept(), name));
  const anew = (...args: string[]) => check('--no-cache', ...args);
  /** From now on nothing can be judged: what still comes out was kept. */
  const removeEngine = () => rmSync(join(program.path, 'cli-judging.cjs'));

  for (const args of [[], ['--format', 'json'], ['--explain']])
    it(`prints the same again without judging: check ${args.join(' ')}`, async () => {
      const first = await check(...args);
      assert.equal(first.code, 1);
      assert.match(first.out, /postmortems\/0\.md/);
      assert.deepEqual(await anew(...args), first);
      removeEngine();
      assert.deepEqual(await check(...args), first);
    });

  it('keeps no result of a single file, but takes one that is kept, and then keeps the next', async () => {
    const one = 'postmortems/1.md';
    const results = () => readdirSync(kept()).filter(name => name.startsWith('found-'));
    const first = await check(one);
    assert.deepEqual(results(), []);
    await check();
    assert.equal(results().length, 1);
    folder.write('postmortems/3.md', incident(3));
    const other = await check('postmortems/3.md');
    removeEngine();
    assert.deepEqual(await check(one), first);
    assert.deepEqual(await check('postmortems/3.md'), other);
  });

  it('keeps nothing and takes nothing kept with --no-cache', async () => {
    await anew();
    assert.ok(!existsSync(kept()));
    await check();
    removeEngine();
    assert.equal((await anew()).code, 2);
  });

  const template = '# Shape\n\n## Issue Summary\n';
  const configure = (settings: object) => folder.write('.postmortem.yaml', JSON.stringify(settings));
  const changes: readonly {what: string; before?: () => void; change: () => void; args?: string[]}[] = [
    {what: 'a text', change: () => folder.write('postmortems/1.md', '# Notes\n')},
    {
      what: 'a name',
      change: () => renameSync(join(folder.path, 'postmortems'), join(folder.path, 'shards')),
    },
    {what: 'the rules', change: () => configure({rules: onlyStructure({'unmarked-section': 'error'})})},
    {
      what: 'a severity',
      before: () => configure({rules: onlyStructure({'unmarked-section': 'warning'})}),
      change: () => configure({rules: onlyStructure({'unmarked-section': 'hint'})}),
    },
    {
      what: 'what is checked',
      before: () => configure({rules: onlyStructure()}),
      change: () => configure({rules: onlyStructure(), exclude: ['**/1.md']}),
    },
    {
      what: 'the text of a template',
      before: () => {
        configure({template: 'shape.md', rules: onlyStructure()});
        folder.write('shape.md', template);
      },
      change: () => folder.write('shape.md', `${template}\n## Weather\n`),
    },
    {
      what: 'the text of a template that front matter names',
      before: () => {
        folder.write('shape.md', template);
        folder.write('postmortems/1.md', `---\ntemplate: shape.md\n---\n\n${incident(1)}`);
      },
      change: () => folder.write('shape.md', `${template}\n## Sea\n`),
    },
    {what: 'the template asked for', change: () => undefined, args: ['--template', 'google-sre']},
    {what: 'the files asked for', change: () => undefined, args: ['postmortems/2.md']},
  ];
  for (const {what, before, change, args = []} of changes)
    it(`lets nothing kept stand that depends on ${what}`, async () => {
      before?.();
      const first = await check();
      change();
      const [second, unkept] = await Promise.all([check(...args), anew(...args)]);
      assert.notDeepEqual(second, first);
      assert.deepEqual(second, unkept);
    });

  it('knows nothing of what another version has kept', async () => {
    await check();
    const path = join(program.path, 'cli.cjs');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\b[\da-f]{32}\b/, '0'.repeat(32)));
    removeEngine();
    assert.equal((await check()).code, 2);
  });

  it('judges anew where what it kept is damaged, and keeps that', async () => {
    const first = await check();
    const damages: ((bytes: Buffer) => Buffer)[] = [
      bytes => bytes.subarray(0, bytes.length / 2),
      () => Buffer.alloc(0),
      bytes => Buffer.from(bytes.map((byte, index) => (index === bytes.length - 20 ? byte ^ 1 : byte))),
    ];
    for (const damage of damages) {
      assert.equal(keptFiles().length, 2);
      for (const file of keptFiles()) writeFileSync(file, damage(readFileSync(file)));
      assert.deepEqual(await check(), first);
    }
    const [one = '', other = ''] = keptFiles();
    cpSync(one, other);
    assert.deepEqual(await check(), first);
    removeEngine();
    assert.deepEqual(await check(), first);
  });

  it('does without a folder to keep things in', async () => {
    const first = await check();
    const file = join(cache.path, 'file');
    writeFileSync(file, '');
    for (const place of [file, join(file, 'below'), 'relative']) {
      const env = {XDG_CACHE_HOME: place};
      assert.deepEqual(await postmortem(folder.path, ['check'], {env, program: program.path}), first);
    }
    assert.ok(!existsSync(join(folder.path, 'relative')));
  });

  it('bears many runs at once', async () => {
    const expected = await anew();
    const runs = await Promise.all(Array.from({length: 6}, () => check()));
    for (const run of runs) assert.deepEqual(run, expected);
    assert.equal(keptFiles().length, 2);
    removeEngine();
    assert.deepEqual(await check(), expected);
  });
});

describe('postmortem check with many files', () => {
  const names = Array.from({length: 120}, (_, number) => `postmortems/${String(number).padStart(3, '0')}.md`);
  let folder: TestFolder;
  let program: TestFolder;
  let expected: string;
  before(async () => {
    folder = new TestFolder({'.git/config': ''});
    program = new TestFolder();
    for (const name of programs) cpSync(join('dist', name), join(program.path, name));
    for (const [number, name] of names.entries()) folder.write(name, incident(number));
    // So few at a time that no other thread is asked.
    const parts = await Promise.all([0, 40, 80].map(from => inParts(names.slice(from, from + 40))));
    expected = JSON.stringify({version: 1, files: parts.flat()});
  });
  after(() => {
    for (const each of [folder, program]) each.dispose();
  });

  const json = (...paths: string[]) =>
    postmortem(folder.path, ['check', '--no-cache', '--format', 'json', ...paths], {program: program.path});
  const inParts = async (paths: readonly string[]): Promise<unknown[]> => {
    const files: unknown[] = [];
    for (let from = 0; from < paths.length; from += 20)
      files.push(...JSON.parse((await json(...paths.slice(from, from + 20))).out).files);
    return files;
  };

  it('prints them in the order in which they are found', async () => {
    assert.equal((await json()).out, `${expected}\n`);
  });

  for (const [what, code] of [
    ['cannot be started', 'throw new Error("no thread");'],
    ['die', 'require("node:worker_threads").parentPort.on("message", () => process.exit(3));'],
  ] as const)
    it(`judges them itself when other threads ${what}`, async () => {
      writeFileSync(join(program.path, 'cli-worker.cjs'), code);
      const {out, err} = await json();
      assert.equal(out, `${expected}\n`);
      assert.equal(err, '');
    });
});

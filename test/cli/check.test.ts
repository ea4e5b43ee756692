import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import Ajv from 'ajv';
import type {ReportJson} from '../../server/features/json.ts';
import {onlyStructure} from '../only-structure.ts';
import {TestFolder} from '../protocol/client.ts';
import {environment, postmortem} from './process.ts';

const clean = `# Postmortem: images did not load

## Issue Summary

From 09:00 to 09:40 UTC on 3 June 2024 half of our readers saw no images. A rule of the firewall was wrong.

## Timeline

- 09:00 UTC - The rule goes live.
- 09:40 UTC - It is taken back.

## Root cause and resolution

The rule matched the image servers. We took it back.

## Corrective and preventative measures

- Try out rules on one server first.
`;
const unmarked = clean.replace('## Timeline', 'Timeline:');

describe('postmortem check', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = new TestFolder({'.postmortem.yaml': JSON.stringify({rules: onlyStructure()}), '.git/config': ''});
  });
  afterEach(() => folder.dispose());
  const check = (...args: string[]) => postmortem(folder.path, ['check', ...args]);
  const json = async (...args: string[]): Promise<ReportJson> =>
    JSON.parse((await check('--format', 'json', ...args)).out);

  it('finds nothing in a good postmortem', async () => {
    folder.write('postmortems/images.md', clean);
    assert.deepEqual(await check(), {code: 0, out: 'Nothing found in 1 postmortem.\n', err: ''});
  });

  it('prints findings with the lines of the source', async () => {
    folder.write('postmortems/images.md', unmarked);
    const {code, out} = await check('postmortems');
    assert.equal(code, 1);
    assert.equal(
      out,
      `postmortems/images.md:7:1 warning 'Timeline' is a title, but not a heading [unmarked-section]
  |
7 | Timeline:
  | ^^^^^^^^^
  = help: Make 'Timeline' a heading

1 finding in 1 postmortem; 'postmortem fix' mends it.
`,
    );
  });

  it('promises of fix what fix does', async () => {
    const plain = unmarked.replaceAll('\n- 09:', '\n09:');
    folder.write('.postmortem.yaml', JSON.stringify({rules: onlyStructure({'timeline-format': 'warning'})}));
    folder.write('postmortems/images.md', plain);
    assert.match((await check()).out, /\n2 findings in 1 postmortem; 'postmortem fix' mends 1\.\n$/);
    assert.equal((await postmortem(folder.path, ['fix'])).out, 'Mended postmortems/images.md\n');
    // What makes a list of the timeline is safe, but not structural.
    const {out} = await check('--no-cache');
    assert.match(out, /= help: Make the timeline a list\n\n1 finding in 1 postmortem\.\n$/);
    assert.equal((await postmortem(folder.path, ['fix'])).out, 'Nothing to mend.\n');
  });

  it('promises no fix of what is not all UTF-8', async () => {
    writeFileSync(join(folder.path, 'images.md'), Buffer.from(unmarked.replace('wrong', 'w\u00f6rng'), 'latin1'));
    const {out} = await check('images.md');
    assert.match(out, /\n1 finding in 1 postmortem\.\n$/);
  });

  it('says which drafts it did not judge for content', async () => {
    folder.write(
      'postmortems/images.md',
      '## Issue Summary\n\n## Timeline\n\n## Root cause and resolution\n\n## Corrective and preventative measures\n',
    );
    const out = 'Nothing found in 1 postmortem; 1 draft not judged for content.\n';
    assert.deepEqual(await check(), {code: 0, out, err: ''});
  });

  it('takes every file for a postmortem with --template', async () => {
    folder.write('notes.md', '# Notes\n');
    assert.deepEqual(await check('notes.md'), {code: 0, out: 'No postmortem among 1 file.\n', err: ''});
    const {files} = await json('--template', 'classic', 'notes.md');
    assert.equal(files[0]?.postmortem, true);
    assert.equal(files[0]?.template, 'classic');
    assert.ok(files[0]?.findings.some(({rule}) => rule === 'missing-section'));
    folder.write('shape.md', '# Shape\n\n## Weather\n');
    const own = await json('--template', './shape.md', 'notes.md');
    assert.deepEqual(
      own.files[0]?.sections.map(({title}) => title),
      ['Weather'],
    );
    const unknown = await check('--template', 'clasic', 'notes.md');
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /no template 'clasic'; built in are classic, /);
  });

  it('prints JSON as its schema says, with every file', async () => {
    folder.write('postmortems/images.md', unmarked);
    folder.write('README.md', '# A tool\n\nWhat it is for.\n');
    const report = await json('.');
    const validate = new Ajv({allowUnionTypes: true}).compile(
      JSON.parse(readFileSync('schemas/report.schema.json', 'utf8')),
    );
    assert.ok(validate(report), JSON.stringify(validate.errors));
    const [readme, images] = report.files;
    const nothing = {
      template: null,
      words: null,
      timeline: null,
      metrics: null,
      wordRange: null,
      sections: [],
      requirements: [],
      findings: [],
    };
    assert.deepEqual(readme, {path: 'README.md', postmortem: false, ...nothing});
    assert.equal(images?.path, 'postmortems/images.md');
    assert.deepEqual(images?.sections[1], {
      id: 'timeline',
      title: 'Timeline',
      status: 'unmarked',
      words: images?.sections[1]?.words,
      headings: [{line: 7, marker: 'plain', text: 'Timeline:'}],
    });
    assert.equal(images?.requirements.length, 16);
    assert.deepEqual(images?.findings[0]?.range, {start: {line: 7, column: 1}, end: {line: 7, column: 10}});
  });

  it('walks folders by name, each file once, without node_modules and without following links', async () => {
    for (const name of ['b.md', 'a/z.markdown', 'a/y.txt', 'a/node_modules/x.md', '.github/w.md', 'c.MD'])
      folder.write(name, '# Text\n');
    symlinkSync('..', join(folder.path, 'a/loop'));
    symlinkSync('../b.md', join(folder.path, 'a/link.md'));
    const paths = async (...args: string[]) => (await json(...args)).files.map(({path}) => path);
    assert.deepEqual(await paths('.'), ['b.md', 'c.MD', '.github/w.md', 'a/z.markdown']);
    assert.deepEqual(await paths('c.MD', '.', './b.md'), ['c.MD', 'b.md', '.github/w.md', 'a/z.markdown']);
    assert.deepEqual(await paths('a/link.md', 'a/y.txt'), ['a/link.md', 'a/y.txt']);
  });

  it('names what it cannot read and checks the rest', async () => {
    folder.write('postmortems/images.md', unmarked);
    writeFileSync(join(folder.path, 'wide.md'), Buffer.from('\uFEFF# Text', 'utf16le'));
    const {code, out, err} = await check('missing.md', 'wide.md', 'postmortems');
    assert.equal(code, 2);
    assert.match(out, /unmarked-section/);
    assert.equal(
      err,
      'postmortem: missing.md: there is no such file or folder\npostmortem: wide.md: is UTF-16; only UTF-8 is read\n',
    );
  });

  it('says of a file that is not there only that', async () => {
    const err = 'postmortem: nofile.md: there is no such file or folder\n';
    assert.deepEqual(await check('nofile.md'), {code: 2, out: '', err});
  });

  it('reads standard input in the place of a file', async () => {
    const {code, out} = await postmortem(folder.path, ['check', '--stdin-path', 'postmortems/x.md', '-'], {
      input: unmarked,
    });
    assert.equal(code, 1);
    assert.match(out, /^postmortems\/x\.md:7:1 warning/);
  });

  it('says what is wrong with the configuration, and goes on', async () => {
    folder.write('.postmortem.yaml', JSON.stringify({rules: {...onlyStructure(), 'section-ordr': 'off'}}));
    folder.write('postmortems/images.md', clean);
    const {code, err} = await check();
    assert.equal(code, 0);
    assert.match(
      err,
      /^postmortem: \.postmortem\.yaml:1:\d+: Unknown rule 'section-ordr'; did you mean 'section-order'\?\n$/,
    );
  });

  it('names the file of whatever is wrong with configuration', async () => {
    folder.write('.postmortem.yaml', 'requirements:\n  nosuch/thing: false\n');
    folder.write('postmortems/images.md', `---\ntemplate: docs/none.md\n---\n\n${clean}`);
    const {code, err} = await check();
    assert.equal(code, 2);
    assert.equal(
      err,
      `postmortem: .postmortem.yaml:2:3: No template asks for 'nosuch/thing'
postmortem: postmortems/images.md:2:11: There is no template 'docs/none.md'
`,
    );
    folder.write('postmortems/images.md', clean);
    const told = await postmortem(folder.path, ['timeline', 'postmortems/images.md']);
    assert.deepEqual(
      [told.code, told.err],
      [0, "postmortem: .postmortem.yaml:2:3: No template asks for 'nosuch/thing'\n"],
    );
  });

  it('says in the help which configuration is broken', async () => {
    for (const verb of ['check', 'fix', 'stats'])
      assert.match(
        (await postmortem('.', [verb, '--help'])).out,
        /broken configuration.*A configuration is broken when/s,
      );
  });

  it('fails where the configuration is broken, and says where', async () => {
    folder.write('postmortems/images.md', clean);
    folder.write('.postmortem.yaml', 'enable: true\nfiles: [a\n');
    const broken = await check('postmortems');
    assert.equal(broken.code, 2);
    assert.match(broken.err, /^postmortem: \.postmortem\.yaml:\d:\d+: .+\n$/);
    folder.write('.postmortem.yaml', 'template: docs/none.md\n');
    const {code, err} = await check('postmortems');
    assert.equal(code, 2);
    assert.equal(err, "postmortem: .postmortem.yaml: There is no template 'docs/none.md'\n");
  });

  it('does not count hints', async () => {
    folder.write('.postmortem.yaml', JSON.stringify({rules: onlyStructure({'unmarked-section': 'hint'})}));
    folder.write('postmortems/images.md', unmarked);
    const {code, out} = await check();
    assert.equal(code, 0);
    assert.match(out, /hint 'Timeline' is a title/);
  });

  it('does not let a document steer the terminal', async () => {
    folder.write('postmortems/images.md', unmarked.replace('Timeline:', 'Timeline\u001b[2J\u0007:'));
    const {out} = await check();
    assert.ok(!/[\u0007\u001b]/.test(out));
  });

  it('ends quietly when nobody reads on', async () => {
    for (let index = 0; index < 300; index++) folder.write(`postmortems/${index}.md`, unmarked);
    const cli = join(process.cwd(), 'dist/cli.cjs');
    const child = spawn(process.execPath, [cli, 'check'], {
      cwd: folder.path,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', text => {
      err += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await once(child, 'close');
    assert.equal(err, '');
  });
});

describe('postmortem', () => {
  const run = (...args: string[]) => postmortem('.', args);

  it('helps', async () => {
    const overview = await run('--help');
    assert.equal(overview.code, 0);
    assert.match(overview.out, /^Usage: postmortem COMMAND/);
    assert.match(overview.out, / {2}check {2,}\S/);
    assert.match((await run('check', '--help')).out, /--format FORMAT/);
    assert.match((await run('fix', '-h')).out, /-n, --dry-run/);
  });

  it('tells its version', async () => {
    const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(await run('--version'), {code: 0, out: `${version}\n`, err: ''});
  });

  for (const args of [
    [],
    ['chek'],
    ['check', '--formt', 'json'],
    ['check', '--format', 'xml'],
    ['lsp'],
    ['constructor'],
  ])
    it(`refuses 'postmortem ${args.join(' ')}'`, async () => {
      const {code, out, err} = await run(...args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /^postmortem.*: .+\nTry 'postmortem.* --help'\.\n$/);
    });
});

import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {environment, type Outcome} from '../cli/process.ts';
import {modern, TestClient, TestFolder} from '../protocol/client.ts';
import {draft} from '../protocol/document.ts';
import {Watch} from './watch.ts';
import {secret, secretTemplate, waysOut} from './ways-out.ts';

const hostileYaml: Readonly<Record<string, string>> = {
  'functions of JavaScript': 'template: !!js/function "function () { globalThis.polluted = 1 }"\n',
  'an expression': 'template: !!js/eval "globalThis.polluted = 1"\n',
  'objects of Python': 'template: !!python/object/apply:os.system ["touch polluted"]\n',
  'the prototype': '__proto__: {polluted: 1}\nrules: {__proto__: {polluted: 1}}\n',
  'the constructor': 'constructor: {prototype: {polluted: 1}}\nrules: {constructor: error}\n',
  'a merge of the prototype': 'a: &a {__proto__: {polluted: 1}}\n<<: *a\n',
  'templates for keys of objects': 'templates: {__proto__: classic, constructor: classic, toString: classic}\n',
  'requirements for keys of objects': 'requirements: {__proto__: false, hasOwnProperty: false}\n',
  'a bomb of aliases': `${bomb()}template: *g\n`,
};

describe("a stranger's repository", () => {
  let outside: TestFolder;
  let watch: Watch;
  before(() => {
    outside = new TestFolder({'secret.md': secretTemplate, 'secret.yaml': `${secret}: 1\n`});
    watch = new Watch();
  });
  after(() => {
    outside.dispose();
    watch.dispose();
  });

  const repository = () => join(outside.path, 'repository');
  const uriOf = (name: string) => outside.uriOf(`repository/${name}`);

  function lay(files: Readonly<Record<string, string>>): void {
    outside.dispose();
    for (const [name, text] of Object.entries({'secret.md': secretTemplate, 'secret.yaml': `${secret}: 1\n`}))
      outside.write(name, text);
    for (const [name, text] of Object.entries(files)) outside.write(`repository/${name}`, text);
    outside.write('repository/.git/HEAD', 'ref: refs/heads/main\n');
    symlinkSync('../secret.md', join(repository(), 'link.md'));
    symlinkSync('..', join(repository(), 'linked'));
  }

  /** What the server and the command line say of the documents, all together. */
  async function everythingSaid(): Promise<string> {
    return (await bySession()) + JSON.stringify(await byCommands());
  }

  async function bySession(names = documents()): Promise<string> {
    const client = new TestClient([...watch.options, 'dist/server.cjs', '--stdio']);
    let errors = '';
    client.process.stderr?.setEncoding('utf8').on('data', text => {
      errors += text;
    });
    const said: unknown[] = [];
    await client.initialize(modern, {workspaceFolders: [{uri: outside.uriOf('repository'), name: 'x'}]});
    for (const name of names) {
      const uri = uriOf(name);
      await client.open(uri, readFileSync(join(repository(), name), 'utf8'));
      said.push(await client.diagnostics(uri), await client.request('postmortem/report', {uri}));
      if (said.length > 2) continue;
      said.push(await client.request('postmortem/templates', {uri}));
      const range = {start: {line: 0, character: 0}, end: {line: 99, character: 0}};
      said.push(await client.actions(uri, range));
      said.push(await client.request('textDocument/hover', {textDocument: {uri}, position: {line: 2, character: 3}}));
      said.push(await client.request('postmortem/changeTemplate', {uri, template: 'link.md'}));
    }
    assert.equal(await client.shutdown(), 0);
    client.dispose();
    assertHarmless(errors);
    return JSON.stringify(said);
  }

  async function byCommands(): Promise<Outcome[]> {
    const commands = [['check'], ['fix', '--dry-run'], ['stats', '--format', 'json']];
    const outcomes = await Promise.all(
      commands.map(args => run([...watch.options, join(process.cwd(), 'dist/cli.cjs'), ...args], repository())),
    );
    for (const {err, code} of outcomes) {
      assertHarmless(err);
      assert.ok(code !== null && code <= 2);
    }
    return outcomes.map(({out, err, code}) => ({out, code, err: err.replaceAll(/\n@.*\n/g, '')}));
  }

  function documents(): string[] {
    const all = readdirSync(repository(), {recursive: true, encoding: 'utf8'});
    return all.filter(name => /^(?:\w+\/)?postmortems\/[\w-]+\.md$/.test(name)).sort();
  }

  /** No network, no process, and no file but those of the repository and of the program itself. */
  function assertHarmless(errors: string): void {
    const deeds = Watch.deeds(errors);
    const own = [
      repository(),
      process.cwd(),
      dirname(process.execPath),
      String(environment['XDG_CACHE_HOME']),
      '/proc/',
    ];
    const allowed = ({kind, what}: {kind: string; what: string}) =>
      kind === 'read' && own.some(path => what.startsWith(path));
    assert.deepEqual(
      deeds.filter(deed => !allowed(deed)),
      [],
    );
  }

  it('is watched in all that it does', async () => {
    const {err} = await run(
      [
        ...watch.options,
        '-e',
        "require('fs').readFileSync('/dev/null'); require('http').get('http://localhost:9').on('error', () => 0); eval('1')",
      ],
      outside.path,
    );
    assert.deepEqual([...new Set(Watch.deeds(err).map(({kind}) => kind))].sort(), ['code', 'network', 'read']);
  });

  it('names no template outside of itself', async function () {
    this.timeout(30_000);
    const names = Object.values(waysOut).map(way => way(outside.path));
    const quoted = (name: string) => `"${name.replaceAll('\\', '\\\\').replaceAll('\\\\u0000', '\\u0000')}"`;
    const byGlob = names.map((name, index) => `  "postmortems/${index}-*.md": ${quoted(name)}\n`).join('');
    const inFrontMatter = names.map((name, index) => [
      `postmortems/front-${index}.md`,
      `---\ntemplate: ${quoted(name)}\n---\n\n${draft}`,
    ]);
    const bySettings = names.map((_, index) => [`postmortems/${index}-mail.md`, draft]);
    lay({
      '.postmortem.yaml': `templates:\n${byGlob}`,
      ...Object.fromEntries(inFrontMatter),
      ...Object.fromEntries(bySettings),
    });
    const said = await everythingSaid();
    assert.ok(!said.includes(secret), said.slice(said.indexOf(secret) - 300, said.indexOf(secret) + 100));
    assert.ok(said.includes('is not read') && said.includes('There is no template'));
  });

  it('has no configuration outside of itself', async () => {
    lay({'postmortems/mail.md': draft});
    symlinkSync('../secret.yaml', join(repository(), '.postmortem.yaml'));
    symlinkSync('../../secret.yaml', join(repository(), 'postmortems/.postmortem.yml'));
    symlinkSync('../../secret.md', join(repository(), 'postmortems/template.md'));
    const said = await everythingSaid();
    assert.ok(!said.includes(secret));
    assert.ok(said.includes('missing-section'));
    rmSync(join(repository(), '.git'), {recursive: true});
    assert.ok(!JSON.stringify(await byCommands()).includes(secret), 'where there is no repository, either');
  });

  it('is not left by a configuration file that someone opens behind a link', async () => {
    lay({'.postmortem.yaml': 'template: linked/secret.md\n', 'postmortems/mail.md': draft});
    outside.write('.postmortem.yaml', 'template: secret.md\n');
    const said = await bySession(['linked/.postmortem.yaml', ...documents()]);
    assert.ok(!said.includes(secret));
    assert.ok(said.includes("There is no template 'linked/secret.md'"));
  });

  it('runs no code and changes no object, whatever its YAML and JSON say', async function () {
    this.timeout(30_000);
    const json = '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}';
    const requirement =
      'sections:\n  Timeline:\n    requirements:\n      when: {question: "When?", evidence: timeline}\n';
    const files = Object.values(hostileYaml).flatMap((yaml, index) => [
      [`${index}/.postmortem.yaml`, yaml],
      [`${index}/postmortems/mail.md`, `---\n${yaml}---\n\n${draft}`],
      [`${index}/docs/postmortem-template.md`, `---\n${requirement}${yaml}---\n\n# A\n\n## Timeline\n\n## B\n`],
    ]);
    lay({'json/.postmortem.json': json, 'json/postmortems/mail.md': draft, ...Object.fromEntries(files)});
    const said = await everythingSaid();
    assert.equal(said.split('"reason":').length - 1, Object.keys(hostileYaml).length + 1, 'a report of each');
    assert.ok(!readdirSync(repository()).includes('polluted'));
  });
});

/** Seven lines that would be ten million values. */
function bomb(): string {
  const again = (name: string) => `[${Array.from({length: 10}, () => `*${name}`).join(', ')}]`;
  return `a: &a [x, x, x, x, x, x, x, x, x, x]\n${[...'bcdefg'].map((name, index) => `${name}: &${name} ${again('abcdef'.charAt(index))}\n`).join('')}`;
}

async function run(args: readonly string[], cwd: string): Promise<Outcome> {
  const child = spawn(process.execPath, args, {cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe']});
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', chunk => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', chunk => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  return {code, out, err};
}

import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

/**
 * Who may import whom. Parts are folders, or single files of `server/`; packages are named up to their first or second slash. What
 * runs in a browser's worker is synchronous and knows neither Node.js nor the Language Server Protocol.
 */
const layers: Readonly<Record<string, {readonly parts: readonly string[]; readonly packages: readonly RegExp[]}>> = {
  'server/model': {
    parts: ['server/model'],
    packages: [/^unified$/, /^remark-/, /^mdast/, /^micromark/, /^yaml$/, /^luxon$/],
  },
  'server/templates': {parts: ['server/templates', 'server/model', 'server/setting-kinds.ts'], packages: []},
  'server/evidence': {parts: ['server/evidence', 'server/model'], packages: []},
  'server/rules': {
    parts: ['server/rules', 'server/evidence', 'server/templates', 'server/model', 'server/settings.ts'],
    packages: [/^diff$/],
  },
  'server/features': {parts: ['server'], packages: [/^vscode-languageserver(?:-types)?$/, /^vscode-uri$/, /^yaml$/]},
  client: {parts: ['client', 'server/protocol.ts'], packages: [/^vscode$/, /^vscode-languageclient$/, /^vscode-uri$/]},
};

const cores = ['server/model', 'server/templates', 'server/evidence', 'server/rules'];

/** The only files that do what a browser's worker cannot do. */
const onNode = /^server\/(?:cli|main|node-files)\b/;

describe('architecture', () => {
  const files = ['server', 'client'].flatMap(sourceFiles);

  for (const [layer, {parts, packages}] of Object.entries(layers)) {
    it(`${layer} imports only what it may`, () => {
      const wrong = files
        .filter(({path}) => path.startsWith(`${layer}/`))
        .flatMap(({path, imports}) =>
          imports
            .filter(
              name =>
                !(isPath(name)
                  ? parts.some(part => isIn(name, part))
                  : packages.some(each => each.test(packageOf(name)))),
            )
            .map(name => `${path} imports ${name}`),
        );
      assert.deepEqual(wrong, []);
    });
  }

  it('features import no entry point', () => {
    const entries = /^server\/(?:main|browser|cli|server|cli\/.*)\.ts$/;
    const wrong = files.filter(
      ({path, imports}) => path.startsWith('server/features/') && imports.some(name => entries.test(name)),
    );
    assert.deepEqual(
      wrong.map(({path}) => path),
      [],
    );
  });

  it('Node.js is used by what runs there only', () => {
    const users = files.filter(({imports}) => imports.some(name => name.startsWith('node:')));
    assert.ok(users.length > 0);
    assert.deepEqual(
      users.map(({path}) => path).filter(path => !onNode.test(path)),
      [],
    );
  });

  it('the core is synchronous', () => {
    const wrong = files.filter(
      ({path, code}) =>
        cores.some(core => isIn(path, core)) &&
        /\basync (?:function|\w+ ?\(|\()|\bawait [\w(]|\bPromise[.<(]|\bsetTimeout\(/.test(code),
    );
    assert.deepEqual(
      wrong.map(({path}) => path),
      [],
    );
  });

  it('files stay short enough to be read', () => {
    const long = files.filter(({lines}) => lines > 250).map(({path, lines}) => `${path} has ${lines} lines`);
    const rules = files.filter(({path, code}) => /^server\/rules\/[^/]+$/.test(path) && code.includes(': Rule = {'));
    assert.ok(rules.length > 10);
    const longRules = rules.filter(({lines}) => lines > 80).map(({path, lines}) => `${path} has ${lines} lines`);
    assert.deepEqual([...long, ...longRules], []);
  });

  it('there is one rule in a file, named after it', () => {
    for (const {path, code} of files.filter(({path: each}) => /^server\/rules\/[^/]+$/.test(each))) {
      const codes = [...code.matchAll(/: Rule = \{\s*code: '([^']+)'/g)].map(([, found]) => `server/rules/${found}.ts`);
      if (codes.length > 0) assert.deepEqual(codes, [path]);
    }
  });
});

interface SourceFile {
  readonly path: string;
  readonly lines: number;
  /** Without comments. */
  readonly code: string;
  /** Packages, and files as paths from the root of the project. */
  readonly imports: readonly string[];
}

function sourceFiles(folder: string): SourceFile[] {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.ts'));
  return names.sort().map(name => {
    const path = join(folder, name);
    const source = readFileSync(path, 'utf8');
    const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const imports = [
      ...code.matchAll(/^(?:import|export)\b[^;'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm),
    ];
    const named = imports.map(([, from, bare, called]) => from ?? bare ?? called ?? '');
    return {
      path,
      lines: source.split('\n').length - 1,
      code,
      imports: named.map(each => (each.startsWith('.') ? join(dirname(path), each) : each)),
    };
  });
}

function isPath(name: string): boolean {
  return /^(?:server|client)\//.test(name);
}

function isIn(path: string, part: string): boolean {
  return path === part || path.startsWith(`${part}/`);
}

/** `vscode-languageclient` of `vscode-languageclient/node`. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

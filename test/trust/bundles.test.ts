import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {builtinModules} from 'node:module';

/** Modules of Node that reach the network, other than `net`, over which the server may talk to its client. */
const network = ['http', 'https', 'http2', 'tls', 'dgram', 'dns', 'dns/promises', 'inspector', 'cluster', 'repl'];

describe('The bundles', () => {
  const bundles = ['dist', 'dist/web'].flatMap(folder =>
    readdirSync(folder)
      .filter(name => /\.c?js$/.test(name))
      .map(name => `${folder}/${name}`),
  );
  const code = new Map(bundles.map(path => [path, readFileSync(path, 'utf8')]));

  it('are those of the package', () => {
    for (const path of [
      'dist/extension.cjs',
      'dist/server.cjs',
      'dist/cli.cjs',
      'dist/web/extension.js',
      'dist/web/server.js',
    ])
      assert.ok(code.has(path), path);
  });

  it('have no module that reaches the network', () => {
    for (const [path, text] of code) {
      const used = [...text.matchAll(/\brequire\("(?:node:)?([\w/]+)"\)/g)].map(([, name = '']) => name);
      assert.deepEqual(
        used.filter(name => network.includes(name)),
        [],
        path,
      );
      const known = used.filter(name => builtinModules.includes(name) || name === 'vscode');
      assert.equal(known.length, used.length, path);
      if (path.startsWith('dist/web/'))
        assert.deepEqual(
          used.filter(name => name !== 'vscode'),
          [],
          path,
        );
    }
  });

  it('have nothing of browsers that reaches the network, and make no code of text', () => {
    const calls =
      /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bimportScripts\(|\beval\(|\bnew Function\(|\bFunction\("/;
    for (const [path, text] of code) assert.doesNotMatch(text, calls, path);
  });

  it('of the editor trust no Markdown, let no HTML in and no command be a link', () => {
    const sources = readdirSync('client', {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.ts'));
    const trust = sources.flatMap(name =>
      readFileSync(`client/${name}`, 'utf8')
        .split('\n')
        .filter(line => /\b(?:isTrusted|supportHtml|enableCommandUris)\b/.test(line)),
    );
    assert.deepEqual(
      trust.map(line => line.trim()),
      ['markdown: {isTrusted: false, supportHtml: false, supportThemeIcons: true},'],
    );
  });
});

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

  it('of the editor show one page, made with a new secret each time, that may read no file', () => {
    const pages =
      /createWebview|registerWebview|registerCustomEditor|\.html = |localResourceRoots|randomNonce|randomUUID/;
    assert.deepEqual(clientLines(pages), [
      "const panel = window.createWebviewPanel('postmortem.timeline', title, place, {",
      'localResourceRoots: [],',
      'panel.webview.html = timelinePage({language: env.language, title, empty}, randomNonce());',
      'function randomNonce(): string {',
      "return crypto.randomUUID().replaceAll('-', '');",
    ]);
  });

  it('of the editor put what strangers call things into messages and status items as text only', () => {
    // Editors make links, also of commands, of `[…](…)` in these.
    const shown = clientLines(/\bshow(?:Information|Warning|Error)Message\(|\bitem\.(?:text|detail) = /);
    const varying = shown.filter(line => !/\((?:l10n\.t\('[^']*'\))|= l10n\.t\('[^']*'\);$/.test(line));
    assert.deepEqual(
      varying.sort(),
      [
        'const choice = await window.showErrorMessage(message, restart, show);',
        // Sentences of our own, by why nothing could be done.
        'void window.showInformationMessage(reasons[reason]);',
        'item.detail = problems;',
        'item.detail = reason;',
        'item.text = template;',
        // Numbers of words, in the status bar, which knows no links.
        'item.text = text;',
        "item.text = l10n.t('Template found: {0}', path);",
        "void window.showErrorMessage(l10n.t('{0} could not be written.', name));",
        "void window.showInformationMessage(l10n.t('The document has the shape of {0} already.', name));",
      ].sort(),
    );
  });

  it('of the editor trust no Markdown, let no HTML in and no command be a link', () => {
    const trust = clientLines(/\b(?:isTrusted|supportHtml|enableCommandUris)\b/);
    assert.deepEqual(trust, ['markdown: {isTrusted: false, supportHtml: false, supportThemeIcons: true},']);
  });
});

/** Lines of the client's sources. */
function clientLines(wanted: RegExp): string[] {
  const sources = readdirSync('client', {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.ts'));
  const lines = sources.flatMap(name => readFileSync(`client/${name}`, 'utf8').split('\n'));
  return lines.filter(line => wanted.test(line)).map(line => line.trim());
}

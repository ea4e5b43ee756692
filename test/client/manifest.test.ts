import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

interface MenuItem {
  readonly command?: string;
  readonly when?: string;
}

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly {readonly command: string; readonly title: string}[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>> & {readonly commandPalette: readonly MenuItem[]};
    readonly keybindings?: readonly {readonly command: string; readonly when?: string}[];
  };
}

const manifestText = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(manifestText) as Manifest;
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const {commands, menus, keybindings = []} = manifest.contributes;

const sources = reachable('client/contributions.ts').join('\n');

/** A module and all that it imports from the client, as text. */
function reachable(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => join(dirname(file), path));
  return [text, ...imports.filter(path => path.startsWith('client')).flatMap(path => reachable(path, seen))];
}

describe('Manifest', () => {
  it('starts nothing in windows without Markdown', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:markdown']);
  });

  it('has a text for each of its placeholders, and no other', () => {
    const used = [...manifestText.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it('declares every command that the client registers under a public name, and no other', () => {
    const registered = [...sources.matchAll(/register(?:Command|OnPostmortem)\(\s*'([\w.]+)'/g)].map(
      ([, command]) => command,
    );
    const internal = ['postmortem.openOutlineItem', 'postmortem.useTemplate'];
    assert.deepEqual(
      registered.filter(command => !internal.includes(command ?? '')).sort(),
      commands.map(({command}) => command).sort(),
    );
  });

  it('has the titles of commands by which the documentation calls them', () => {
    const titles = Object.entries(texts).flatMap(([key, title]) => (key.startsWith('command.') ? title : []));
    const pages = [
      'README.md',
      ...readdirSync('docs')
        .filter(file => file.endsWith('.md'))
        .map(file => `docs/${file}`),
    ];
    const named = pages.flatMap(page => [...readFileSync(page, 'utf8').matchAll(/\*\*Postmortem: ([^*]+)\*\*/g)]);
    assert.ok(named.length > 5);
    for (const [, title = ''] of named) assert.ok(titles.includes(title), title);
  });

  it('puts only commands into menus and keybindings that there are', () => {
    const known = new Set(commands.map(({command}) => command));
    const named = [...Object.values(menus).flat(), ...keybindings].flatMap(({command}) => command ?? []);
    assert.deepEqual(
      named.filter(command => !known.has(command)),
      [],
    );
  });

  it('shows in the palette only what can be done', () => {
    const hidden = new Set(menus.commandPalette.map(({command}) => command));
    const always = commands.map(({command}) => command).filter(command => !hidden.has(command));
    assert.deepEqual(always.sort(), [
      'postmortem.deriveTemplate',
      'postmortem.new',
      'postmortem.restartServer',
      'postmortem.showOutput',
    ]);
  });

  it('asks in every when clause only for context that is set', () => {
    const ours = [...manifestText.matchAll(/"when": "([^"]*)"/g)].flatMap(([, clause = '']) => [
      ...clause.matchAll(/(?<![\w.=] ?)postmortem\.\w+/g),
    ]);
    const keys = new Set(ours.map(([key]) => key));
    keys.delete('postmortem.outline');
    for (const key of keys) assert.ok(sources.includes(`'setContext', '${key}'`), key);
  });

  it('has an icon and a changelog where the shops look for them', () => {
    for (const file of [manifest.icon, 'README.md', 'CHANGELOG.md', 'LICENSE']) assert.ok(existsSync(file), file);
  });
});

import {readdirSync, readFileSync} from 'node:fs';

/** Every text that the client shows, for `l10n/bundle.l10n.json`: what translators translate. */
export function clientTexts(): Record<string, string> {
  const files = readdirSync('client', {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.ts'));
  const texts = files.flatMap(file => textsIn(readFileSync(`client/${file}`, 'utf8')));
  return Object.fromEntries([...new Set(texts)].sort().map(text => [text, text]));
}

/** Arguments of `l10n.t('…')` and of the `t('…')` that it is passed on as. */
function textsIn(source: string): string[] {
  const calls = source.matchAll(/(?<![\w$])t\(\s*'((?:[^'\\\n]|\\.)*)'/g);
  return [...calls].map(([, text = '']) => text.replace(/\\(.)/g, '$1'));
}

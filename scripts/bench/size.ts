import {readdirSync, statSync} from 'node:fs';
import type {Metafile} from 'esbuild';
import {makeBundles} from './bundles.ts';
import {table, withSeparators} from './samples.ts';

/** Bytes below which nothing is named. */
const least = 4096;

/** Bytes of what is shipped, and what they are in each bundle. */
export async function benchSize(): Promise<string> {
  const {shipped} = await makeBundles();
  const packages = readdirSync('.').filter(name => name.endsWith('.vsix'));
  const sizes = [
    ...packages.map(name => [name, withSeparators(statSync(name).size)]),
    ...Object.entries(shipped).map(([name, metafile]) => [`\`${name}\``, withSeparators(totalOf(metafile))]),
  ];
  return `${table(['file', 'bytes'], sizes)}\n\n${libraryTable(shipped)}`;
}

function libraryTable(shipped: Readonly<Record<string, Metafile>>): string {
  const bundles = Object.entries(shipped).map(([name, metafile]) => ({name, bytes: bytesByLibrary(metafile)}));
  const most = new Map<string, number>();
  for (const {bytes} of bundles)
    for (const [library, count] of bytes) most.set(library, Math.max(most.get(library) ?? 0, count));
  const libraries = [...most].filter(([, count]) => count >= least).sort(([, a], [, b]) => b - a);
  const rows = libraries.map(([library]) => [
    library,
    ...bundles.map(({bytes}) => (bytes.has(library) ? withSeparators(bytes.get(library) ?? 0) : '')),
  ]);
  return table(['bytes, minified', ...bundles.map(({name}) => `\`${name}\``)], rows);
}

function totalOf({outputs}: Metafile): number {
  return Object.values(outputs).reduce((sum, {bytes}) => sum + bytes, 0);
}

/** What each library and each folder of our own adds to a bundle; the parts of micromark and mdast are one library each. */
function bytesByLibrary({outputs}: Metafile): Map<string, number> {
  const bytes = new Map<string, number>();
  for (const {inputs} of Object.values(outputs))
    for (const [path, {bytesInOutput}] of Object.entries(inputs)) {
      const library = libraryOf(path);
      bytes.set(library, (bytes.get(library) ?? 0) + bytesInOutput);
    }
  return bytes;
}

function libraryOf(path: string): string {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
  if (name === undefined) return `\`${/^\w+(?:\/\w+(?=\/))?/.exec(path)?.[0] ?? path}\``;
  return /^(?:micromark|mdast|unist|vscode-languageserver)(?=-)/.exec(name)?.[0] ?? name;
}

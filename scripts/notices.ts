import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'esbuild';
import {buildOptions} from './build.mjs';
import type {StaleFile} from './generated.ts';

/** Why each package is there that the project depends on by itself. */
const reasons: Readonly<Record<string, string>> = {
  diff: 'Fixes as the fewest edits of lines, and the diff of a dry run.',
  luxon: 'Offsets of named time zones at a point in time.',
  'mdast-util-gfm-table': 'Tables in Markdown, as nodes.',
  'mdast-util-gfm-task-list-item': 'Check boxes in Markdown, as nodes.',
  'micromark-extension-gfm-table': 'Tables in Markdown, as tokens.',
  'micromark-extension-gfm-task-list-item': 'Check boxes in Markdown, as tokens.',
  'remark-parse': 'Reads Markdown as CommonMark says.',
  unified: 'Holds remark-parse and its extensions together.',
  'vscode-languageclient': "The editor's side of the Language Server Protocol.",
  'vscode-languageserver': "The server's side of the Language Server Protocol.",
  'vscode-languageserver-textdocument': 'Keeps open documents up to date, edit by edit.',
  'vscode-uri': 'Identifiers of files as editors write them.',
  yaml: 'Front matter, configuration and templates, with the place of each mistake.',
};

interface Package {
  /** `yaml`, or the whole path of one that lies in another's folder. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly license: string;
  readonly text: string;
}

const target = 'THIRD-PARTY-NOTICES.md';

/**
 * The notice of what others wrote that is in the bundles, as their licences ask for.
 *
 * @returns nothing where the file says so already
 * @throws when a package has no licence, or one that the project depends on has no reason
 */
export async function staleNotices(): Promise<StaleFile[]> {
  const text = notices(await bundledPackages());
  return existsSync(target) && readFileSync(target, 'utf8') === text ? [] : [{path: target, text}];
}

async function bundledPackages(): Promise<Package[]> {
  const builds = buildOptions(false).map(options =>
    build({...options, write: false, sourcemap: false, metafile: true}),
  );
  const inputs = (await Promise.all(builds)).flatMap(({metafile}) =>
    Object.values(metafile?.outputs ?? {}).flatMap(output => Object.entries(output.inputs)),
  );
  const folders = inputs.flatMap(([path, {bytesInOutput}]) => {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
    return folder !== undefined && bytesInOutput > 0 ? [folder] : [];
  });
  return [...new Set(folders)].sort().map(readPackage);
}

function readPackage(folder: string): Package {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find(each => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(each));
  if (file === undefined || typeof license !== 'string') throw new Error(`${name} has no licence`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll(/\r\n?/g, '\n').trim();
  return {path: folder.replace(/^node_modules\//, ''), name, version, license, text};
}

function notices(packages: readonly Package[]): string {
  const direct = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies);
  const without = direct.filter(name => !Object.hasOwn(reasons, name));
  const idle = Object.keys(reasons).filter(name => !packages.some(({path}) => path === name));
  if (without.length > 0) throw new Error(`scripts/notices.ts gives no reason for ${without.join(', ')}`);
  if (idle.length > 0) throw new Error(`not in any bundle: ${idle.join(', ')}`);
  const rows = (wanted: readonly Package[], cell: (one: Package) => string) =>
    wanted.map(each => `| ${each.name} | ${each.version} | ${each.license} | ${cell(each)} |`).join('\n');
  return `<!-- Made by \`npm run generate\` of what is in the bundles. -->

# Third-party notices

Parts of the packages below are in the bundles of Postmortem. Postmortem itself is under the licence in [LICENSE](LICENSE).

## What the project depends on, and why

| Package | Version | Licence | Reason |
|---|---|---|---|
${rows(
  packages.filter(({path}) => direct.includes(path)),
  ({name}) => reasons[name] ?? '',
)}

## What these depend on

| Package | Version | Licence | Place |
|---|---|---|---|
${rows(
  packages.filter(({path}) => !direct.includes(path)),
  ({path}) => `\`${path}\``,
)}

## Licences

${licences(packages)}
`;
}

/** Each text once, under the names of all that have it. */
function licences(packages: readonly Package[]): string {
  const texts = [...new Set(packages.map(({text}) => text))];
  return texts
    .map(text => {
      const names = packages.filter(each => each.text === text).map(({name, version}) => `${name} ${version}`);
      return `### ${names.join(', ')}\n\n\`\`\`\`text\n${text}\n\`\`\`\``;
    })
    .join('\n\n');
}

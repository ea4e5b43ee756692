import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {makeBundles} from './bundles.ts';
import {installPeers, peersFolder} from './peers.ts';
import type {Server} from './typist.ts';

export const bare = 'bare round trip';
export const ours = 'postmortem';

/** Ours as it is shipped, and what it is measured with. The bare one comes first. */
export async function ownServers(): Promise<Server[]> {
  const {path} = await makeBundles();
  const node = (name: Parameters<typeof path>[0]) => [process.execPath, resolve(path(name)), '--stdio'];
  return [
    {name: bare, command: node('bare-server.cjs')},
    {name: ours, command: node('server.cjs')},
    {name: `${ours}, asked for diagnostics`, command: node('server.cjs'), pulls: true},
    {name: `${ours} without its memory`, command: node('full-server.cjs')},
  ];
}

/** Language servers that a team would otherwise use, and linters in a server that is made for them here. */
export async function peerServers(): Promise<Server[]> {
  const [{path}, {file, commands}] = await Promise.all([makeBundles(), installPeers()]);
  const node = (...args: string[]) => [process.execPath, ...args, '--stdio'];
  const linter = resolve(path('linter-server.cjs'));
  const remark = ['unified-language-server/index.js', 'remark-preset-lint-recommended/index.js'].map(file);
  return [
    {name: 'rumdl server', command: [...commands.rumdl, 'server', '--stdio'], folder: emptyFolder()},
    {
      name: 'unified-language-server, remark-lint',
      command: node(resolve(path('remark-server.cjs')), ...remark),
      // It looks for remark there.
      folder: peersFolder,
    },
    {name: 'contextlint’s rules', command: node(linter, 'contextlint', file('@contextlint/core/dist/index.js'))},
    {name: 'markdownlint’s rules', command: node(linter, 'markdownlint', file('markdownlint/lib/exports-sync.mjs'))},
  ];
}

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'postmortem-bench-'));
}

/**
 * How long one waits, and what it costs: beside a server that does nothing, and beside other linters. Absolute figures say little
 * about another machine; ratios do, for what is compared takes turns.
 *
 *     npm run bench                        everything, in some ten minutes
 *     npm run bench -- keystroke growth    these parts
 *     npm run bench -- --write             what is printed is written into docs/performance.md, and the picture into images/
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {parseArgs} from 'node:util';
import {benchActivation} from './bench/activation.ts';
import {benchCommandLine} from './bench/command-line.ts';
import {benchGrowth} from './bench/growth.ts';
import {benchKeystroke} from './bench/keystroke.ts';
import {benchMemory} from './bench/memory.ts';
import {benchSize} from './bench/size.ts';
import {benchStartUp} from './bench/start-up.ts';
import {between} from './between.ts';

const documentation = 'docs/performance.md';
const picture = 'images/growth.svg';

const parts: Readonly<Record<string, {title: string; run(): Promise<string>}>> = {
  keystroke: {title: 'Keystroke to diagnostics', run: benchKeystroke},
  growth: {title: 'How cost grows', run: drawGrowth},
  startup: {title: 'Start-up', run: benchStartUp},
  activation: {title: 'Activation in VS Code', run: benchActivation},
  memory: {title: 'Memory', run: benchMemory},
  size: {title: 'Size', run: benchSize},
  cli: {title: 'Command line', run: benchCommandLine},
  evidence: {title: 'Evidence', run: weighEvidence},
};

const {values, positionals} = parseArgs({options: {write: {type: 'boolean', default: false}}, allowPositionals: true});
const unknown = positionals.filter(name => !Object.hasOwn(parts, name));
if (unknown.length > 0) throw new Error(`no ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);

const machine = `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores`;
console.log(machine);
for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) await measure(name);
// Readers of servers that were ended in the middle of a message wait for the rest.
process.exit();

async function measure(name: string): Promise<void> {
  const part = parts[name];
  console.error(`… ${name}`);
  const text = await part?.run();
  if (!part || text === undefined) return;
  console.log(`\n## ${part.title}\n\n${text}`);
  if (values.write) write(name, text);
}

/** Into the part's place in the documentation, if it has one there. */
function write(name: string, text: string): void {
  const present = readFileSync(documentation, 'utf8');
  if (!present.includes(`<!-- ${name} -->`)) return;
  writeFileSync(documentation, between(present, name, `${text}\n\n${machine}.`));
}

async function drawGrowth(): Promise<string> {
  const growth = await benchGrowth();
  if (values.write) writeFileSync(picture, growth.picture);
  return growth.table;
}

/** It reads many documents as it is loaded. */
async function weighEvidence(): Promise<string> {
  const {benchEvidence} = await import('./bench/evidence.ts');
  return benchEvidence();
}

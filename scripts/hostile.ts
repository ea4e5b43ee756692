/**
 * What hostile input costs: one table with a line for each, every input in a process of its own, with one thread, that is ended after a minute.
 *
 *     npm run hostile [-- --only "front matter"] [--write]
 *
 * `--write` puts the table into `docs/hostile-input.md`. Times are those of the processor.
 */
import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {type Judgement, judge, judgeInSteps} from '../server/judge.ts';
import {LspDocument} from '../server/lsp.ts';
import {isCut, longestText} from '../server/model/markdown/limits.ts';
import {type ReadAhead, readAhead} from '../server/model/read-text.ts';
import {isSteps, type Steps} from '../server/model/steps.ts';
import {applyEdits} from '../server/model/text.ts';
import {turn} from '../server/turns.ts';
import {hostileInputs} from '../test/fuzz/hostile-inputs.ts';
import {answered, forced, requests} from '../test/fuzz/requests.ts';
import {postmortemOf} from './bench/documents.ts';
import {between} from './between.ts';

const page = 'docs/hostile-input.md';
/** Milliseconds. */
const deadline = 60_000;
/** What takes less than so many milliseconds is not measured again. */
const enough = 20;
const head = `| input | characters | opening, ms | after an edit, ms | slowest answer, ms | memory, MB | outcome |
|---|--:|--:|--:|---|--:|---|`;

const {values} = parseArgs({
  options: {only: {type: 'string', default: ''}, write: {type: 'boolean', default: false}, input: {type: 'string'}},
});
if (values.input === undefined) table();
else console.log(measure(values.input));

function table(): void {
  const rows: string[] = [];
  console.log(head);
  for (const {name} of hostileInputs.filter(input => input.name.includes(values.only))) {
    const command = ['--single-threaded', '--enable-source-maps', fileURLToPath(import.meta.url), '--input', name];
    const {status, stdout, stderr} = spawnSync(process.execPath, command, {encoding: 'utf8', timeout: deadline});
    const failed = `| ${name} | | | | | | ended: ${stderr.split('\n').find(line => line.includes('Error')) ?? 'too slow'} |`;
    const row = status === 0 ? stdout.trimEnd() : failed;
    if (status !== 0) process.exitCode = 1;
    rows.push(row);
    console.log(row);
  }
  if (values.write) writeFileSync(page, between(readFileSync(page, 'utf8'), 'table', `${head}\n${rows.join('\n')}`));
}

/** A row of the table. */
function measure(name: string): string {
  const input = hostileInputs.find(each => each.name === name);
  if (!input) throw new Error(`There is no input '${name}'`);
  warmUp();
  // As it comes to the server: out of a message.
  const text: string = JSON.parse(JSON.stringify(input.make()));
  const before = process.memoryUsage().rss;
  const first = shortest(3, () => opened(text));
  const middle = Math.floor(Math.min(text.length, longestText) / 2);
  const edited = applyEdits(text, [{start: middle, end: middle, text: 'x'}]);
  const edit = shortest(2, () => longestTurn(judgeInSteps(edited, forced, first.result)));
  const [slowest, milliseconds] = slowestRequest(whole(first.result));
  const memory = Math.max(0, process.resourceUsage().maxRSS * 1024 - before) / 1e6;
  const cells = [
    name.replaceAll('|', '\\|'),
    text.length.toLocaleString('en'),
    shown(first.milliseconds),
    shown(edit.milliseconds),
    `${shown(milliseconds)} (${slowest})`,
    Math.round(memory),
    outcome(first.result),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Reads and judges a text as the server does that opens it. @returns milliseconds of the longest turn */
function opened(text: string): Measured<Judgement> {
  return longestTurn(openedInSteps(text));
}

function* openedInSteps(text: string): Steps<Judgement> {
  let reading: ReadAhead = readAhead(text);
  for (; !reading.isWhole; reading = readAhead(text, reading)) yield;
  yield;
  return taken(yield* judgeInSteps(text, forced, {reading}));
}

interface Measured<T> {
  readonly result: T;
  readonly milliseconds: number;
}

/** Works as the server does, which gives others their turn after a step that ends late. @returns milliseconds of the longest turn */
function longestTurn<T>(steps: Steps<T>): Measured<T> {
  let [longest, lasted] = [0, 0];
  for (;;) {
    const {result: step, milliseconds} = least(1, () => steps.next());
    lasted += milliseconds;
    longest = Math.max(longest, lasted);
    if (step.done) return {result: step.value, milliseconds: longest};
    if (lasted >= turn) lasted = 0;
  }
}

/** The shortest of a few tries. */
function shortest<T>(times: number, run: () => Measured<T>): Measured<T> {
  let best = run();
  for (let round = 1; round < times && best.milliseconds > enough; round++) {
    const next = run();
    if (next.milliseconds < best.milliseconds) best = next;
  }
  return best;
}

/** As a server that has been in use for a while. */
function warmUp(): void {
  const text = postmortemOf(550);
  const range = {start: {line: 0, character: 0}, end: {line: 9999, character: 0}};
  for (let round = 0; round < 15; round++) {
    const judgement = taken(judge(`${text}\n${round}`, forced));
    const postmortem = {...judgement, document: documentOf(judgement.report.text), problems: []};
    for (const request of Object.values(requests)) answered(request(postmortem, {line: 8, character: 3}, range));
  }
}

/** Of a text that is cut, what is read of it: as long as a text can be that commands do not refuse. */
function whole(judgement: Judgement): Judgement {
  const {text, limits} = judgement.report;
  const cut = limits.find(({kind}) => kind === 'unread');
  return cut ? taken(judge(text.slice(0, cut.start), forced)) : judgement;
}

function slowestRequest(judgement: Judgement): [name: string, milliseconds: number] {
  const {text} = judgement.report;
  const document = documentOf(text);
  const position = document.positionAt(Math.floor(text.length / 2));
  // What an editor shows at once: it asks for no more.
  const range = {
    start: {line: Math.max(0, position.line - 50), character: 0},
    end: {line: position.line + 50, character: 0},
  };
  // A report of its own each time: answers are remembered by it.
  const postmortem = () => ({...judgement, report: {...judgement.report}, document, problems: []});
  return Object.entries(requests)
    .map(([name, request]): [string, number] => [
      name,
      shortest(2, () => answeredInTurns(() => request(postmortem(), position, range))).milliseconds,
    ])
    .reduce((most, next) => (next[1] > most[1] ? next : most));
}

function outcome({report}: Judgement): string {
  const cut = isCut(report.limits) ? `analysed up to line ${report.lines.length}` : '';
  const simple = report.limits.filter(({kind}) => kind === 'simple').length;
  const simply = simple === 0 ? '' : `${simple === 1 ? 'a stretch' : `${simple} stretches`} read line by line`;
  const broken = report.frontMatter?.error === undefined ? '' : 'front matter is not read';
  const told = [cut, simply, broken].filter(Boolean);
  return told.length > 0 ? told.join('; ') : 'read';
}

function answeredInTurns(request: () => unknown): Measured<unknown> {
  const first = least(1, request);
  return isSteps(first.result) ? longestTurn(first.result) : first;
}

function taken(judgement: Judgement | undefined): Judgement {
  if (!judgement) throw new Error('not taken for a postmortem');
  return judgement;
}

function documentOf(text: string): LspDocument {
  return new LspDocument('file:///incidents/one.md', 'markdown', 1, text);
}

/** The least of a few times that the processor was busy, in milliseconds: so others who use the machine count less. */
function least<T>(times: number, run: () => T): {result: T; milliseconds: number} {
  let best = Number.POSITIVE_INFINITY;
  let result: T | undefined;
  for (let round = 0; round < times && best > enough; round++) {
    const start = process.cpuUsage();
    result = run();
    const {user, system} = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return {result: result as T, milliseconds: best};
}

function shown(milliseconds: number): string {
  return milliseconds < 10 ? milliseconds.toFixed(1) : String(Math.round(milliseconds));
}

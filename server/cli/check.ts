import {readFileSync} from 'node:fs';
import {setImmediate} from 'node:timers/promises';
import {type FileJson, fileJson, type ReportJson} from '../features/json.ts';
import type {Judgement} from '../judge.ts';
import {Checker, namedTemplate} from './checker.ts';
import {type Command, type ExitCode, type Invocation, type Terminal, UsageError} from './command.ts';
import {explanation} from './explain.ts';
import {findFiles} from './find-files.ts';
import {humanReport, summaryOf, type Tally} from './human.ts';
import {reasonOf} from './reason.ts';
import {decodeText, readTextFile, type TextFile} from './text-file.ts';

export const check: Command = {
  summary: 'Check postmortems and say what is wrong.',
  usage: '[OPTION…] [PATH…]',
  options: {
    format: {type: 'string', value: 'FORMAT', description: "'human' (the default) or 'json'"},
    template: {
      type: 'string',
      short: 't',
      value: 'ID',
      description: 'Take every file for a postmortem of this template',
    },
    explain: {type: 'boolean', description: 'List what each section must say, and whether it does'},
    'stdin-path': {type: 'string', value: 'PATH', description: "Path of the text that '-' reads from standard input"},
  },
  notes: `Folders are searched for Markdown files; without PATH it is the current folder. '-' is standard input.
Exit codes: 0 nothing found (hints do not count), 1 findings, 2 bad usage, unreadable input or a broken configuration.`,
  async run(invocation, terminal) {
    const format = invocation.text('format') ?? 'human';
    if (format !== 'human' && format !== 'json') throw new UsageError(`there is no format '${format}'`);
    const explain = invocation.flag('explain');
    if (explain && format === 'json') throw new UsageError("'--explain' is for people: JSON has 'requirements'");
    const template = invocation.text('template');
    const checker = new Checker(template === undefined ? undefined : namedTemplate(template));
    const print = format === 'json' ? new JsonOutput(terminal) : new HumanOutput(terminal, explain);
    const {texts, problems} = readAll(invocation);
    let found = false;
    for (const read of texts) {
      const file = read();
      if (typeof file === 'string') {
        problems.push(file);
        continue;
      }
      const judgement = await checker.judge(file.path, file.text);
      if (!file.isExact && judgement) terminal.err(`postmortem: ${file.path}: is not all UTF-8\n`);
      found ||= judgement?.findings.some(({severity}) => severity !== 'hint') === true;
      print.add(file.path, judgement);
      // Lets it come to light that nobody reads the output any more.
      await setImmediate();
    }
    print.end(problems.length > 0);
    for (const problem of [...checker.problems, ...problems]) terminal.err(`postmortem: ${problem}\n`);
    const code: ExitCode = found ? 1 : 0;
    return problems.length > 0 || checker.isBroken ? 2 : code;
  },
};

/** One function for each file, so that only one is held at a time. It gives one sentence where the file cannot be read. */
function readAll(invocation: Invocation): {texts: (() => TextFile | string)[]; problems: string[]} {
  const paths = invocation.args.length > 0 ? invocation.args : ['.'];
  const {files, problems} = findFiles(paths.filter(path => path !== '-'));
  const texts = files.map(path => () => attempt(path, () => readTextFile(path)));
  const stdinPath = invocation.text('stdin-path') ?? '-';
  if (paths.includes('-')) texts.push(() => attempt(stdinPath, () => decodeText(stdinPath, readFileSync(0))));
  return {texts, problems: [...problems]};
}

function attempt(path: string, read: () => TextFile): TextFile | string {
  try {
    return read();
  } catch (error) {
    return `${path}: ${reasonOf(error)}`;
  }
}

class JsonOutput {
  readonly #terminal: Terminal;
  readonly #files: FileJson[] = [];

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  add(path: string, judgement: Judgement | undefined): void {
    this.#files.push(fileJson(path, judgement));
  }

  end(): void {
    const report: ReportJson = {version: 1, files: this.#files};
    this.#terminal.out(`${JSON.stringify(report)}\n`);
  }
}

class HumanOutput {
  readonly #terminal: Terminal;
  readonly #explain: boolean;
  readonly #tally: Tally = {files: 0, postmortems: 0, findings: 0, fixable: 0, drafts: 0};

  constructor(terminal: Terminal, explain: boolean) {
    this.#terminal = terminal;
    this.#explain = explain;
  }

  add(path: string, judgement: Judgement | undefined): void {
    this.#tally.files++;
    if (!judgement) return;
    this.#tally.postmortems++;
    if (judgement.report.draft) this.#tally.drafts++;
    this.#tally.findings += judgement.findings.length;
    this.#tally.fixable += judgement.findings.filter(({fixes}) => fixes?.some(({safe}) => safe)).length;
    this.#terminal.out([...humanReport(path, judgement, this.#terminal.colors)].join(''));
    if (this.#explain) this.#terminal.out(explanation(path, judgement, this.#terminal.colors));
  }

  /** @param failed whether something could not be read: then no files are nothing to speak of. */
  end(failed: boolean): void {
    if (this.#tally.files > 0 || !failed) this.#terminal.out(summaryOf(this.#tally));
  }
}

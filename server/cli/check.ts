import {readFileSync} from 'node:fs';
import {userCacheFolder} from './cache-folder.ts';
import {type Command, type ExitCode, type Invocation, type Terminal, UsageError, whatIsBroken} from './command.ts';
import {FileJudge, type PlacedText} from './file-judge.ts';
import {findFiles} from './find-files.ts';
import type {View} from './outcome.ts';
import {printer} from './print-outcomes.ts';
import {reasonOf} from './reason.ts';
import {endBetweenSteps} from './signals.ts';
import {decodeText, readText, type TextFile} from './text-file.ts';

/** So much is read, judged and printed at a time: UTF-16 units of all texts together, and texts. */
const portion = {length: 20_000_000, texts: 5000};

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
    'no-cache': {type: 'boolean', description: 'Judge every file anew, and keep nothing for the next time'},
  },
  notes: `Folders are searched for Markdown files; without PATH it is the current folder. '-' is standard input.
Exit codes: 0 nothing found (hints do not count), 1 findings, 2 bad usage, unreadable input or a broken configuration.
${whatIsBroken}`,
  async run(invocation, terminal) {
    endBetweenSteps();
    const view = viewOf(invocation, terminal);
    const folder = invocation.flag('no-cache') ? undefined : userCacheFolder(process.env);
    const judge = new FileJudge(view, invocation.text('template'), folder);
    const {sources, problems} = sourcesOf(invocation);
    await judge.prepare(sources.length);
    const print = printer(view, terminal);
    let fails = false;
    for (const texts of portions(sources, problems)) {
      await judge.judge(
        texts,
        inOrder((index, outcome) => {
          const {path = '', isExact} = texts[index] ?? {};
          if (typeof outcome === 'string') return void problems.push(`${path}: ${outcome}`);
          if (!isExact && outcome.isPostmortem) terminal.err(`postmortem: ${path}: is not all UTF-8\n`);
          fails ||= outcome.fails;
          // `fix` leaves such a file as it is.
          print.add(path, isExact ? outcome : {...outcome, fixable: 0});
        }),
      );
    }
    const {problems: configuration, isBroken} = await judge.end();
    print.end(problems.length > 0);
    for (const problem of [...configuration, ...problems]) terminal.err(`postmortem: ${problem}\n`);
    const code: ExitCode = fails ? 1 : 0;
    return problems.length > 0 || isBroken ? 2 : code;
  },
};

/** @throws UsageError for what cannot be shown */
function viewOf(invocation: Invocation, {colors}: Terminal): View {
  const format = invocation.text('format') ?? 'human';
  if (format !== 'human' && format !== 'json') throw new UsageError(`there is no format '${format}'`);
  const explain = invocation.flag('explain');
  if (explain && format === 'json') throw new UsageError("'--explain' is for people: JSON has 'requirements'");
  return {format, colors: colors && format === 'human', explain};
}

interface Source {
  readonly path: string;
  /** @throws when it cannot be read */
  read(): Pick<TextFile, 'text' | 'isExact'>;
}

function sourcesOf(invocation: Invocation): {sources: Source[]; problems: string[]} {
  const paths = invocation.args.length > 0 ? invocation.args : ['.'];
  const {files, problems} = findFiles(paths.filter(path => path !== '-'));
  const sources: Source[] = files.map(path => ({path, read: () => readText(path)}));
  const path = invocation.text('stdin-path') ?? '-';
  if (paths.includes('-')) sources.push({path, read: () => decodeText(path, readFileSync(0))});
  return {sources, problems: [...problems]};
}

type Text = PlacedText & Pick<TextFile, 'isExact'>;

/** Not all texts are held at a time. What cannot be read is added to the problems. */
function* portions(sources: readonly Source[], problems: string[]): Generator<readonly Text[]> {
  let texts: Text[] = [];
  let length = 0;
  for (const {path, read} of sources) {
    try {
      const {text, isExact} = read();
      texts.push({path, text, isExact});
      length += text.length;
    } catch (error) {
      problems.push(`${path}: ${reasonOf(error)}`);
    }
    if (texts.length < portion.texts && length < portion.length) continue;
    yield texts;
    [texts, length] = [[], 0];
  }
  yield texts;
}

/** @returns takes values in whatever order, and hands them on by their index, none before those in front of it are there */
function inOrder<Value>(handOn: (index: number, value: Value) => void): (index: number, value: Value) => void {
  const waiting = new Map<number, Value>();
  let at = 0;
  return (index, value) => {
    waiting.set(index, value);
    for (let next = waiting.get(at); next !== undefined; next = waiting.get(++at)) {
      waiting.delete(at);
      handOn(at, next);
    }
  };
}

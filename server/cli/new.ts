import {existsSync, statSync} from 'node:fs';
import {basename, dirname, extname, join} from 'node:path';
import type {Configuration} from '../configuration.ts';
import {beginWith, templateById} from '../features/new-postmortem.ts';
import {Checker, namedTemplate} from './checker.ts';
import {type Command, type ExitCode, type Terminal, UsageError} from './command.ts';
import {findFiles} from './find-files.ts';
import {createFile} from './text-file.ts';
import {writeOutput} from './write-output.ts';

/** Where postmortems go that are the first of their kind. */
const firstFolder = 'postmortems';

export const newDocument: Command = {
  summary: 'Begin a postmortem with the scaffold of a template.',
  usage: '[OPTION…] TITLE…',
  options: {
    template: {type: 'string', short: 't', value: 'ID', description: 'Template, by its id or as a file'},
    output: {
      type: 'string',
      short: 'o',
      value: 'PATH',
      description: 'File, or folder, to write to; - for standard output',
    },
    date: {type: 'string', value: 'YYYY-MM-DD', description: 'Day of the incident; today, if it is not given'},
  },
  notes: `TITLE says what happened in a few words. Without --output the file is named by date and title and lies where most postmortems
below the current folder lie. A PATH with an extension is a file; one without, or with a slash at its end, is a folder in which
the file is so named. Folders that are not there are made. No file is ever overwritten.
Exit codes: 0 written, 2 bad usage, or the file could not be written.`,
  async run({args, text}, terminal) {
    const title = args.join(' ');
    if (title.trim() === '') throw new UsageError('what happened? Give a title');
    const date = dateOf(text('date'));
    const output = text('output') ?? (await usualFolder());
    const checker = new Checker();
    const configuration = await checker.configurationOf(output === '-' ? 'new.md' : join(output, 'new.md'));
    const {fileName, text: scaffold} = begin(text('template'), title, date, configuration);
    for (const problem of checker.problems) terminal.err(`postmortem: ${problem}\n`);
    if (output !== '-') return write(isFolder(output) ? join(output, fileName) : output, scaffold, terminal);
    terminal.out(scaffold);
    return 0;
  },
};

function begin(name: string | undefined, title: string, date: string, configuration: Configuration) {
  const template =
    name === undefined ? templateById(configuration.settings.template, configuration) : namedTemplate(name);
  return beginWith(template, name ?? (configuration.settings.template || template.id), {title, date}, configuration);
}

function write(path: string, text: string, terminal: Terminal): ExitCode {
  const code = writeOutput(path, () => createFile(path, text), terminal);
  if (code === 0) terminal.out(`${path}\n`);
  return code;
}

/** @throws UsageError for what is no day */
function dateOf(given: string | undefined): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  if (given === undefined) return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given) && new Date(given).toJSON()?.startsWith(given);
  if (!isDay) throw new UsageError(`'${given}' is no date; write it as YYYY-MM-DD`);
  return given;
}

/** What has an extension is a file, unless there is a folder of that name. Numbers such as `v1.2` have none. */
function isFolder(path: string): boolean {
  if (existsSync(path)) return statSync(path).isDirectory();
  return /[/\\]$/.test(path) || !/^\.[a-z]/i.test(extname(path));
}

/** The folder in which most postmortems lie, by their paths. */
async function usualFolder(): Promise<string> {
  const checker = new Checker();
  const counts = new Map<string, number>();
  for (const file of findFiles(['.']).files) {
    if ((await checker.configurationOf(file)).path !== 'postmortem') continue;
    const folder = homeOf(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, inA], [b, inB]) => inB - inA || a.length - b.length);
  return most?.[0] ?? firstFolder;
}

/** Folder of a file; for `incidents/2024-03-05/README.md`, which has a folder to itself, the one above. */
function homeOf(file: string): string {
  const isAlone = /^(?:readme|index)\.md$/i.test(basename(file));
  return isAlone ? dirname(dirname(file)) : dirname(file);
}

import {readFileSync} from 'node:fs';
import {createTwoFilesPatch, FILE_HEADERS_ONLY} from 'diff';
import {mend} from '../mend.ts';
import {Checker, namedTemplate} from './checker.ts';
import {type Command, type ExitCode, type Terminal, UsageError, whatIsBroken} from './command.ts';
import {findFiles} from './find-files.ts';
import {harmless} from './output.ts';
import {reasonOf} from './reason.ts';
import {replaceText} from './replace-text.ts';
import {betweenSteps, endBetweenSteps} from './signals.ts';
import {decodeText, readTextFile, type TextFile} from './text-file.ts';

export const fix: Command = {
  summary: 'Mend the structure of postmortems; no word is lost.',
  usage: '[OPTION…] [PATH…]',
  options: {
    'dry-run': {type: 'boolean', short: 'n', description: 'Print what would change as a diff, and change nothing'},
    template: {
      type: 'string',
      short: 't',
      value: 'ID',
      description: 'Take every file for a postmortem of this template',
    },
    'stdin-path': {type: 'string', value: 'PATH', description: "Path of the text that '-' reads from standard input"},
  },
  notes: `Folders are searched for Markdown files; without PATH it is the current folder. '-' mends standard input
and writes it to standard output.
Exit codes: 0 nothing left to mend, 1 a dry run found something to mend, 2 bad usage, a broken configuration, or a file could
not be read or written.
${whatIsBroken}`,
  async run({args, flag, text}, terminal) {
    const template = text('template');
    const checker = new Checker(template === undefined ? undefined : namedTemplate(template));
    const isDry = flag('dry-run');
    if (args.includes('-')) {
      if (args.length > 1) throw new UsageError("'-' stands alone: what it mends goes to standard output");
      return mendInput(checker, text('stdin-path') ?? '-', isDry, terminal);
    }
    const {files, problems} = findFiles(args.length > 0 ? args : ['.']);
    const failures = [...problems];
    let changed = 0;
    endBetweenSteps();
    for (const path of files) {
      await betweenSteps();
      try {
        const file = readTextFile(path);
        const fixed = await mendFile(checker, file);
        if (fixed === file.text) continue;
        if (isDry) terminal.out(difference(path, file.text, fixed));
        else replaceText(file, fixed);
        changed++;
        if (!isDry) terminal.out(harmless(`Mended ${path}\n`));
      } catch (error) {
        failures.push(`${path}: ${reasonOf(error)}`);
      }
    }
    if (changed === 0 && failures.length === 0 && !isDry) terminal.out('Nothing to mend.\n');
    for (const failure of [...checker.problems, ...failures]) terminal.err(`postmortem: ${failure}\n`);
    const code: ExitCode = isDry && changed > 0 ? 1 : 0;
    return failures.length > 0 || checker.isBroken ? 2 : code;
  },
};

/** A filter: what cannot be read leaves standard output empty. */
async function mendInput(checker: Checker, path: string, isDry: boolean, terminal: Terminal): Promise<ExitCode> {
  const failures: string[] = [];
  let code: ExitCode = 0;
  try {
    const file = decodeText(path, readFileSync(0));
    if (!file.isExact) throw new Error('is not all UTF-8');
    const fixed = await mendFile(checker, file);
    if (!isDry) terminal.out((file.hasByteOrderMark ? '\uFEFF' : '') + fixed);
    else if (fixed !== file.text) {
      terminal.out(difference(path, file.text, fixed));
      code = 1;
    }
  } catch (error) {
    failures.push(`${path}: ${reasonOf(error)}`);
  }
  for (const failure of [...checker.problems, ...failures]) terminal.err(`postmortem: ${failure}\n`);
  return failures.length > 0 || checker.isBroken ? 2 : code;
}

function difference(path: string, before: string, after: string): string {
  return createTwoFilesPatch(path, path, before, after, '', '', {context: 3, headerOptions: FILE_HEADERS_ONLY});
}

/** @throws for a postmortem whose bytes could not all be read, for writing it back would lose them; or that has no configuration */
async function mendFile(checker: Checker, {path, text, isExact}: TextFile): Promise<string> {
  const judgement = await checker.judge(path, text);
  if (!judgement) return text;
  const fixed = mend(judgement);
  if (fixed === text) return text;
  if (await checker.isBrokenFor(path, text)) throw new Error('is left as it is, because its configuration is broken');
  if (!isExact) throw new Error('is not all UTF-8 and is left as it is');
  return fixed;
}

import {existsSync} from 'node:fs';
import {basename} from 'node:path';
import {deriveTemplate} from '../features/derive.ts';
import {type Command, UsageError} from './command.ts';
import {findFiles} from './find-files.ts';
import {reasonOf} from './reason.ts';
import {createFile, readTextFile} from './text-file.ts';
import {writeOutput} from './write-output.ts';

export const derive: Command = {
  summary: 'Make a template of existing postmortems.',
  usage: '[OPTION…] PATH…',
  options: {
    name: {type: 'string', value: 'NAME', description: 'Name of the template'},
    output: {
      type: 'string',
      short: 'o',
      value: 'PATH',
      description: 'File to write to; without it, or with -, standard output',
    },
  },
  notes: `The template has the sections that most of the documents share; other titles for a section become its aliases. Put its path into
.postmortem.yaml: "template: PATH". No file is ever overwritten.
Exit codes: 0 written, 2 bad usage, or a file could not be read or written.`,
  async run({args, text}, terminal) {
    if (args.length === 0) throw new UsageError('which postmortems? Name files or folders');
    // '-' is standard output, as it is for `new`.
    const output = text('output') === '-' ? undefined : text('output');
    const {files, problems} = findFiles(args);
    const failures = [...problems];
    const texts = files.flatMap(path => {
      try {
        return [readTextFile(path).text];
      } catch (error) {
        failures.push(`${path}: ${reasonOf(error)}`);
        return [];
      }
    });
    if (texts.length === 0 && failures.length === 0) throw new UsageError('there are no Markdown files');
    if (output !== undefined && existsSync(output)) failures.push(`${output}: exists already`);
    for (const failure of failures) terminal.err(`postmortem: ${failure}\n`);
    if (failures.length > 0) return 2;
    const template = deriveTemplate(texts, {name: text('name') ?? nameOf(output)});
    if (output !== undefined) return writeOutput(output, () => createFile(output, template), terminal);
    terminal.out(template);
    return 0;
  },
};

function nameOf(output: string | undefined): string {
  return output === undefined
    ? 'Our postmortem'
    : basename(output)
        .replace(/\.[^.]*$/, '')
        .replaceAll(/[-_]+/g, ' ');
}

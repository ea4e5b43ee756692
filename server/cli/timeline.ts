import {existsSync, readFileSync, realpathSync, writeFileSync} from 'node:fs';
import {timelineImage} from '../features/timeline-picture.ts';
import {Checker} from './checker.ts';
import {type Command, type Terminal, UsageError} from './command.ts';
import {reasonOf} from './reason.ts';
import {decodeText, readTextFile} from './text-file.ts';
import {writeOutput} from './write-output.ts';

export const timeline: Command = {
  summary: 'Draw the timeline of a postmortem as an SVG image.',
  usage: '[OPTION…] FILE',
  options: {
    output: {
      type: 'string',
      short: 'o',
      value: 'PATH',
      description: 'File to write to; without it, or with -, standard output',
    },
  },
  notes: `'-' is standard input. The file of --output is overwritten, so that the picture can be drawn again and again.
Exit codes: 0 drawn, 1 no timeline with at least two times, 2 bad usage, or a file could not be read or written.`,
  async run({args, text}, terminal) {
    const [path, ...others] = args;
    if (path === undefined || others.length > 0) throw new UsageError('name one file');
    const output = text('output');
    if (output !== undefined && isSameFile(output, path))
      throw new UsageError(`'${output}' is the postmortem itself: the image would overwrite it`);
    let image: string | undefined;
    try {
      const file = path === '-' ? decodeText(path, readFileSync(0)) : readTextFile(path);
      const checker = new Checker();
      const judgement = await checker.judge(path, file.text);
      for (const problem of checker.problems) terminal.err(`postmortem: ${problem}\n`);
      image = judgement && timelineImage(judgement.report);
    } catch (error) {
      terminal.err(`postmortem: ${path}: ${reasonOf(error)}\n`);
      return 2;
    }
    if (image) return writeImage(image, output, terminal);
    terminal.err(`postmortem: ${path}: has no timeline with at least two times\n`);
    return 1;
  },
};

function writeImage(image: string, output: string | undefined, terminal: Terminal): 0 | 2 {
  if (output !== undefined && output !== '-') return writeOutput(output, () => writeFileSync(output, image), terminal);
  terminal.out(image);
  return 0;
}

function isSameFile(one: string, other: string): boolean {
  return existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other);
}

import {readFileSync, writeFileSync} from 'node:fs';
import {timelineImage} from '../features/timeline-picture.ts';
import {Checker} from './checker.ts';
import {type Command, UsageError} from './command.ts';
import {reasonOf} from './reason.ts';
import {decodeText, readTextFile} from './text-file.ts';

export const timeline: Command = {
  summary: 'Draw the timeline of a postmortem as an SVG image.',
  usage: '[OPTION…] FILE',
  options: {
    output: {type: 'string', short: 'o', value: 'PATH', description: 'File to write to, instead of standard output'},
  },
  notes: `'-' is standard input.
Exit codes: 0 drawn, 1 no timeline with at least two times, 2 bad usage, or a file could not be read or written.`,
  async run({args, text}, terminal) {
    const [path, ...others] = args;
    if (path === undefined || others.length > 0) throw new UsageError('name one file');
    const output = text('output');
    try {
      const file = path === '-' ? decodeText(path, readFileSync(0)) : readTextFile(path);
      const judgement = await new Checker().judge(path, file.text);
      const image = judgement && timelineImage(judgement.report);
      if (!image) {
        terminal.err(`postmortem: ${path}: has no timeline with at least two times\n`);
        return 1;
      }
      if (output === undefined) terminal.out(image);
      else writeFileSync(output, image);
      return 0;
    } catch (error) {
      terminal.err(`postmortem: ${path}: ${reasonOf(error)}\n`);
      return 2;
    }
  },
};

import {version} from '../package.json';
import {columns, type ExitCode, helpOf, isUsageError, parseInvocation, UsageError} from './cli/command.ts';
import {commands} from './cli/commands.ts';
import {terminal} from './cli/output.ts';
import {betweenSteps} from './cli/signals.ts';

/** The command line: `postmortem VERB …`. */
main(process.argv.slice(2)).then(
  async code => {
    await betweenSteps();
    // Everything is written by now: to take down what was set up would only take time.
    process.exit(code);
  },
  (error: unknown) => {
    terminal.err(`postmortem: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(2);
  },
);

async function main([name = '', ...argv]: readonly string[]): Promise<ExitCode> {
  if (name === '--version' || name === '-v') return say(`${version}\n`);
  if (name === '--help' || name === '-h' || name === 'help') return say(await overview());
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (!load) throw new UsageError(name === '' ? 'what should be done?' : `there is no command '${name}'`);
    const command = await load();
    if (argv.includes('--help') || argv.includes('-h')) return say(helpOf(name, command));
    return await command.run(parseInvocation(command, argv), terminal);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    const verb = load ? `postmortem ${name}` : 'postmortem';
    terminal.err(`${verb}: ${error.message}\nTry '${verb} --help'.\n`);
    return 2;
  }
}

function say(text: string): ExitCode {
  terminal.out(text);
  return 0;
}

async function overview(): Promise<string> {
  const loaded = await Promise.all(Object.entries(commands).map(async ([name, load]) => [name, await load()] as const));
  const rows = loaded.map(([name, {summary}]) => [name, summary] as const);
  return [
    'Usage: postmortem COMMAND [OPTION…]',
    'Checks incident postmortems in Markdown.',
    `Commands:\n${columns(rows)}`,
    `Options:\n${columns([
      ['-h, --help', 'Show this help, or that of a command'],
      ['-v, --version', 'Show the version'],
    ])}`,
    "Exit codes: 0 nothing found, 1 findings, 2 bad usage, unreadable input or a broken configuration; 'COMMAND --help' has more.\n",
  ].join('\n\n');
}

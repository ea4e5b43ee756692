import {type ParseArgsConfig, parseArgs} from 'node:util';

/** 0 nothing found, 1 findings, 2 bad usage or unreadable input. */
export type ExitCode = 0 | 1 | 2;

/** One verb of the command line: data, and one function. */
export interface Command {
  readonly summary: string;
  /** What follows the verb, for instance `[OPTION…] [PATH…]`. */
  readonly usage: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Said below the options in the help. */
  readonly notes?: string;
  run(invocation: Invocation, terminal: Terminal): Promise<ExitCode>;
}

interface Option {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** What stands for the value in the help, for instance `ID`. */
  readonly value?: string;
  readonly description: string;
}

/** What the user typed after the verb. */
export interface Invocation {
  readonly args: readonly string[];
  flag(name: string): boolean;
  text(name: string): string | undefined;
}

/** Where output goes. */
export interface Terminal {
  /** @param painted has it colours? What strangers wrote is made `visible` in it, then. */
  out(text: string, painted?: boolean): void;
  err(text: string): void;
  readonly colors: boolean;
}

/** Where the line is between what is told of and what changes the exit code. Said in the help. */
export const whatIsBroken = `A configuration is broken when it cannot be read or understood, or names a template that is not there. A name or value
in it that is not known is told of and left out: the rest holds, and the exit code is the same.`;

/** The user asked for what there is not: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** By its name, for the engine's bundle has a class of its own. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError';
}

/** @throws UsageError for an unknown option, or one without its value */
export function parseInvocation(command: Command, argv: readonly string[]): Invocation {
  const {positionals, values} = parse(command, argv);
  const given = new Map(Object.entries(values));
  return {
    args: positionals,
    flag: name => given.get(name) === true,
    text: name => {
      const value = given.get(name);
      return typeof value === 'string' ? value : undefined;
    },
  };
}

function parse(command: Command, argv: readonly string[]) {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, {type, short}] of Object.entries(command.options)) options[name] = short ? {type, short} : {type};
  try {
    return parseArgs({args: [...argv], options, allowPositionals: true, strict: true});
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The text of `postmortem VERB --help`. */
export function helpOf(name: string, {summary, usage, options, notes}: Command): string {
  const rows = Object.entries({...options, help: {short: 'h', description: 'Show this help'}}).map(
    ([long, option]: [string, Omit<Option, 'type'>]) => {
      const short = option.short ? `-${option.short}, ` : '    ';
      const value = option.value ? ` ${option.value}` : '';
      return [`${short}--${long}${value}`, option.description] as const;
    },
  );
  const parts = [`Usage: postmortem ${name} ${usage}`, summary, `Options:\n${columns(rows)}`];
  return `${[...parts, ...(notes ? [notes] : [])].join('\n\n')}\n`;
}

export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}

import type {Command} from './command.ts';

/** The verbs of the command line, one line each: a command's code is loaded when it is asked for. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  fix: async () => (await import('./fix.ts')).fix,
  new: async () => (await import('./new.ts')).newDocument,
  derive: async () => (await import('./derive.ts')).derive,
  timeline: async () => (await import('./timeline.ts')).timeline,
  stats: async () => (await import('./stats.ts')).stats,
  lsp: async () => (await import('./lsp.ts')).lsp,
};

import {type Command, UsageError} from './command.ts';

const channels = ['stdio', 'node-ipc', 'socket', 'pipe'];

export const lsp: Command = {
  summary: 'Run the language server.',
  usage: '--stdio',
  options: {
    stdio: {type: 'boolean', description: 'Talk over standard input and output'},
    'node-ipc': {type: 'boolean', description: "Talk over Node's channel to the parent process"},
    socket: {type: 'string', value: 'PORT', description: 'Connect to a port of this machine'},
    pipe: {type: 'string', value: 'NAME', description: 'Connect to a named pipe or a socket file'},
    clientProcessId: {type: 'string', value: 'ID', description: 'Stop when this process has ended'},
  },
  async run({args, flag, text}) {
    if (args.length > 0) throw new UsageError(`'${args[0]}' is no option`);
    if (!channels.some(name => flag(name) || text(name) !== undefined)) throw new UsageError('which channel? --stdio');
    // The server reads its channel from the command line by itself, and ends the process when the client says so.
    await import('../main.ts');
    return new Promise(() => undefined);
  },
};

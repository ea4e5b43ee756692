import {join} from 'node:path';
import {TestFolder} from '../protocol/client.ts';

/**
 * Runs before a program: notes each file whose content is read, and each attempt to reach the network, to start a process or to make code
 * of text. What is noted is printed on standard error as the process ends.
 */
const script = `
const {writeSync} = require('node:fs');
const note = (kind, what) => writeSync(2, '\\n@' + kind + ' ' + JSON.stringify(String(what)) + '\\n');
const {resolve} = require('node:path');
const {realpathSync} = require('node:fs');
const real = path => {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
};
const watch = (owner, names, kind) => {
  for (const name of names) {
    const original = owner[name];
    if (typeof original !== 'function') continue;
    owner[name] = function (...args) {
      const [first] = args;
      if (kind !== 'read') note(kind, name + ' ' + (typeof first === 'string' ? first : typeof first));
      else if (typeof first !== 'number') note(kind, real(first));
      return new.target ? Reflect.construct(original, args) : Reflect.apply(original, this, args);
    };
  }
};
const fs = require('node:fs');
watch(fs, ['readFileSync', 'readFile', 'createReadStream', 'openSync', 'open'], 'read');
watch(fs.promises, ['readFile', 'open'], 'read');
for (const name of ['http', 'https', 'http2']) watch(require('node:' + name), ['request', 'get', 'connect'], 'network');
watch(require('node:net'), ['connect', 'createConnection', 'createServer'], 'network');
watch(require('node:net').Socket.prototype, ['connect'], 'network');
watch(require('node:tls'), ['connect'], 'network');
watch(require('node:dgram'), ['createSocket'], 'network');
const dns = require('node:dns');
watch(dns, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveTxt'], 'network');
watch(dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveTxt'], 'network');
watch(globalThis, ['fetch', 'WebSocket', 'EventSource'], 'network');
watch(require('node:child_process'), ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'], 'process');
watch(globalThis, ['eval'], 'code');
process.on('exit', () => {
  if ('polluted' in {} || 'polluted' in globalThis) note('code', 'polluted');
});
`;

/** A script for `node --require`, and what the process that had it did. */
export class Watch {
  readonly #folder = new TestFolder({'watch.cjs': script});

  get options(): string[] {
    return ['--require', join(this.#folder.path, 'watch.cjs')];
  }

  dispose(): void {
    this.#folder.dispose();
  }

  /** @returns for instance `network connect 443`, each once */
  static deeds(errors: string): {readonly kind: string; readonly what: string}[] {
    const lines = [...errors.matchAll(/^@(\w+) (".*")$/gm)];
    return lines.map(([, kind = '', what = '""']) => ({kind, what: String(JSON.parse(what))}));
  }
}

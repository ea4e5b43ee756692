import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {diagnostic, diagnostics, open} from '../suite/documents.ts';

describe('A server that dies', () => {
  it('is started again, and says the same again', async () => {
    const {document} = await open('incidents/missing-section.md');
    await diagnostic(document, 'missing-section');
    const gone = diagnostics(document, rules => rules.length === 0);
    const dead = serverProcess();
    process.kill(dead, 'SIGKILL');
    await gone;
    await diagnostic(document, 'missing-section');
    assert.notEqual(serverProcess(), dead);
  });
});

/** @returns the process of our language server that this extension host has started */
function serverProcess(): number {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], {encoding: 'utf8'}).split('\n');
  for (const line of processes) {
    const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === process.pid && args.includes('dist/server.cjs')) return Number(pid);
  }
  throw new Error('No server runs.');
}

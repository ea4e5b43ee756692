import {strict as assert} from 'node:assert';
import {execFileSync} from 'node:child_process';
import {useWorkbench, workbench} from './session.ts';

/** Milliseconds between looks for a server to kill: far fewer than it needs to answer anything. */
const pause = 20;

describe('A user whose server cannot live', () => {
  useWorkbench();

  it('is told so once, and may start it again', async () => {
    const {page} = workbench();
    const words = workbench().statusBarItem('postmortem.postmortem.words');
    await workbench().open('outline.md');
    await words.waitFor();
    const killing = setInterval(killServers, pause);
    const told = page.locator('.notification-toast');
    try {
      await told.filter({hasText: 'was not started again'}).waitFor();
    } finally {
      clearInterval(killing);
    }
    assert.equal(await told.count(), 1);
    await told.getByRole('button', {name: 'Restart Server'}).click();
    await words.waitFor();
    assert.equal(await told.count(), 0);
  });
});

/** Kills our language servers, if they were started from here. */
function killServers(): void {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], {encoding: 'utf8'}).split('\n');
  const all = lines.flatMap(line => {
    const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{pid: Number(pid), parent: Number(parent), args}];
  });
  const own = new Set([process.pid]);
  // A parent may come after its child.
  for (const before = {size: 0}; before.size < own.size; ) {
    before.size = own.size;
    for (const {pid, parent} of all) if (own.has(parent)) own.add(pid);
  }
  for (const {pid, args} of all) if (own.has(pid) && args.includes('dist/server.cjs')) kill(pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was dead already.
  }
}

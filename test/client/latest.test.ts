import assert from 'node:assert/strict';
import {latest} from '../../client/latest.ts';

describe('latest', () => {
  it('runs at once when idle', async () => {
    let runs = 0;
    const request = latest(async () => {
      runs += 1;
    });
    request();
    assert.equal(runs, 1);
    await settled();
    request();
    assert.equal(runs, 2);
  });

  it('aborts the run under way and makes one more for many calls', async () => {
    const signals: AbortSignal[] = [];
    const ends: (() => void)[] = [];
    const request = latest(signal => {
      signals.push(signal);
      return new Promise(resolve => ends.push(resolve));
    });
    for (let call = 0; call < 5; call++) request();
    assert.deepEqual(
      signals.map(({aborted}) => aborted),
      [true],
    );
    ends[0]?.();
    await settled();
    assert.deepEqual(
      signals.map(({aborted}) => aborted),
      [true, false],
    );
    ends[1]?.();
    await settled();
    assert.equal(signals.length, 2);
  });

  it('goes on after a task that fails', async () => {
    let runs = 0;
    const request = latest(async () => {
      runs += 1;
      throw new Error('the server is gone');
    });
    request();
    await settled();
    request();
    await settled();
    assert.equal(runs, 2);
  });
});

/** Lets promises that are done run on. */
function settled(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

import assert from 'node:assert/strict';
import {inOneGo, SharedWork, type Steps, worksWhile} from '../../server/model/steps.ts';

describe('work in steps', () => {
  let done = 0;
  beforeEach(() => {
    done = 0;
  });

  function* work(steps: number): Steps<string> {
    for (; done < steps; done++) yield;
    return `made in ${done}`;
  }

  it('is done once for all who wait for it, and goes on with whoever has a turn', () => {
    const shared = new SharedWork(work(4));
    const [one, other] = [shared.made(), shared.made()];
    for (const each of [one, other, one]) assert.equal(each.next().done, false);
    // Somebody who gives up leaves what was done to the others.
    one.return('given up');
    assert.equal(inOneGo(other), 'made in 4');
    assert.equal(done, 4);
    assert.equal(inOneGo(shared.made()), 'made in 4');
  });

  it('fails for all who wait for it', () => {
    const shared = new SharedWork(failing());
    const other = shared.made();
    other.next();
    assert.throws(() => inOneGo(shared.made()), /the disk is full/);
    assert.throws(() => inOneGo(other), /the disk is full/);
    assert.throws(() => inOneGo(shared.made()), /the disk is full/);
  });

  it('is put down after the step in which nobody wants it any more', () => {
    assert.equal(inOneGo(worksWhile(() => done < 3, work(100))), undefined);
    assert.equal(done, 3);
    assert.deepEqual(inOneGo(worksWhile(() => true, work(5))), {made: 'made in 5'});
  });
});

function* failing(): Steps<string> {
  yield;
  throw new Error('the disk is full');
}

import assert from 'node:assert/strict';
import {knownFlags} from '../server/v8-flags.ts';

describe('flags of V8', () => {
  const flags = ['--interrupt-budget=15000', '--no-regexp-tier-up', '--max-inlined-bytecode-size-cumulative=0'];

  it('are those that its version knows', () => {
    assert.deepEqual(knownFlags(flags, '11.3.244.8-node.30'), flags);
    for (const newer of ['11.8.172.17-node.20', '12.4.254.21-electron.0', '13.6.233.17-node.53', '14.1.146.11-node.25'])
      assert.deepEqual(knownFlags(flags, newer), flags.slice(1), newer);
  });

  it('are none in a version that nobody has tried, and none that nobody knows', () => {
    assert.deepEqual(knownFlags(flags, '15.0.1'), []);
    assert.deepEqual(knownFlags(['--max-lazy'], '11.3.244.8-node.30'), []);
  });
});

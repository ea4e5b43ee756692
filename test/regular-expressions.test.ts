import assert from 'node:assert/strict';
import {expressionsInSources, isLinear, proved, source} from '../scripts/regular-expressions.ts';

describe('regular expressions', () => {
  const {written, making} = expressionsInSources();

  it('are told apart by the time they take', () => {
    const ofText = (pattern: string) => isLinear({pattern, flags: ''});
    assert.ok(!ofText('^(a+)+$'), 'exponential');
    assert.ok(!ofText('\\s+$'), 'quadratic');
    assert.ok(ofText('^a+$'));
  }).timeout(60_000);

  it('take time that grows no faster than the text', () => {
    const known = proved();
    const slow = written.filter(each => !known.has(source(each)) && !isLinear(each));
    assert.deepEqual(
      slow.map(each => `${each.file}: ${source(each)}`),
      [],
    );
  }).timeout(300_000);

  it('of the list are those of the sources: `npm run regular-expressions`', () => {
    const used = new Set(written.map(source));
    assert.ok(used.size > 100);
    assert.deepEqual([...proved()].filter(each => !used.has(each)).sort(), []);
  });

  it('are written, not made as the program runs, but for two that are made of parts', () => {
    assert.deepEqual(making, ['server/model/time/office.ts', 'server/templates/placeholders.ts']);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {applyEdits} from '../../server/model/text.ts';
import {minimalEdits} from '../../server/rules/minimal-edits.ts';

describe('minimalEdits', () => {
  it('leaves lines that are the same alone', () => {
    assert.deepEqual(minimalEdits('a\nTimeline:\nb\nc\n', 'a\n## Timeline\nb\nc\n'), [
      {start: 2, end: 11, text: '## Timeline'},
    ]);
    assert.deepEqual(minimalEdits('a\nb\n', 'a\n\n## T\n\nb\n'), [{start: 2, end: 2, text: '\n## T\n\n'}]);
    assert.deepEqual(minimalEdits('same', 'same'), []);
  });

  it('leaves the beginning and end of a line that differs alone', () => {
    assert.deepEqual(minimalEdits('### Timeline\n', '## Timeline\n'), [{start: 2, end: 3, text: ''}]);
    assert.deepEqual(minimalEdits('Timeline:', 'Timeline'), [{start: 8, end: 9, text: ''}]);
  });

  it('cuts neither a pair of surrogates nor a line end in two', () => {
    assert.deepEqual(minimalEdits('a😀b', 'a😁b'), [{start: 1, end: 3, text: '😁'}]);
    for (const {start, end} of minimalEdits('a\r\nb', 'a\nb')) assert.ok(start <= 1 && end >= 2);
  });

  it('makes the one text of the other', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\n', '\r\n', '😀', '\ud83d', ' ', '## '))
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = minimalEdits(before, after);
        assert.equal(applyEdits(before, edits), after);
        for (const [index, {start}] of edits.entries()) assert.ok(start >= (edits[index - 1]?.end ?? 0));
      }),
    );
  });

  it('replaces all when too much has changed to compare', function () {
    this.timeout(10_000);
    const lines = (name: string) => Array.from({length: 3000}, (_, index) => `${name} ${index}\n`).join('');
    const edits = minimalEdits(lines('a'), lines('b'));
    assert.equal(edits.length, 1);
    assert.equal(applyEdits(lines('a'), edits), lines('b'));
  });
});

import assert from 'node:assert/strict';
import {factsOfNumber, factsOfWord} from '../../server/evidence/vocabulary.ts';

describe('what follows from a word alone', () => {
  it('is found once', () => {
    assert.equal(factsOfWord('Teams'), factsOfWord('Teams'));
    assert.equal(factsOfNumber('404'), factsOfNumber('404'));
  });

  it('is forgotten before it fills the memory, and found again', () => {
    const first = factsOfWord('flooded');
    for (let count = 0; count < 25_000; count++) factsOfWord(`w${count}`);
    assert.notEqual(factsOfWord('flooded'), first);
    assert.deepEqual(factsOfWord('flooded'), first);
  });

  it('is not remembered of words longer than any that is written', () => {
    const word = 'x'.repeat(1000);
    assert.notEqual(factsOfWord(word), factsOfWord(word));
  });

  it('names the word without its possessive ending, and the capital letter that it begins with', () => {
    for (const written of ["Team's", 'Team’s', 'Team'])
      assert.deepEqual([factsOfWord(written).text, factsOfWord(written).capital], ['team', true]);
  });

  it('says whether a date or a time may begin with it', () => {
    for (const word of ['Jan', 'sept', 'MAY', 'noon', 'midnight']) assert.ok(factsOfWord(word).mayBeTime, word);
    for (const word of ['ma', 'mayor', 'decent', 'none']) assert.ok(!factsOfWord(word).mayBeTime, word);
  });
});

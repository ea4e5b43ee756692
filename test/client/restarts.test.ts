import assert from 'node:assert/strict';
import {deathsInARow, Restarts} from '../../client/restarts.ts';

describe('Restarts', () => {
  const question = 'textDocument/diagnostic file:///incidents/queue.md';

  it('never gives up a server that did its work before it died', () => {
    const restarts = new Restarts();
    for (let life = 0; life < 100; life++) {
      restarts.ask(question);
      restarts.answer(question);
      assert.equal(restarts.died(), true, `life ${life}`);
    }
  });

  it('gives up a server that dies again and again before it answers', () => {
    const restarts = new Restarts();
    const worthIt = Array.from({length: deathsInARow}, () => {
      restarts.ask(question);
      return restarts.died();
    });
    assert.deepEqual(worthIt, [true, true, true, true, false]);
  });

  it('gives up a server that dies of one question, though it answers another', () => {
    const restarts = new Restarts();
    let lives = 0;
    do {
      lives += 1;
      restarts.ask(question);
      restarts.answer(question);
      restarts.ask('postmortem/report file:///incidents/queue.md');
    } while (restarts.died());
    assert.equal(lives, deathsInARow);
  });

  it('forgives early deaths once the server has worked', () => {
    const restarts = new Restarts();
    for (let round = 0; round < 10; round++) {
      for (let life = 1; life < deathsInARow; life++) assert.equal(restarts.died(), true);
      restarts.ask(question);
      restarts.answer(question);
      assert.equal(restarts.died(), true);
    }
  });

  it('starts counting anew when someone asks for a restart', () => {
    const restarts = new Restarts();
    while (restarts.died());
    restarts.reset();
    assert.equal(restarts.died(), true);
  });
});

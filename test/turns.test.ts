import assert from 'node:assert/strict';
import {CancellationTokenSource, LSPErrorCodes} from 'vscode-languageserver/node';
import {inTime, unlessCancelled} from '../server/turns.ts';

const never = new Promise<string>(() => undefined);
const isCancelled = {code: LSPErrorCodes.RequestCancelled};

describe('who waits for others', () => {
  let source: CancellationTokenSource;
  beforeEach(() => {
    source = new CancellationTokenSource();
  });
  afterEach(() => source.dispose());

  it('waits no longer than somebody wants to know', async () => {
    const waiting = unlessCancelled(never, source.token);
    source.cancel();
    await assert.rejects(waiting, isCancelled);
    await assert.rejects(unlessCancelled(Promise.resolve('made'), source.token), isCancelled);
  });

  it('is told what comes, and why nothing does', async () => {
    for (const token of [source.token, undefined]) {
      assert.equal(await unlessCancelled(Promise.resolve('made'), token), 'made');
      await assert.rejects(unlessCancelled(Promise.reject<string>(new Error('gone')), token), /gone/);
    }
    source.cancel();
  });

  it('is given what comes too late, and only that', async () => {
    const late: string[] = [];
    const keep = (made: string) => late.push(made);
    assert.equal(await inTime(Promise.resolve('at once'), 60_000, keep), 'at once');
    await assert.rejects(inTime(Promise.reject<string>(new Error('gone')), 60_000, keep), /gone/);
    let come: (made: string) => void = () => undefined;
    const coming = new Promise<string>(resolve => {
      come = resolve;
    });
    assert.equal(await inTime(coming, 1, keep), undefined);
    come('late');
    await coming;
    assert.deepEqual(late, ['late']);
  });
});

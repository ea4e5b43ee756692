import assert from 'node:assert/strict';
import {isBeside} from './beside.ts';

describe('what tests read beside the project', () => {
  const {CI: before} = process.env;

  afterEach(() => {
    if (before === undefined) delete process.env['CI'];
    else process.env['CI'] = before;
  });

  it('must be there where everything is to be tested', () => {
    process.env['CI'] = 'true';
    assert.ok(isBeside('package.json'));
    assert.throws(() => isBeside('../no such folder'), /no such folder is not here/);
  });
});

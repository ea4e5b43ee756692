import assert from 'node:assert/strict';
import {staleFiles} from '../scripts/generated.ts';

describe('generated files', () => {
  it('are what rules, settings and templates say; if not: npm run generate', () => {
    assert.deepEqual(
      staleFiles().map(({path}) => path),
      [],
    );
  });
});

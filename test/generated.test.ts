import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {staleFiles} from '../scripts/generated.ts';
import {rules} from '../server/rules/all.ts';

describe('generated files', () => {
  it('are what rules, settings and templates say; if not: npm run generate', () => {
    assert.deepEqual(
      staleFiles().map(({path}) => path),
      [],
    );
  });

  it('have no page on a rule that is gone', () => {
    const pages = readdirSync('docs/rules').sort();
    assert.deepEqual(pages, rules.map(({code}) => `${code}.md`).sort());
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {properties} from './properties.ts';

describe('for any input', () => {
  for (const {name, cases, check} of properties) {
    it(name, async () => {
      const details = await check({numRuns: cases});
      assert.ok(!details.failed, fc.defaultReportMessage(details));
    }).timeout(60_000);
  }
});

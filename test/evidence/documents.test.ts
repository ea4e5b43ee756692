import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {makeReport} from '../../server/evidence/make-report.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

const folder = 'test/fixtures/evidence';

/** Each document begins with a comment that names the questions of the classic template which a reader finds open. */
const expected = /^<!-- open:([^>]*)-->/;

describe('evidence in whole documents', () => {
  for (const file of readdirSync(folder)) {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    it(`${file}: what is open is what a reader finds open`, () => {
      const names = (expected.exec(text)?.[1] ?? '').trim().split(/\s+/).filter(Boolean);
      const {requirements} = makeReport(text, defaultTemplate());
      const open = requirements.filter(({met}) => !met).map(({requirement: {id}}) => id.slice(id.indexOf('/') + 1));
      assert.deepEqual(open.sort(), names.sort());
    });
  }
});

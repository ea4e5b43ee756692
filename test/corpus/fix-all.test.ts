import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import {applyEdits} from '../../server/model/text.ts';
import {rules} from '../../server/rules/all.ts';
import {fixAll, safeFix} from '../../server/rules/fix-all.ts';
import {minimalEdits} from '../../server/rules/minimal-edits.ts';
import {findings} from '../../server/rules/run.ts';
import {lostWords} from '../../server/rules/words-lost.ts';
import {defaultTemplate} from '../../server/templates/all.ts';
import {documents} from './documents.ts';

const settings = {rules: {}, words: {}};
const structural = new Set(rules.filter(rule => rule.structural).map(({code}) => code));

describe('all fixes, on every document', () => {
  for (const {name, text} of documents()) {
    it(`${name}: loses no word, is done at once and leaves nothing to fix`, function () {
      this.timeout(20_000);
      const template = defaultTemplate();
      const fixed = fixAll(text, {template, settings});
      assert.deepEqual(lostWords(text, fixed), []);
      assert.equal(fixAll(fixed, {template, settings}), fixed);
      const left = findings(makeReport(fixed, template), settings);
      assert.deepEqual(
        left.filter(finding => structural.has(finding.rule) && safeFix(finding)),
        [],
      );
      assert.equal(applyEdits(text, minimalEdits(text, fixed)), fixed);
    });
  }
});

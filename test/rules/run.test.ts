import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import type {Rule} from '../../server/rules/rule.ts';
import {findings} from '../../server/rules/run.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

const noSettings = {rules: {}, words: {}};

describe('findings', () => {
  it('come sorted by position', () => {
    const found = findings(report('Timeline\n\n- a\n\nIssue Summary\n\nb\n'), noSettings);
    const starts = found.map(({span}) => span.start);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
    assert.ok(found.length > 3);
  });

  it('have the severity of the settings', () => {
    const settings = {rules: {'missing-section': 'error', 'word-count': 'off'}, words: {}} as const;
    const found = findings(report('## Issue Summary\n\nIt broke.\n'), settings);
    assert.ok(found.some(({rule, severity}) => rule === 'missing-section' && severity === 'error'));
    assert.ok(!found.some(({rule}) => rule === 'word-count'));
  });

  it('may be weaker than their rule, never stronger', () => {
    const rule = fake(() => [
      {rule: 'fake', span: {start: 0, end: 0}, message: 'weak', severity: 'hint'},
      {rule: 'fake', span: {start: 1, end: 1}, message: 'strong', severity: 'error'},
    ]);
    const severities = findings(report('text'), noSettings, [rule]).map(({severity}) => severity);
    assert.deepEqual(severities, ['hint', 'warning']);
  });

  it('tell of a rule that throws', () => {
    const broken = fake(() => {
      throw new Error('no such thing');
    });
    const [found, ...rest] = findings(report('text'), noSettings, [broken]);
    assert.equal(found?.message, "The rule 'fake' could not judge this document: no such thing");
    assert.deepEqual(rest, []);
  });

  it('tell of a rule that throws while it is walked', () => {
    const broken = fake(function* () {
      yield {rule: 'fake', span: {start: 0, end: 0}, message: 'first'};
      throw 'a string';
    });
    const found = findings(report('text'), noSettings, [broken]).map(({message}) => message);
    assert.deepEqual(found, ["The rule 'fake' could not judge this document: a string"]);
  });

  it('are only the conflicts while there are any', () => {
    const found = findings(report('<<<<<<< HEAD\nTimeline\n=======\nTime line\n>>>>>>> other\n'), noSettings);
    assert.deepEqual(
      found.map(({rule, severity, message}) => `${severity} ${rule} ${message}`),
      ["error merge-conflict Merge conflict between 'HEAD' and 'other'"],
    );
  });

  it('judge by the word range of the settings', () => {
    const counts = (words: {min?: number; max?: number}) =>
      findings(report('## Issue Summary\n\na b\n\n## Timeline\n\nc\n\n## Root cause and resolution\n\nd\n'), {
        rules: {},
        words,
      }).flatMap(({rule, message}) => (rule === 'word-count' ? message : []));
    assert.deepEqual(counts({min: 5, max: 20}), []);
    assert.deepEqual(counts({min: 12}), ['The postmortem has 11 words, 1 too few: the range is 12 to 600']);
    assert.deepEqual(counts({min: 1, max: 9}), ['The postmortem has 11 words, 2 too many: the range is 1 to 9']);
    assert.deepEqual(counts({max: 9}), ['The postmortem has 11 words, 2 too many: the range is at most 9']);
  });
});

describe('suppression comments', () => {
  const empty = '## Timeline\n\n## Issue Summary\n\nIt broke.\n\n## Root cause and resolution\n\nIt broke, too.\n';
  const rulesOf = (text: string) => findings(report(text), noSettings).map(({rule}) => rule);

  it('silence the rules that they name, where they say', () => {
    assert.ok(rulesOf(empty).includes('empty-section'));
    const text = `<!-- postmortem-disable-next-line empty-section -->\n${empty}`;
    assert.ok(!rulesOf(text).includes('empty-section'));
    assert.ok(rulesOf(text).includes('section-order'));
    assert.ok(!rulesOf(text).includes('unused-suppression'));
  });

  it('silence all rules when they name none', () => {
    assert.deepEqual(rulesOf(`<!-- postmortem-disable-file -->\n${empty}`), []);
  });

  it('are reported when they silence nothing, each name apart', () => {
    const text = `<!-- postmortem-disable-file empty-section, heading-level, no-such-rule -->\n${empty}`;
    const unused = findings(report(text), noSettings).filter(({rule}) => rule === 'unused-suppression');
    assert.deepEqual(
      unused.map(({message}) => message),
      ["This comment suppresses no finding of 'heading-level'", "There is no rule 'no-such-rule'"],
    );
  });

  it('are not reported for rules that are switched off', () => {
    const text = `<!-- postmortem-disable-file heading-level -->\n${empty}`;
    const found = findings(report(text), {rules: {'heading-level': 'off'}, words: {}});
    assert.ok(!found.some(({rule}) => rule === 'unused-suppression'));
  });
});

function report(text: string) {
  return makeReport(text, defaultTemplate());
}

function fake(check: Rule['check']): Rule {
  return {code: 'fake', summary: '', why: '', severity: 'warning', structural: false, examples: [], check};
}

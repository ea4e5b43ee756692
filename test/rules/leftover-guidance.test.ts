import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import {newPostmortem} from '../../server/features/scaffold.ts';
import {applyEdits} from '../../server/model/text.ts';
import {leftoverGuidance} from '../../server/rules/leftover-guidance.ts';
import {builtInTemplates} from '../../server/templates/all.ts';
import {loadTemplate} from '../../server/templates/load.ts';

const bare = loadTemplate(`# Incident title

## Summary

_Tell in two sentences what broke and for whom._

## What happened

All times in CET.

| Time | Event |
| ---- | ----- |
| 14:44 | the first alert fires |
|      |   |

- Who was on call?
- Which dashboards helped us find it?

Severity:

## Follow-ups

- copy these from the meeting notes
`).template;

/** What the rule reports in a finished document, as texts. */
function leftIn(text: string, template = bare): string[] {
  const report = {...makeReport(text, template), draft: false};
  return [...leftoverGuidance.check(report)].map(({span}) => text.slice(span.start, span.end));
}

describe('leftover guidance of a bare template', () => {
  it('is what the template tells its authors, example rows included', () => {
    assert.deepEqual(leftIn(bare.scaffold), [
      '_Tell in two sentences what broke and for whom._',
      '| 14:44 | the first alert fires |',
      'Who was on call?\n- Which dashboards helped us find it?',
      'copy these from the meeting notes',
    ]);
  });

  it('is not what was answered, nor labels, zones and heads of tables', () => {
    const text = `# Queue full

## Summary

Mails were late.

## What happened

All times in CET.

| Time | Event |
| ---- | ----- |
| 09:10 | the queue grows |

- Who was on call?
  Marta.

Severity: high

## Follow-ups

- Alert on the length of the queue.
`;
    assert.deepEqual(leftIn(text), []);
  });

  it('is found however it is marked', () => {
    assert.deepEqual(
      leftIn('## Summary\n\n> **Tell in two sentences what broke, and for whom!**\n\nMails were late.\n').length,
      1,
    );
  });

  it('is removed with the blank lines behind it', () => {
    const text = '## Summary\n\n_Tell in two sentences what broke and for whom._\n\nMails were late.\n';
    const [finding] = leftoverGuidance.check({...makeReport(text, bare), draft: false});
    assert.equal(applyEdits(text, finding?.fixes?.[0]?.edits ?? []), '## Summary\n\nMails were late.\n');
  });
});

describe('leftover guidance of built-in templates', () => {
  for (const template of builtInTemplates()) {
    it(`of ${template.id} is every comment of its scaffold and nothing else`, () => {
      const {text} = newPostmortem(template, {title: 'Queue full', date: '2024-03-05'});
      const comments = text.match(/<!--[\s\S]*?-->/g) ?? [];
      assert.deepEqual(leftIn(text, template), comments);
    });
  }
});

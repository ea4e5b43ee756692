import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

function metIn(text: string): string[] {
  const {requirements} = makeReport(text, defaultTemplate());
  return requirements.filter(({met}) => met).map(({requirement}) => requirement.id.replace(/.*\//, ''));
}

describe("a template's prompts in italics", () => {
  for (const prompt of [
    '*Describe how internal and external users were impacted during the outage*',
    '_Note the final root cause and describe what has to change_',
    '*Report when the team noticed the errors, and how it was escalated to other teams.*',
    '*Please list the tasks that will prevent it*',
    '*Briefly summarize what was down and what caused it.*',
    '*Explain why the service failed because of it*',
  ])
    it(`are no evidence: ${prompt}`, () => {
      for (const title of ['Issue Summary', 'Timeline', 'Root cause and resolution', 'Corrective measures'])
        assert.deepEqual(metIn(`# Outage\n\n## ${title}\n\n${prompt}\n`), [], title);
    });

  it('leave their title to what stands below them', () => {
    const text = '## Root cause\n\n*Describe the root cause*\n\nThe disk was full because nobody had emptied it.\n';
    assert.deepEqual(metIn(text), ['cause']);
  });

  it('ask for more than one line says, too', () => {
    const question =
      '_Which of our users were affected by the outage, and for how long could they not use the service?_';
    assert.deepEqual(metIn(`## Issue Summary\n\n${question}\n\n## Corrective measures\n\n${question}\n`), []);
  });

  for (const [text, met] of [
    ['## Timeline\n\n*Note all times are in UTC*\n\n- 10:00 - down\n', 'time-zone'],
    ['## Issue Summary\n\n*Users could not log in.*\n', 'impact'],
    ['## Issue Summary\n\n*Report by the support team: users could not log in.*\n', 'impact'],
    ['## Issue Summary\n\nOn Monday it began.\n\n*Describe the users that were affected.*\n', 'impact'],
  ] as const)
    it(`are told from answers: ${text.split('\n\n')[1]}`, () => {
      assert.ok(metIn(text).includes(met));
    });
});

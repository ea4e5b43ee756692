import assert from 'node:assert/strict';
import fc from 'fast-check';
import {Judge} from '../../server/evidence/judge.ts';
import {kinds} from '../../server/evidence/kinds.ts';
import {makeReport} from '../../server/evidence/make-report.ts';
import {readStatements} from '../../server/evidence/statements.ts';
import {read} from '../../server/model/read.ts';
import {builtInTemplates, defaultTemplate} from '../../server/templates/all.ts';
import {loadTemplate} from '../../server/templates/load.ts';

const pieces = [
  '## Issue Summary\n',
  'Timeline:\n',
  '**Root cause:** ',
  '- 10:05 UTC - ',
  '| 10:05 | ',
  'All users were affected. ',
  'Escalated to the storage team',
  'What was the root cause? ',
  '100 % of ',
  '<p>&emsp;',
  '`code` ',
  '...',
  ': ',
  '\r\n',
  '\n\n',
  '\t',
  '\u{1F6A8}',
  '\uD800',
];

describe('judging', () => {
  it('is total: every text gives one state for each requirement, with evidence inside the text', () => {
    const part = fc.oneof({weight: 4, arbitrary: fc.constantFrom(...pieces)}, fc.string({unit: 'binary'}));
    fc.assert(
      fc.property(fc.array(part, {maxLength: 40}), parts => {
        const text = parts.join('');
        const {requirements} = makeReport(text, defaultTemplate());
        assert.equal(requirements.length, defaultTemplate().requirements.length);
        for (const {met, evidence} of requirements) {
          assert.equal(met, evidence !== undefined);
          assert.ok(
            !evidence || (0 <= evidence.start && evidence.start <= evidence.end && evidence.end <= text.length),
          );
        }
      }),
      {numRuns: 300},
    );
  });

  it('finds nothing in a document that says nothing', () => {
    for (const text of ['', '\n', '# Postmortem\n', '## Issue Summary\n\n## Timeline\n'])
      assert.ok(makeReport(text, defaultTemplate()).requirements.every(({met}) => !met));
  });

  it('holds nothing against the author of whom it does not know what to ask', () => {
    const source =
      '---\nsections:\n  Facts:\n    requirements:\n      a: {question: Why?, evidence: gut-feeling}\n---\n## Facts\n';
    const {template} = loadTemplate(source, 'facts.md');
    const [state] = makeReport('## Facts\n\nNone.\n', template).requirements;
    assert.deepEqual([state?.met, state?.evidence], [true, undefined]);
  });

  it("looks for the phrases of a template's own", () => {
    const source = `---
sections:
  Facts:
    requirements:
      weather:
        question: What was the weather like?
        evidence: phrases
        phrases: ['~rain|~snow', 'clear sky']
        negations: ['not|never ...2 ~rain']
---
## Facts
`;
    const {template} = loadTemplate(source, 'facts.md');
    const isMet = (text: string) => makeReport(`## Facts\n\n${text}\n`, template).requirements[0]?.met;
    assert.equal(isMet('It snowed all night.'), true);
    assert.equal(isMet('It did not rain.'), false);
    assert.equal(isMet('It was dark.'), false);
  });

  it('leaves work in proportion to the length of the text', () => {
    const judge = new Judge(defaultTemplate().requirements);
    const cost = (text: string) => {
      const statements = readStatements(read(text, defaultTemplate()));
      const start = process.cpuUsage();
      judge.judge(statements);
      const {user, system} = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    for (const line of [
      '- issue was detected\n',
      'Root cause:\n\n',
      'we suspected a thing. ',
      'escalated to not the cause ',
    ]) {
      const text = `## Timeline\n\n${line.repeat(4000)}`;
      assert.ok(cost(text) < 2000, `${line.trim()}: ${cost(text)} ms`);
    }
  });
});

describe('kinds of evidence', () => {
  it('name only word classes that there are', () => {
    for (const template of builtInTemplates()) assert.deepEqual(new Judge(template.requirements).unknownClasses, []);
  });

  it('say for the documentation what they look for', () => {
    for (const [name, {summary}] of Object.entries(kinds)) assert.match(summary, /\.$/, name);
  });

  it('are known for every requirement of the built-in templates', () => {
    for (const {id, requirements} of builtInTemplates())
      for (const {evidence} of requirements) assert.ok(kinds[evidence], `${id}: ${evidence}`);
  });
});

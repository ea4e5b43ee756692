import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import type {Template} from '../../server/model/template.ts';
import {applyEdits} from '../../server/model/text.ts';
import {rules} from '../../server/rules/all.ts';
import type {Rule} from '../../server/rules/rule.ts';
import {findings} from '../../server/rules/run.ts';
import {builtInTemplate} from '../../server/templates/all.ts';

describe('examples of rules', () => {
  for (const rule of rules) {
    describe(rule.code, () => {
      it('has an example of what it reports', () => {
        assert.ok(rule.examples.some(({text}) => text.includes('⟦')));
      });
      for (const example of rule.examples) {
        const {text, marked} = readMarks(example.text);
        const template = templateOf(example.template);
        it(`${example.name}: reports what is marked`, () => {
          assert.deepEqual(spansOf(rule, text, template), marked);
        });
        if (example.fixed === undefined) continue;
        it(`${example.name}: its fix mends it`, () => {
          const [first] = foundBy(rule, text, template);
          const fixed = applyEdits(text, first?.fixes?.[0]?.edits ?? []);
          assert.equal(fixed, example.fixed);
          assert.equal(spansOf(rule, fixed, template).length, marked.length - 1);
        });
      }
    });
  }
});

/** Takes `⟦` and `⟧` out and answers what stood between them, as `start-end`. */
function readMarks(text: string): {text: string; marked: string[]} {
  const marked: string[] = [];
  let clean = '';
  let start = 0;
  for (const part of text.split(/([⟦⟧])/)) {
    if (part === '⟦') start = clean.length;
    else if (part === '⟧') marked.push(`${start}-${clean.length}`);
    else clean += part;
  }
  return {text: clean, marked};
}

function foundBy(rule: Rule, text: string, template: Template) {
  const settings = {rules: {[rule.code]: rule.severity === 'off' ? 'warning' : rule.severity}, words: {}} as const;
  return findings(makeReport(text, template), settings).filter(found => found.rule === rule.code);
}

function spansOf(rule: Rule, text: string, template: Template): string[] {
  return foundBy(rule, text, template).map(({span}) => `${span.start}-${span.end}`);
}

function templateOf(id = 'classic'): Template {
  const template = builtInTemplate(id);
  assert.ok(template, `there is no template '${id}'`);
  return template;
}

import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import {newPostmortem} from '../../server/features/scaffold.ts';
import type {Template, TemplateSection} from '../../server/model/template.ts';
import {rules} from '../../server/rules/all.ts';
import {findings} from '../../server/rules/run.ts';
import {builtInTemplates} from '../../server/templates/all.ts';
import {findPlaceholders} from '../../server/templates/placeholders.ts';

const settings = {rules: {}, words: {}};

function problemsOf(text: string, template: Template): string[] {
  return findings(makeReport(text, template), settings).map(({rule, message}) => `${rule}: ${message}`);
}

/** What an author would put into a gap. */
function fill(hint: string): string {
  if (/^HH:MM/.test(hint)) return hint.includes('UTC') ? '14:05 UTC' : '14:05';
  if (/^(?:YYYY|DD|Month|date)/.test(hint)) return hint.includes('HH:MM') ? '2024-03-05 14:05 UTC' : '2024-03-05';
  if (/minutes|number|percent/.test(hint)) return '12';
  if (/name|owner|lead|who|initials/.test(hint)) return 'Marta';
  return 'the label printer in warehouse B was given a new driver';
}

/** A scaffold with every gap and every comment replaced by text. */
function filled(template: Template): string {
  const {text} = newPostmortem(template, {title: 'No labels were printed', date: '2024-03-05'});
  const story = 'The label printer stopped, and parcels left a day late. The old driver was put back.';
  let result = '';
  let at = 0;
  const plain = text.replaceAll(/<!--[\s\S]*?-->/g, story);
  for (const {start, end, hint} of findPlaceholders(plain)) {
    result += plain.slice(at, start) + fill(hint);
    at = end;
  }
  return result + plain.slice(at);
}

const structural = rules.filter(rule => rule.structural || rule.code.endsWith('-section')).map(({code}) => code);

describe('the scaffold of a template', () => {
  for (const template of builtInTemplates()) {
    describe(template.id, () => {
      it('is a draft, of which nothing is reported', () => {
        const {text} = newPostmortem(template, {title: 'No labels were printed', date: '2024-03-05'});
        assert.ok(makeReport(text, template).draft);
        assert.deepEqual(problemsOf(text, template), []);
        assert.deepEqual(problemsOf(template.scaffold, template), []);
      });

      it('has every section of the template', () => {
        const {sections} = makeReport(template.scaffold, template);
        assert.deepEqual(
          sections.filter(({titles}) => titles.length !== 1).map(({spec}) => spec.id),
          [],
        );
      });

      it('has nothing amiss in its structure when it is filled in', () => {
        const text = filled(template);
        assert.ok(!makeReport(text, template).draft, text);
        const wrong = problemsOf(text, template).filter(problem =>
          [...structural, 'leftover-guidance', 'placeholder'].includes(problem.split(':')[0] ?? ''),
        );
        assert.deepEqual(wrong, []);
      });
    });
  }
});

describe('the example of a requirement', () => {
  for (const template of builtInTemplates()) {
    it(`of ${template.id} is an answer to its question`, () => {
      const text = template.sections.map(section => withExamples(section, template)).join('\n\n');
      const unmet = makeReport(`# No labels\n\n${text}\n`, template).requirements.filter(({met}) => !met);
      assert.deepEqual(
        unmet.map(({requirement}) => requirement.id),
        [],
      );
    });
  }

  function withExamples({id, title, level, columns}: TemplateSection, {requirements}: Template): string {
    const examples = requirements.filter(({section}) => section === id).map(({example}) => example);
    const rows = examples.filter(example => example.startsWith('|'));
    const head = [`| ${columns.join(' | ')} |`, `|${'---|'.repeat(columns.length)}`];
    const table = rows.length > 0 ? [[...head, ...rows].join('\n')] : [];
    const others = examples.filter(example => !example.startsWith('|'));
    return [`${'#'.repeat(level)} ${title}`, ...others, ...table].join('\n\n');
  }
});

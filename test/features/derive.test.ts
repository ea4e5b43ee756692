import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {deriveTemplate} from '../../server/features/derive.ts';
import {read} from '../../server/model/read.ts';
import {builtInTemplates} from '../../server/templates/all.ts';
import {loadTemplate} from '../../server/templates/load.ts';
import {corpora, isBeside} from '../beside.ts';

const documents = [
  `# Postmortem: mails twice

**Owner:** Marta

## Overview

Mails were sent twice.

## Timeline (UTC)

| Time | What |
| ---- | ---- |
| 10:00 | A retry |

## Why it happened

A lock was missing.

### Guardrails that failed

None.

## To do

- **Owner:** Marta
- Take a lock.
`,
  `# Postmortem: no mails

**Owner:** Jonas

## Overview

No mails were sent.

## Timeline

| Time | What |
| ---- | ---- |
| 08:10 | The key expires |

## Why it happend

A key.

### Guardrails that failed

The alert on keys.

## To do

- Watch keys.
`,
  `# Postmortem: slow mails

**Owner:** Ada

## 1. Summary

Mails took an hour.

## 2. Timeline

| Time | What |
| ---- | ---- |
| 11:00 | The queue grows |

### 11:20 - the worker dies

It did.

## 3. Why it happened

A queue.

## 4. To do

- Alert on the queue.

## 5. Odds and ends

Tea.
`,
];

describe('deriving a template', () => {
  it('takes what the documents share', () => {
    assert.equal(
      deriveTemplate(documents, {name: 'Mail team'}),
      `---
id: mail-team
name: Mail team
description: Derived from 3 documents.
sections:
  Overview:
    aliases:
      - Summary
  Timeline:
    columns:
      - Time
      - What
  Why it happened:
    aliases:
      - Why it happend
  Guardrails that failed:
    presence: required
---

# Postmortem: {{ title }}

- **Owner:** {{ owner }}

## Overview

## Timeline

| Time | What |
| --- | --- |
| {{ time }} | {{ what }} |

## Why it happened

### Guardrails that failed

## To do
`,
    );
  });

  it('takes all of a single document', () => {
    const {template} = loadTemplate(deriveTemplate(documents.slice(2), {name: 'One'}));
    assert.deepEqual(
      template.sections.map(({title, presence}) => [title, presence]),
      ['Summary', 'Timeline', 'Why it happened', 'To do', 'Odds and ends'].map(title => [title, 'required']),
    );
  });

  it('makes optional what fewer than half have', () => {
    const texts = [...documents, documents[2] ?? '', '## Overview\n\nx\n\n## Timeline\n\ny\n'];
    const {template} = loadTemplate(deriveTemplate(texts, {name: 'x'}));
    assert.equal(template.sections.find(({title}) => title === 'Odds and ends')?.presence, 'optional');
    assert.equal(template.sections.find(({title}) => title === 'Timeline')?.presence, 'required');
  });

  it('keeps the order that most have, though other sections push them about', () => {
    const heads = (...titles: string[]) => ['# Late', ...titles.map(title => `## ${title}\n\nx y z`)].join('\n\n');
    const one = heads('Summary', 'Background', 'Players', 'Costs', 'Timeline', 'Cause');
    const other = heads('Summary', 'Timeline', 'Cause', 'Costs', 'Thanks', 'Links');
    const last = heads('Timeline', 'Cause');
    const titles = [...deriveTemplate([one, other, last], {name: 'Ours'}).matchAll(/^## (.*)$/gm)].map(
      ([, title]) => title,
    );
    assert.ok(titles.indexOf('Timeline') < titles.indexOf('Cause'), titles.join(', '));
  });

  it('reads labels in bold where there are no headings', () => {
    const entry = (what: string) =>
      `# Incident on 2024-02-01 - ${what}\n\n- **Impact**: ${what}\n\n- **Fix**:\n  - a restart\n`;
    const derived = deriveTemplate([entry('no logs'), entry('no metrics')], {name: 'log'});
    assert.ok(derived.endsWith('\n# Incident on {{ date }} - {{ title }}\n\n## Impact\n\n## Fix\n'), derived);
  });

  it('finds the date in titles', () => {
    const titled = (title: string) => `# ${title}\n\n## Impact\n\nx\n\n## Cause\n\ny\n`;
    const head = (...titles: string[]) => /^# .*$/m.exec(deriveTemplate(titles.map(titled), {name: 'x'}))?.[0];
    assert.equal(head('2024-01-02, a', '2024-02-03, b'), '# {{ date }}, {{ title }}');
    assert.equal(head('a - 2024-01-02', 'b - 2024-02-03'), '# {{ title }} - {{ date }}');
    assert.equal(head('a', 'b'), '# {{ title }}');
  });

  it('gives back the sections of a template from documents that follow it', () => {
    for (const template of builtInTemplates()) {
      const derived = loadTemplate(deriveTemplate([template.scaffold, template.scaffold], {name: template.name}));
      assert.deepEqual(derived.problems, [], template.id);
      assert.deepEqual(
        derived.template.sections.map(({title}) => title),
        template.sections.map(({title}) => title),
        template.id,
      );
    }
  });

  it('makes a template without mistakes of anything', () => {
    const line = fc.constantFrom(
      '# A',
      '## B',
      '## B:',
      '### "C" [d]',
      '**E:** f',
      '| a | b |\n|---|---|',
      '- g',
      '',
      '## {{ h }}',
      '## # -',
      'Timeline:',
    );
    const text = fc.array(line, {maxLength: 12}).map(lines => lines.join('\n'));
    fc.assert(
      fc.property(fc.array(text, {minLength: 1, maxLength: 4}), texts => {
        const {problems, template} = loadTemplate(deriveTemplate(texts, {name: 'x: "y"'}));
        const serious = problems.filter(({message}) => !message.startsWith('A template needs headings'));
        assert.deepEqual(serious, [], template.scaffold);
      }),
    );
  });

  const [, folder] = corpora;
  if (isBeside(folder)) {
    for (const organisation of ['mybinder', 'chia', 'kubernetes', 'moj-cloud-platform']) {
      it(`finds most sections of ${organisation} again under the template derived from them`, () => {
        const files = readdirSync(folder).filter(name => name.endsWith(`-${organisation}.md`));
        const texts = files.map(name => readFileSync(`${folder}/${name}`, 'utf8'));
        const {template, problems} = loadTemplate(deriveTemplate(texts, {name: organisation}));
        assert.deepEqual(problems, []);
        const sections = texts
          .flatMap(text => read(text, template).sections)
          .filter(({spec}) => spec.presence === 'required');
        const there = sections.filter(({status}) => status !== 'missing');
        assert.ok(there.length > 0.75 * sections.length, `${there.length} of ${sections.length}`);
      });
    }
  }
});

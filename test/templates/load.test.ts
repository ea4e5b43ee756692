import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {Template, TemplateSection} from '../../server/model/template.ts';
import {loadTemplate} from '../../server/templates/load.ts';

/** Problems as their messages, each with the text that it stands at. */
function problemsOf(source: string): string[] {
  return loadTemplate(source).problems.map(({span, message}) => `${source.slice(span.start, span.end)}: ${message}`);
}

function sectionOf(template: Template, id: string): TemplateSection {
  const section = template.sections.find(each => each.id === id);
  assert.ok(section, `no section '${id}' among ${template.sections.map(each => each.id).join(', ')}`);
  return section;
}

const bare = `# Outage review: <name of the service>

Fill this in within a week.

## At a glance

_Who noticed it, and how?_

- severity
- \`start\`

## Clock (all times in CET)

| When | What |
| --- | --- |
| HH:MM | … |

### Before

### 2024-01-01

## Loose ends (optional):

<!-- Anything
that did not fit -->
`;

describe('a bare Markdown template', () => {
  const {template, problems} = loadTemplate(bare, 'docs/outage_review.md');

  it('works as it is', () => {
    assert.deepEqual(problems, []);
    assert.equal(template.id, 'outage-review');
    assert.equal(template.name, 'outage review');
    assert.equal(template.titleLevel, 1);
    assert.equal(template.ordered, true);
    assert.equal(template.words, undefined);
    assert.equal(template.scaffold, bare);
  });

  it('has a section for each heading but its title and those that are only gaps', () => {
    assert.deepEqual(
      template.sections.map(({id, title, level, parent, presence}) => [id, title, level, parent, presence]),
      [
        ['at-a-glance', 'At a glance', 2, undefined, 'required'],
        ['clock', 'Clock', 2, undefined, 'required'],
        ['before', 'Before', 3, 'clock', 'optional'],
        ['loose-ends', 'Loose ends', 2, undefined, 'optional'],
      ],
    );
  });

  it('takes the text under a heading for its scaffold and its guidance', () => {
    assert.equal(sectionOf(template, 'at-a-glance').scaffold, '_Who noticed it, and how?_\n\n- severity\n- `start`');
    assert.deepEqual(sectionOf(template, 'at-a-glance').prompts, ['Who noticed it, and how?', 'severity', 'start']);
    assert.deepEqual(sectionOf(template, 'loose-ends').prompts, ['Anything', 'that did not fit']);
    assert.equal(sectionOf(template, 'before').scaffold, '### 2024-01-01');
  });

  it('takes the file name for its name when the title is missing, and all levels as they are', () => {
    const flat = loadTemplate('Impact\n======\n\nCause\n=====\n').template;
    assert.equal(flat.titleLevel, 0);
    assert.equal(flat.title, '');
    assert.deepEqual(
      flat.sections.map(({title, level, scaffold}) => [title, level, scaffold]),
      [
        ['Impact', 1, ''],
        ['Cause', 1, ''],
      ],
    );
  });

  it('leaves front matter of other tools alone', () => {
    const jekyll = '---\nlayout: post\ntitle: Review\ntags: [a]\nabout: something\n---\n\n## Impact\n';
    assert.deepEqual(problemsOf(jekyll), []);
    assert.equal(loadTemplate(jekyll).template.scaffold, '## Impact\n');
  });

  it('tells sections of the same title apart', () => {
    const source = '# T\n## A\n### Notes\n## B\n### Notes\n### Notes\n';
    assert.deepEqual(
      loadTemplate(source).template.sections.map(({id}) => id),
      ['a', 'notes', 'b', 'b-notes', 'b-notes-2'],
    );
  });
});

describe('front matter of a template', () => {
  const source = `---
id: ops
name: Operations
description: What we write.
words: {min: 100, max: 900}
order: free
sections:
  Impact:
    aliases: [Effect, Damage]
    oneOf: what
    words: {max: 80}
    requirements:
      numbers:
        question: How many?
        example: 12 of 40.
        evidence: affected-share
      money:
        question: What did it cost?
        phrases: [lost, revenue]
        negations: ['no']
  Why:
    id: cause
    parts: [Trigger, Condition]
    repeatable: true
  detail:
    presence: required
  Fixes:
    kind: prose
    columns: [Task, Owner]
---

# Review of {{ title }}

## Impact

## Why

### Detail

## Fixes
`;
  const {template, problems} = loadTemplate(source, 'x.md');

  it('says what headings cannot', () => {
    assert.deepEqual(problems, []);
    const {id, name, description, words, ordered} = template;
    assert.deepEqual(
      {id, name, description, words, ordered},
      {
        id: 'ops',
        name: 'Operations',
        description: 'What we write.',
        words: {min: 100, max: 900},
        ordered: false,
      },
    );
    assert.deepEqual(sectionOf(template, 'impact').aliases, ['Effect', 'Damage']);
    assert.equal(sectionOf(template, 'impact').oneOf, 'what');
    assert.deepEqual(sectionOf(template, 'impact').words, {max: 80});
    assert.deepEqual(sectionOf(template, 'cause').parts, ['Trigger', 'Condition']);
    assert.equal(sectionOf(template, 'cause').repeatable, true);
    assert.equal(sectionOf(template, 'detail').presence, 'required');
    assert.equal(sectionOf(template, 'detail').parent, 'cause');
    assert.deepEqual(sectionOf(template, 'fixes').columns, ['Task', 'Owner']);
    assert.equal(sectionOf(template, 'fixes').kind, 'prose');
  });

  it('lists the requirements in order', () => {
    assert.deepEqual(template.requirements, [
      {
        id: 'impact/numbers',
        section: 'impact',
        question: 'How many?',
        example: '12 of 40.',
        evidence: 'affected-share',
        phrases: [],
        negations: [],
      },
      {
        id: 'impact/money',
        section: 'impact',
        question: 'What did it cost?',
        example: '',
        evidence: 'phrases',
        phrases: ['lost', 'revenue'],
        negations: ['no'],
      },
    ]);
  });

  it('is no part of the scaffold', () => {
    assert.ok(template.scaffold.startsWith('# Review of {{ title }}\n'));
  });
});

describe('mistakes in a template', () => {
  const cases: [name: string, source: string, expected: string[]][] = [
    [
      'a heading that is not there',
      '---\nsections:\n  Impct: {}\n---\n# T\n## Impact\n',
      ["Impct: No heading 'Impct' in this template; its headings are: Impact"],
    ],
    [
      'a section described twice',
      '---\nsections:\n  Impact: {}\n  impact!: {}\n---\n# T\n## Impact\n',
      ["impact!: The section 'Impact' is described twice"],
    ],
    [
      'an unknown key of a section',
      '---\nsections:\n  Impact:\n    alias: [A]\n---\n# T\n## Impact\n',
      ["alias: Unknown section key 'alias'; did you mean 'aliases'?"],
    ],
    [
      'a misspelt key',
      '---\nsectons: {min: 3}\n---\n# T\n## Impact\n',
      ["sectons: Unknown template key 'sectons'; did you mean 'sections'?"],
    ],
    [
      'a value of the wrong kind',
      '---\norder: any\nwords: 400\n---\n# T\n## Impact\n',
      [
        "any: 'order' must be one of fixed, free, not 'any'",
        "400: 'words' must be a mapping of names to values, not 400",
      ],
    ],
    [
      'a range upside down',
      '---\nwords: {min: 600, max: 400}\n---\n# T\n## Impact\n',
      ["{min: 600, max: 400}: 'words': the minimum (600) is greater than the maximum (400)"],
    ],
    [
      'a requirement without a question',
      '---\nsections:\n  Impact:\n    requirements:\n      who: {phrases: [user]}\n---\n# T\n## Impact\n',
      ["who: The requirement 'who' needs a 'question' for the author"],
    ],
    [
      'a requirement that nothing can meet',
      '---\nsections:\n  Impact:\n    requirements:\n      who: {question: Who?}\n---\n# T\n## Impact\n',
      ["who: The requirement 'who' needs 'evidence' or 'phrases' to be found by"],
    ],
    [
      'an alias that means another section',
      '---\nsections:\n  Why:\n    aliases: [Cause, impact]\n---\n# T\n## Impact\n## Why\n',
      ["impact: 'impact' already means the section 'Impact'"],
    ],
    [
      'an id that is taken',
      '---\nsections:\n  Why:\n    id: impact\n---\n# T\n## Impact\n## Why\n',
      ["impact: Two sections have the id 'impact'"],
    ],
    [
      'an alias of YAML',
      '---\nname: &a Review\ndescription: *a\n---\n# T\n## Impact\n',
      ['*a: YAML aliases are not read here; write the value out'],
    ],
    [
      'no heading',
      'Write what happened.\n',
      ['Write what happened.: A template needs headings: each one is a section'],
    ],
    [
      'front matter left open',
      '---\nid: x\n\n# T\n## Impact\n',
      ['---: The front matter is not closed by a line of three dashes'],
    ],
  ];

  for (const [name, source, expected] of cases) {
    it(`reports ${name}`, () => assert.deepEqual(problemsOf(source), expected));
  }

  it('reports broken YAML where it breaks, and keeps the headings', () => {
    const source = '---\nname: [a\n---\n# T\n## Impact\n';
    const {template, problems} = loadTemplate(source);
    assert.ok(problems.length > 0);
    assert.ok(problems.every(({span}) => span.start >= 4 && span.end <= source.indexOf('---\n# T') + 3));
    assert.deepEqual(
      template.sections.map(({id}) => id),
      ['impact'],
    );
  });

  it('has no effect beyond the key that is wrong', () => {
    const source =
      '---\nid: x\nwords: many\nsections:\n  Impact:\n    kind: table\n    aliases: [Effect]\n---\n# T\n## Impact\n';
    const {template} = loadTemplate(source);
    assert.equal(template.id, 'x');
    assert.equal(template.words, undefined);
    assert.deepEqual(sectionOf(template, 'impact').aliases, ['Effect']);
    assert.equal(sectionOf(template, 'impact').kind, 'prose');
  });
});

describe('loading a template', () => {
  it('is total: every text gives a template, and problems within the text', () => {
    const piece = fc.constantFrom(
      '---\n',
      'id: x\n',
      'sections:\n',
      '  A:\n',
      '    aliases: [',
      ']\n',
      '# A\n',
      '## B\n',
      '\uFEFF',
      '*x',
      '&y ',
      '\r\n',
      '__proto__: 1\n',
      '  constructor: {}\n',
      'words: {min: -1}\n',
      '{{',
      '}}',
      '<!--',
      '-->',
      'Setext\n===\n',
    );
    const anything = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.array(piece, {maxLength: 30}).map(pieces => pieces.join('')),
    );
    fc.assert(
      fc.property(anything, source => {
        const {template, problems} = loadTemplate(source);
        const ids = new Set(template.sections.map(({id}) => id));
        for (const {parent} of template.sections) assert.ok(parent === undefined || ids.has(parent));
        for (const {span} of problems)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= source.length);
      }),
    );
  });

  it('reads so many names and sections, and says that it leaves out the rest', () => {
    const aliases = Array.from({length: 150}, (_, index) => `name ${index}`);
    const headings = Array.from({length: 250}, (_, index) => `## Section ${index}\n`);
    const source = `---\nsections:\n  Section 0:\n    aliases: [${aliases.join(', ')}]\n---\n# T\n${headings.join('')}`;
    const {template, problems} = loadTemplate(source);
    assert.equal(template.sections.length, 200);
    assert.equal(template.sections[0]?.aliases.length, 100);
    assert.deepEqual(
      problems.map(({message}) => message),
      ['Only the first 100 aliases are read', 'Only the first 200 sections are read'],
    );
  });

  it('is not brought down by a hostile file', () => {
    const bomb = `---\n${'a: &a [x]\n'}${'b: [*a,*a,*a,*a]\n'.repeat(50)}---\n# T\n## Impact\n`;
    assert.ok(loadTemplate(bomb).problems.length > 0);
    assert.ok(loadTemplate(`---\nname: ${'['.repeat(50_000)}\n---\n# T\n## Impact\n`).problems.length > 0);
    assert.equal(loadTemplate('#'.repeat(1_000_000)).problems.length, 1);
    const {template} = loadTemplate('---\nsections:\n  __proto__: {id: y}\n  Impact: {id: x}\n---\n# T\n## Impact\n');
    assert.deepEqual(
      template.sections.map(({id}) => id),
      ['x'],
    );
  });
});

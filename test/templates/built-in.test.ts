import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {namesOf} from '../../server/model/sections/names.ts';
import {builtInTemplate, builtInTemplates, defaultTemplate, templateIds} from '../../server/templates/all.ts';
import {loadTemplate} from '../../server/templates/load.ts';

const folder = 'server/templates';
const files = readdirSync(folder).filter(name => name.endsWith('.md'));

describe('built-in templates', () => {
  it('are the files that lie beside each other', () => {
    assert.deepEqual([...templateIds].sort(), files.map(name => name.replace('.md', '')).sort());
    assert.equal(templateIds[0], 'classic');
    assert.equal(defaultTemplate().id, 'classic');
    assert.equal(builtInTemplate('no such template'), undefined);
    assert.equal(builtInTemplate('constructor'), undefined);
  });

  for (const name of files) {
    it(`${name} has no mistakes`, () => {
      const {template, problems} = loadTemplate(readFileSync(`${folder}/${name}`, 'utf8'), name);
      assert.deepEqual(problems, []);
      assert.equal(template.id, name.replace('.md', ''));
      assert.deepEqual(builtInTemplate(template.id), template);
    });
  }

  for (const {id, name, description, title, titleLevel, sections, requirements} of builtInTemplates()) {
    it(`${id} is complete`, () => {
      assert.ok(name && name !== id, 'a name for menus');
      assert.match(description, /^\p{L}.{20,}\.$/u);
      assert.ok(title.includes('{{ title }}'), 'a place for what happened');
      assert.equal(titleLevel, 1);
      assert.ok(
        sections.some(({kind}) => kind === 'timeline'),
        'a timeline',
      );
      assert.ok(
        sections.some(({kind}) => kind === 'actions'),
        'a list of actions',
      );
      assert.ok(requirements.length >= 3, 'requirements');
      for (const {prompts, scaffold, id: section} of sections)
        assert.ok(prompts.length > 0 || scaffold !== '' || sections.some(({parent}) => parent === section), section);
      for (const {example, question, id: requirement} of requirements) {
        assert.ok(example, `an example for ${requirement}`);
        assert.match(question, /\?$/, requirement);
      }
    });
  }

  for (const template of builtInTemplates())
    it(`${template.id} knows the measures by everyday names`, () => {
      for (const name of [
        '☑️ Follow-up tasks',
        'Follow-up items',
        'Follow-ups:',
        'Actions to take',
        'Going forward',
        'Looking forward',
        'Moving forward',
        'What is being done about this?',
        'What are we doing about it?',
      ])
        assert.equal(namesOf(template).match(name, false)?.section.kind, 'actions', name);
    });

  it('ask no more of a list of tasks than is looked for', () => {
    for (const {id, requirements} of builtInTemplates())
      for (const {evidence, question} of requirements)
        if (evidence === 'tasks')
          assert.doesNotMatch(question, /\b(?:who|owners?|owns|links?|due|when|dates?|tracked|each)\b/, id);
  });

  it('have the sections and requirements of the classic form in its order', () => {
    const {sections, requirements, words} = defaultTemplate();
    assert.deepEqual(words, {min: 400, max: 600});
    assert.deepEqual(
      sections.map(({id}) => id),
      ['issue-summary', 'timeline', 'root-cause-and-resolution', 'corrective-and-preventative-measures'],
    );
    assert.deepEqual(
      requirements.map(({id}) => id),
      [
        'issue-summary/duration',
        'issue-summary/time-zone',
        'issue-summary/impact',
        'issue-summary/affected-share',
        'issue-summary/root-cause',
        'timeline/bullets',
        'timeline/detected-when',
        'timeline/detected-how',
        'timeline/actions',
        'timeline/misleading-paths',
        'timeline/escalation',
        'timeline/resolution',
        'root-cause-and-resolution/cause',
        'root-cause-and-resolution/fix',
        'corrective-and-preventative-measures/improvements',
        'corrective-and-preventative-measures/tasks',
      ],
    );
  });
});

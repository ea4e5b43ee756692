import assert from 'node:assert/strict';
import {type Circumstances, judge} from '../server/judge.ts';
import {defaults} from '../server/settings.ts';
import {builtInTemplate} from '../server/templates/all.ts';
import {loadTemplate} from '../server/templates/load.ts';

const unknown: Circumstances = {settings: defaults, path: 'unknown'};
const inFolder: Circumstances = {settings: defaults, path: 'postmortem'};

const told = `# The night the ticket shop went away

## Summary

On 2 March 2024 from 20:00 to 20:35 CET nobody could buy a ticket: the shop was down. The cause was an expired certificate.

## Timeline

- 20:00 CET - The certificate expired and the first alert fired.
- 20:20 CET - The engineer on call was paged again and found the certificate.
- 20:35 CET - The new certificate was deployed and the shop was restored.

## Root cause and resolution

The job that renews certificates had failed for a week. We renewed the certificate by hand.

## Corrective and preventative measures

- Alert two weeks before a certificate expires.
`;

const guide = `# How to write a postmortem

Your postmortem must contain an issue summary. It should include the duration and the impact. You will need the timeline, which must
include every action, for example. Write a postmortem within two days. You can read or watch a talk on this.

## Timeline

You need times here. It should describe what was done.
`;

describe('which texts are postmortems', () => {
  const is = (text: string, circumstances: Circumstances = unknown) => judge(text, circumstances) !== undefined;

  it('those that tell of an incident, wherever they lie', () => {
    assert.ok(is(told));
    assert.ok(!is('# A tool\n\nInstall it with npm.\n'));
  });

  it('those that lie where postmortems lie, also when they are only begun', () => {
    assert.ok(is('', inFolder));
    assert.ok(is('# Postmortem\n', inFolder));
  });

  it('no guide, even if it lies there', () => {
    assert.ok(!is(guide));
    assert.ok(!is(guide, inFolder));
  });

  it('those whose front matter says so, and none whose front matter says otherwise', () => {
    for (const line of [
      'postmortem: true',
      'type: Postmortem',
      'tags: [ops, post-mortem]',
      'template: google-sre',
      'layout: incident-report',
    ])
      assert.ok(is(`---\n${line}\n---\n\n# Text\n`), line);
    assert.ok(!is(`---\npostmortem: false\n---\n\n${told}`, inFolder));
    assert.ok(!is('---\ntemplate: weather\ntags: 7\n---\n\n# Text\n'));
    assert.ok(is(`---\npostmortem: true\n---\n\n${guide}`));
  });

  it('none where settings switch everything off or exclude the path', () => {
    assert.ok(!is(told, {...inFolder, settings: {...defaults, enable: false}}));
    assert.ok(!is(told, {...inFolder, path: 'excluded'}));
  });

  it('all when they are forced to be', () => {
    assert.ok(is('', {...unknown, path: 'excluded', settings: {...defaults, enable: false}, forced: true}));
  });
});

describe('which template a text follows', () => {
  const own = {template: loadTemplate('# T\n\n## Weather\n', 'own.md').template, source: '.postmortem.yaml'};
  const chosen = (text: string, more: Partial<Circumstances> = {}) => {
    const judgement = judge(text, {...inFolder, ...more});
    return [judgement?.report.template.id, judgement?.reason];
  };

  it('that of its front matter, else of the settings, else of its sections, else the default', () => {
    const scaffold = builtInTemplate('google-sre')?.scaffold ?? '';
    const named = `---\ntemplate: atlassian\n---\n\n${scaffold}`;
    assert.deepEqual(chosen(named, {template: own}), ['atlassian', 'set in the front matter']);
    assert.deepEqual(chosen(scaffold, {template: own}), ['own', 'set in .postmortem.yaml']);
    assert.deepEqual(chosen(scaffold), ['google-sre', 'recognised by its sections']);
    assert.deepEqual(chosen('# Text\n'), ['classic', 'the default']);
  });

  it('that of the command line before all', () => {
    const template = {...own, source: '--template'};
    assert.deepEqual(chosen('---\ntemplate: atlassian\n---\n', {template, forced: true}), ['own', 'set in --template']);
  });
});

describe('the word range', () => {
  const range = (words: {min?: number; max?: number}) =>
    judge(told, {...unknown, settings: {...defaults, words}})?.words;

  it("is the template's, but for what settings say", () => {
    assert.deepEqual(range({}), {min: 400, max: 600});
    assert.deepEqual(range({max: 1000}), {min: 400, max: 1000});
    assert.deepEqual(range({max: 100}), {max: 100});
  });
});

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

  it('those whose title and sections say so, with one sign that something happened', () => {
    const sections = `
## Summary

The network halted on 30 September at block 115, and validators with a fresh state could not follow the others any more.

## Root Cause

The binary lacks the extension that copies the folder of contracts, so nodes that joined late have no contracts.

## Resolution

Each validator copies the folder by hand and starts its node again; a new version brings the extension.
`;
    for (const title of [
      'Postmortem',
      'Network Failure Post-Mortem',
      'Outage of the network',
      'Incident: network halted',
    ])
      assert.ok(is(`# ${title}\n${sections}`), title);
    assert.ok(is(`---\ntitle: Network Outage Postmortem\n---\n${sections}`));
    for (const title of ['A network', 'Incident management', 'Postmortem Template', 'How to write a postmortem'])
      assert.ok(!is(`# ${title}\n${sections}`), title);
  });

  it('those whose title tells of an outage, with a timeline or in plain words', () => {
    const lines =
      '- 10:05 - The outage was detected.\n- 10:40 - The change was reverted.\n- 11:00 - All was restored.\n';
    const story =
      'On Monday, 2022-05-23 the website was down: an outage of the hosting provider affected each of its pages, and nothing else of ours.';
    const rest =
      'Nobody could open a page or read the documentation, and the shop answered with an error for two hours.';
    assert.ok(is(`# 2022-05-23 - website outage\n\n${story}\n\n## Timeline\n\n${lines}`));
    const told = `${story} Despite being offline for so long, it was resolved in minutes. ${rest} The alert had crashed, too.\n`;
    assert.ok(is(`---\ntitle: Website Outage Postmortem\n---\n\n${told}\n## What now\n\nMore alerts.\n`));
    assert.ok(!is(`${told}\n## What now\n\nMore alerts.\n`));
  });

  it('no template, runbook or guide, by its title, even if it lies there', () => {
    for (const title of [
      'Postmortem Template',
      'Post-Incident Review Template',
      'Incident Response Runbook',
      'Incident Management Process',
      'On-Call Runbook',
      'How we run postmortems',
      'Guidelines for postmortems',
    ])
      assert.ok(!is(`# ${title}\n\n## Summary\n\nWhat happened?\n`, inFolder), title);
    for (const title of [
      'Outage of the payment process',
      'Incident: payment process stuck',
      'Nobody knew how to log in',
      'Missing postmortem guidance',
      'Template service down',
    ])
      assert.ok(is(`# ${title}\n\n## Summary\n\nWhat happened?\n`, inFolder), title);
    const copied = told.replace('# The night the ticket shop went away', '# Postmortem Template');
    assert.ok(is(copied, inFolder), 'its author forgot the title');
  });

  it('nothing that tells what to write in each section', () => {
    const prompts = `# Our form

## Summary

Provide a concise overview of the incident.

## Timeline

List all events with timestamps.

## Impact

Detail the scope: features, duration, users.

## Action items

Document every task with its owner.
`;
    assert.ok(!is(prompts, inFolder));
    const tasks = ['Provide a dashboard', 'List all certificates', 'Detail the renewal', 'Document every key'];
    assert.ok(is(`${told}${tasks.map(task => `- ${task}\n`).join('')}`, inFolder), 'tasks');
  });

  it('no task to write one, with dates of its own', () => {
    const task = `# Postmortem README

## Project overview

This project involves writing about an outage of your choice. The purpose of this document is to name what caused it and what was learned.

- **Start date:** April 8, 2024, 6:00 AM
- **End date:** April 15, 2024, 6:00 AM

## Background

A postmortem is a report on an incident that was resolved. As part of the project, somebody will have reviewed it.

## Conclusion

The postmortem process is there to learn from failures.
`;
    assert.ok(!is(task));
  });

  it('no task that was pasted and not begun, but one with the report below it', () => {
    const task = `# My postmortem

## Issue Summary

- When it began, where, and how many % of the users were affected

## Timeline

Bullets: keep it short, 1 or 2 sentences

- When was the issue detected (an alert, or an engineer noticed something)
- Which parts of the system were investigated, and which team/individuals it was escalated to

## Root cause and resolution

## Corrective and preventative measures

- Tasks: be very specific, like a TODO
`;
    assert.ok(!is(task));
    const entries = ['20:02', '20:05', '20:08', '20:12'].map(time => `- ${time} CET - The shop crashed again.\n`);
    const report = told.replace('- 20:20', `${entries.join('')}- 20:20`);
    assert.ok(is(`${task}\n${report}`));
  });

  it('no page that answers questions about postmortems', () => {
    const page = `# Postmortem: learning from what went wrong

## What is a postmortem?

A look at what went wrong. Somebody says how it was resolved.

## Why do we hold a postmortem?

- Summary: what happened.
- Timeline: the events.
- Root cause: why it happened.
- Action items: what will be done.

## Who writes the postmortem?

Everybody who was paged. Participating in a postmortem is no punishment.
`;
    assert.ok(!is(page));
  });

  it('those that front matter alone calls so, in words that are no term of the trade', () => {
    const post = `---
title: Report on the outage of 3 March 2024
---

## What happened

The press stopped working on 3 March 2024 at noon, and the paper had to be printed elsewhere. The operator noticed it first.
A look inside revealed that a belt had problems, and the press halted again in the evening. After that it was really dead.

## What we learned

- Spare belts are cheap.
`;
    assert.ok(is(post));
  });

  it('those without any title that begin with when it was', () => {
    const report = `The outage occurred between 1pm and 3pm CET. The root cause was a typo in the proxy settings.
A clerk noticed it when the page of the shop was blank. We checked the logs, restarted the proxy and fixed the typo. The shop was restored.
`;
    assert.ok(is(report));
  });

  it('those whose times stand right before AM and PM', () => {
    const entries = ['8:13PM', '8:25PM', '9:11PM'].map(time => `${time} Looked at the queue of letters.\n`).join('');
    const before =
      'The mail server answered with error 500. This is what was done about it in the end, by all who could help with it.';
    assert.ok(
      is(
        `# Issue Sumary\n\n${before}\n\n# Timeline\n${entries}\nThe alert came from a clerk; the crash was detected at once.\n`,
      ),
    );
  });

  it('no form that is not filled in', () => {
    const form = `# Postmortem

## Issue Summary

- **Impact:** [Describe what was down, and how many users were affected]
- **Root cause:** [Identify the root cause of the incident]

## Timeline

- [Description of actions taken, and how the incident was detected]
- [List of teams that it was escalated to]

## Root cause and resolution

- [Detailed explanation of what failed]

## Corrective and preventative measures

- [Specific tasks]
`;
    assert.ok(!is(form));
  });

  it('no guide with an example of a postmortem', () => {
    assert.ok(!is(`${guide.repeat(3)}\n## Example\n\n${told}`));
  });

  it('no tool that is called so', () => {
    const readme = `# Postmortem

Reads what you write after an incident or an outage, and tells what is missing. It understands 10:05 and 2024-03-05.

Install it with \`npm install\`. You can set options, for example which templates it knows, and the API returns what it found.

Outages, downtime, alerts, rollbacks and failures: usage and parameters are told of below, and so are its features and license.
`;
    assert.ok(!is(readme));
  });

  it('no list of postmortems, whatever it is called', () => {
    const rows = ['Mail', 'Shop', 'Search'].map(name => `| 2024-03-05 | [${name} down](${name}.md) |`).join('\n');
    const list = `# Incident log\n\nWhat broke, and what we changed.\n\n| Date | Incident |\n|---|---|\n${rows}\n`;
    assert.ok(!is(list, inFolder));
    assert.ok(!is(list, {...inFolder, path: 'overview'}));
  });

  it('an overview only where it has begun to tell of an incident', () => {
    const overview: Circumstances = {...inFolder, path: 'overview'};
    assert.ok(!is('# Our post mortems\n\nWe hold a post mortem after each disruption.\n', overview));
    assert.ok(is('# Our post mortems\n\nWe hold a post mortem after each disruption.\n', inFolder));
    assert.ok(is('# Postmortem\n', overview));
    assert.ok(is('## Issue Summary\n', overview));
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

describe('a long text', () => {
  const starts = ['– ', '— ', '| ', '- ', ': ', '% ', '& ', '"', '(', '10:05 - ', '5 ', '@ana ', '**', '`'];

  it('is judged alike when it is opened and after edits, whatever a stretch begins with', () => {
    for (const [index, start] of starts.entries()) {
      for (let paragraphs = 47; paragraphs < 59; paragraphs++) {
        const prose = `${'We looked at the relay and the queue behind it, which held the mail of the night. '.repeat(2)}\n\n`;
        const before = `# Mail\n\n## Issue Summary\n\n${'x'.repeat(index)} ${prose.repeat(paragraphs)}`;
        const text = `${before}${start}Detection\n\n10:05 UTC\n\n## Timeline\n\n- 10:05 UTC - The relay stops.\n`;
        const typed = judge(`${before}x${text.slice(before.length)}`, inFolder);
        const opened = judge(text, inFolder);
        assert.ok(typed && opened);
        assert.deepEqual(judge(text, inFolder, typed)?.findings, opened.findings, `${start} behind ${before.length}`);
      }
    }
  }).timeout(20_000);
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

import assert from 'node:assert/strict';
import {convert} from '../../server/features/convert.ts';
import {newPostmortem} from '../../server/features/scaffold.ts';
import type {Template} from '../../server/model/template.ts';
import {applyEdits} from '../../server/model/text.ts';
import {builtInTemplate, builtInTemplates, defaultTemplate} from '../../server/templates/all.ts';
import {keepsWords} from '../corpus/keeps-words.ts';

function named(id: string): Template {
  const template = builtInTemplate(id);
  assert.ok(template);
  return template;
}

function converted(text: string, from: string, to: string, declare = false): string {
  const edits = convert(text, {from: named(from), to: named(to), name: to, declare});
  assert.ok(edits);
  return applyEdits(text, edits);
}

const outline = (text: string) => text.split('\n').filter(line => line.startsWith('#'));

const sre = `# Parcel labels not printed (incident #88)

## Date

2024-02-06

## Authors

Lena, Tomasz

## Status

Complete

## Summary

Warehouse B printed no labels for 50 minutes.

## Impact

1,900 parcels left a day late.

## Root Causes

The driver of the printers was replaced by a newer one that drops jobs.

## Trigger

A nightly update.

## Resolution

The old driver was put back.

## Detection

The shift lead called.

## Action Items

| Action Item | Type | Owner | Bug |
| ----------- | ---- | ----- | --- |
| Pin drivers | prevent | Lena | 12 |

## Lessons Learned

### What went well

- The spare printer.

### What went wrong

- Nobody was paged.

### Where we got lucky

- A quiet Tuesday.

## Timeline

2024-02-06 (all times UTC)

- 05:00 **OUTAGE BEGINS** - The update runs.
- 05:50 **INCIDENT ENDS** - Labels are printed.

## Weather

It rained.
`;

const classic = `---
status: final
template: classic
---
# Postmortem: no labels

We are sorry.

## Issue Summary

No labels for 50 minutes, from 05:00 to 05:50 UTC.

## Timeline (all times UTC)

- 05:00 - The update runs.

## Root cause and resolution

It took a while to see.

### Root cause

A driver drops jobs.

### Resolution

The old driver was put back.

## Corrective and preventative measures

- [ ] Pin drivers.
`;

describe('changing the template of a document', () => {
  it('puts sections under the titles that mean the same, and what is part of them below', () => {
    assert.deepEqual(outline(converted(sre, 'google-sre', 'classic')), [
      '# Parcel labels not printed (incident #88)',
      '## Date',
      '## Authors',
      '## Status',
      '## Issue Summary',
      '### Impact',
      '## Timeline',
      '### Detection',
      '## Root cause and resolution',
      '### Root Causes',
      '### Trigger',
      '### Resolution',
      '## Corrective and preventative measures',
      '### Lessons Learned',
      '#### What went well',
      '#### What went wrong',
      '#### Where we got lucky',
      '## Weather',
    ]);
  });

  it('takes parts out of a section where the other template has a place for them', () => {
    assert.equal(
      converted(classic, 'classic', 'google-sre'),
      `---
status: final
template: google-sre
---
# Postmortem: no labels

We are sorry.

## Summary

No labels for 50 minutes, from 05:00 to 05:50 UTC.

## Root Causes

It took a while to see.

### Root cause

A driver drops jobs.

## Resolution

The old driver was put back.

## Action Items

- [ ] Pin drivers.

## Timeline (all times UTC)

- 05:00 - The update runs.
`,
    );
  });

  it('makes headings of titles that are none', () => {
    const text =
      'Summary:\nNo labels.\n\n**Timeline**\n- 05:00 UTC - Update.\n\nRoot Cause and Resolution: a driver. It was put back.\n';
    assert.equal(
      converted(text, 'classic', 'incident-report'),
      '## Summary of the Incident\n\nNo labels.\n\n## Timeline\n\n- 05:00 UTC - Update.\n\n## Root Cause Analysis\n\na driver. It was put back.\n',
    );
  });

  it('keeps levels, line ends and headings that are underlined', () => {
    const text =
      'Review\r\n======\r\n\r\nTimeline\r\n--------\r\n\r\n- 05:00 UTC\r\n\r\nSummary\r\n-------\r\n\r\nNone.\r\n\r\n### Scope\r\n\r\nB.';
    assert.equal(
      converted(text, 'google-sre', 'classic'),
      'Review\r\n======\r\n\r\nIssue Summary\r\n-------\r\n\r\nNone.\r\n\r\n### Scope\r\n\r\nB.\r\n\r\nTimeline\r\n--------\r\n\r\n- 05:00 UTC',
    );
  });

  it('says the template in front matter where it must', () => {
    const plain = '## Issue Summary\n\nNone.\n';
    assert.equal(converted(plain, 'classic', 'kehoe', true), '---\ntemplate: kehoe\n---\n\n## Summary\n\nNone.\n');
    const titled = '---\ntitle: x\n---\n## Issue Summary\n\nNone.\n';
    assert.equal(
      converted(titled, 'classic', 'kehoe', true),
      '---\ntemplate: kehoe\ntitle: x\n---\n## Summary\n\nNone.\n',
    );
    assert.equal(converted(titled, 'classic', 'kehoe'), '---\ntitle: x\n---\n## Summary\n\nNone.\n');
  });

  it('gives a section that is only there for those in it its title', () => {
    const text = '## Summary\n\nNone.\n\n## What went well\n\n- Tea.\n';
    assert.deepEqual(outline(converted(text, 'google-sre', 'pagerduty')), [
      '## Overview',
      "## How'd We Do?",
      '### What Went Well?',
    ]);
  });

  it('keeps what authors call sections in words of their own', () => {
    const text =
      '## A timeline of mischief\n\n- 05:00 UTC\n\n## Our action items for spring\n\n- Pin drivers.\n\n## Retrospective\n\nTea.\n';
    assert.deepEqual(outline(converted(text, 'classic', 'google-sre')), [
      '## Our action items for spring',
      '## Retrospective',
      '## A timeline of mischief',
    ]);
    assert.deepEqual(outline(converted(text, 'classic', 'kehoe')), [
      '## A timeline of mischief',
      '## Our action items for spring',
      '## Retrospective',
    ]);
  });

  it('keeps a word that stands behind the name of a section', () => {
    for (const title of [
      '## Corrective and preventative measures with `code`',
      '## *Corrective and preventative measures:* now',
    ]) {
      const text = `# Down\n\n${title}\n\n- [ ] Watch it.\n`;
      assert.match(
        converted(text, 'classic', 'google-sre'),
        /Corrective and preventative measures:?\*? (?:now|with `code`)\n/,
      );
      assert.equal(converted(text, 'classic', 'incident-report'), text);
    }
    const slips = {
      'Corective and preventive measure': 'Action Items',
      'Full timeline': 'Timeline',
      'Time lne': 'Timeline',
    };
    for (const [slip, title] of Object.entries(slips))
      assert.ok(
        converted(`## ${slip}\n\n- 10:05 UTC - x\n`, 'classic', 'google-sre').startsWith(`## ${title}\n`),
        slip,
      );
  });

  it('renames no plain line that reads as a title only once the one above it is a heading', () => {
    const text = '**Timeline: 06:00 UTC the tile server stops, 07:00 UTC it is started**\nOutage Timeline\n';
    assert.match(converted(text, 'aws-coe', 'classic'), /^(?:#+ )?Outage Timeline$/m);
  });

  it('renames titles within a fence around everything, with the marks of emphasis that they hold', () => {
    const text =
      '# Late mail\n\n### **Issue** Summary\n\nNone.\n\n### *Timeline*\n\n- 05:00 UTC\n- 06:00 UTC\n- 07:00 UTC\n- 08:00 UTC\n';
    for (const each of [text, `\`\`\`\n${text}\`\`\`\n`])
      assert.deepEqual(outline(converted(each, 'classic', 'incident-report')), [
        '# Late mail',
        '### Summary of the Incident',
        '### Timeline',
      ]);
  });

  it('leaves a document with merge conflicts alone', () => {
    const text = '<<<<<<< HEAD\n## Summary\n=======\n## Issue Summary\n>>>>>>> x\n';
    assert.equal(convert(text, {from: defaultTemplate(), to: named('google-sre'), name: 'google-sre'}), undefined);
  });

  it('has nothing to do where there are no sections', () => {
    for (const text of ['', 'A note.\n', '# Title\n', '```\n## Summary\n```\n']) {
      assert.deepEqual(convert(text, {from: defaultTemplate(), to: named('google-sre'), name: 'google-sre'}), []);
    }
  });

  it('touches no line that stays the same', () => {
    const edits = convert(classic, {from: defaultTemplate(), to: named('google-api-infra'), name: 'google-api-infra'});
    const touched = edits?.map(({start, end}) => classic.slice(start, end));
    assert.ok(!touched?.some(text => text.includes('sorry') || text.includes('Pin drivers')), JSON.stringify(touched));
  });

  it('comes to rest: the scaffold of a template is in its shape already', () => {
    for (const template of builtInTemplates())
      assert.deepEqual(convert(template.scaffold, {from: template, to: template, name: template.id}), [], template.id);
  });

  it('takes a document that nobody has written in for one that is begun', () => {
    for (const from of builtInTemplates()) {
      for (const to of builtInTemplates()) {
        if (from === to) continue;
        const begun = newPostmortem(from, {title: 'No mail', date: '2024-05-09'}).text;
        const after = converted(begun, from.id, to.id);
        const left = outline(after).map(line => line.replace(/^#+ /, ''));
        for (const {title} of to.sections) assert.ok(left.includes(title), `${title}: ${from.id} to ${to.id}`);
        const others = from.sections.filter(
          ({title}) => left.includes(title) && !to.sections.some(each => each.title === title),
        );
        assert.deepEqual(
          others.filter(({scaffold}) => scaffold.length > 20),
          [],
          `${from.id} to ${to.id}`,
        );
      }
    }
  });

  it('takes away what the former template says, and puts the new sections where nobody has written', () => {
    const begun = newPostmortem(named('incident-report'), {title: 'No mail', date: '2024-05-09'}).text;
    const written = begun.replace(
      '## Introduction\n\n<!--',
      '## Introduction\n\nNo mail was sent for an hour.\n\n<!--',
    );
    for (const text of [written, written.replaceAll('\n', '\r\n')]) {
      const after = converted(text, 'incident-report', 'google-sre');
      assert.match(after, /No mail was sent for an hour\./);
      assert.doesNotMatch(after, /why is there a report|Responsible|Flowchart/);
      assert.match(after, /## Timeline\r?\n\r?\n<!-- State the day/);
      assert.equal(after.includes('\r\n'), text.includes('\r\n'));
      const ends = after.match(/\r?\n/g) ?? [];
      assert.equal(new Set(ends).size, 1);
    }
  });

  it('keeps a date, an empty heading and a comment of the author', () => {
    const text = '# Mail\n\n## Date\n\n2024-05-09\n\n## Lessons Learned\n\n## Impact\n\n<!-- Ask Noor. -->\n';
    const after = converted(text, 'google-sre', 'classic');
    for (const kept of ['2024-05-09', 'Ask Noor', '## Corrective and preventative measures'])
      assert.ok(after.includes(kept), kept);
  });

  for (const from of builtInTemplates()) {
    it(`keeps every word of ${from.id} in every other shape, there and back`, () => {
      const written = from.scaffold.replaceAll(/<!--.*?-->/gs, '').replaceAll(/^#+ .*$/gm, '$&\n\nWritten by hand.');
      for (const to of builtInTemplates()) keepsWords(written, from, to);
    });
  }
});

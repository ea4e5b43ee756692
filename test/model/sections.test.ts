import assert from 'node:assert/strict';
import {read} from '../../server/model/read.ts';
import type {Reading} from '../../server/model/reading.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

const classic = defaultTemplate();

/** `summary@1 heading, timeline@4 plain`: which section begins on which 1-based line, by what marker. */
function outline(text: string): string {
  const titles = read(text, classic).sections.flatMap(section => section.titles.map(title => ({section, title})));
  titles.sort((a, b) => a.title.start - b.title.start);
  return titles
    .map(({section, title}) => `${section.spec.id.split('-')[0]}@${title.line + 1} ${title.marker}`)
    .join(', ');
}

function bodyOf(reading: Reading, id: string): string {
  const titles = reading.sections.find(section => section.spec.id === id)?.titles ?? [];
  return titles
    .map(title => reading.prose.slice(title.bodyStart, title.bodyEnd).trim().replaceAll(/\s+/g, ' '))
    .join(' | ');
}

const plainOutage = [
  'Queue workers stood still',
  'Issue Summary',
  'From 09:10 to 09:55 UTC no mail left the queue.',
  'Root Cause: a full disk.',
  'Timeline',
  '09:10 UTC - Disk full',
  '09:55 UTC - Logs deleted',
  'Root Cause and Resolution',
  'Root Cause:',
  'Log rotation had been switched off.',
  'Resolution:',
  'It was switched on.',
  'Corrective and Preventative Measures',
  'Watch the disk.',
];

describe('sections of the classic template', () => {
  const shapes: [name: string, lines: string[], expected: string][] = [
    [
      'ATX headings of any level',
      ['# Outage', '### Issue Summary', 'a', '### Timeline', 'b', '### Root cause and resolution', 'c'],
      'issue@2 heading, timeline@4 heading, root@6 heading',
    ],
    [
      'plain lines, two of them for one section',
      ['No mail', '', 'Summary', 'a', '', 'Timeline', 'b', '', 'Root Cause', 'c', '', 'Contributing Factors', 'd'],
      'issue@3 plain, timeline@6 plain, root@9 plain, root@12 plain',
    ],
    [
      'a long title with text behind it, before a label of its section',
      [
        'Issue Summary:',
        'a',
        'Corrective and preventative measures: nobody will have to think of the disk again',
        'Tasks',
        'b',
      ],
      'issue@1 plain, corrective@3 plain',
    ],
    [
      'headings below the timeline that are phases of the incident',
      [
        '# Outage',
        '## Timeline',
        '### Failure',
        '- 10:05 Disk full',
        '### Recovery',
        '- **10:40** Logs deleted',
        '### Root cause analysis (10:40–11:00)',
        'By Ana.',
        '## Root cause',
        'a',
      ],
      'timeline@2 heading, root@9 heading',
    ],
    [
      'headings below the timeline that tell of no times',
      ['## Timeline', '- 10:05 Disk full', '### Recovery', 'Logs were deleted.'],
      'timeline@1 heading, root@3 heading',
    ],
    [
      'one section as high as the title of the document',
      [
        '# Postmortem: no styles',
        '',
        '# Executive Summary',
        'a',
        '## Timeline',
        'b',
        '## Root cause',
        'c',
        '## Action items',
        'd',
      ],
      'issue@3 heading, timeline@5 heading, root@7 heading, corrective@9 heading',
    ],
    [
      'setext headings',
      ['Issue Summary', '---', 'Mail stood still.', '', 'Timeline', '====', 'b'],
      'issue@1 heading, timeline@5 heading',
    ],
    [
      'hashes without a space',
      ['##Issue Summary', '', 'a', '', '##Timeline:', '', 'b'],
      'issue@1 plain, timeline@5 plain',
    ],
    ['closing hashes and bold in a heading', ['## **Timeline** ##', 'b'], 'timeline@1 heading'],
    ['bold lines', ['**Issue Summary:**', '', 'a', '', '__Timeline__', '', 'b'], 'issue@1 bold, timeline@5 bold'],
    [
      'marks that Markdown does not take for emphasis',
      ['*Timeline:***', '', 'b', '', '**Issue Summary: **', ''],
      'timeline@1 bold, issue@5 bold',
    ],
    ['numbered titles', ['1. Issue Summary', '', 'a', '', '2. Timeline', '', 'b'], 'issue@1 list, timeline@5 list'],
    [
      'numbered bold titles',
      ['1. **Issue Summary**', '', '   a', '', '2. **Timeline:**', '', '   b'],
      'issue@1 list, timeline@5 list',
    ],
    ['emoji', ['## 🚨 Issue Summary 🚨', 'a', '## ⏱️ Timeline', 'b'], 'issue@1 heading, timeline@3 heading'],
    ['plain lines in one paragraph', plainOutage, 'issue@2 plain, timeline@5 plain, root@8 plain, corrective@13 plain'],
    ['upper case with colons', ['ISSUE SUMMARY:', 'a', '', 'TIMELINE:', 'b'], 'issue@1 plain, timeline@4 plain'],
    [
      'HTML headings',
      ['<h2>Issue Summary:</h2>', '<p>a</p>', '<h2 align="left">Timeline</h2>', '<p>b</p>'],
      'issue@1 html, timeline@3 html',
    ],
    [
      'lazy continuation of a list',
      ['Issue Summary:', '- down', 'Timeline:', '- 10:00 fire'],
      'issue@1 plain, timeline@3 plain',
    ],
    [
      'indented code',
      ['        Issue Summary', '', 'a', '', '\t\tTimeline', '', '\t\t10:00 fire'],
      'issue@1 plain, timeline@5 plain',
    ],
    [
      'an image tag on the line above',
      ['<img src="fire.gif">', '## Issue Summary', 'a', '', '<img src="x">', '## Timeline'],
      'issue@2 heading, timeline@6 heading',
    ],
    [
      'suffixes',
      ['## Timeline (all times in UTC)', 'a', '## Issue Summary - 3 May', 'b'],
      'timeline@1 heading, issue@3 heading',
    ],
    ['plain suffixes without a space', ['Timeline(all times in EAT):', '10:00 fire'], 'timeline@1 plain'],
    [
      'numbers in brackets, and remarks',
      ['(1) Issue Summary (that is what executives read):', 'a', '[2] Timeline', 'b'],
      'issue@1 plain, timeline@3 plain',
    ],
    [
      'days behind them',
      [
        'Timeline for 1/04/2022 (EAT):',
        'a',
        '## Issue Summary of May 10, 2023:',
        'b',
        '**Root cause on 3rd June**',
        'c',
      ],
      'timeline@1 plain, issue@3 heading, root@5 bold',
    ],
    ['no note to oneself', ['## Timeline', 'a', 'TODO: thanks to whom? ask Noor', 'b'], 'timeline@1 heading'],
    ['a subtitle', ['## Timeline: The Longest Hour', 'a'], 'timeline@1 heading'],
    [
      'aliases',
      ['## Summary of the incident', 'a', '## Preventive measures', 'b'],
      'issue@1 heading, corrective@3 heading',
    ],
    [
      'slips of the pen',
      ['## Isue Sumary', 'a', '## Time line', 'b', '## Corective and preventitive mesures', 'c'],
      'issue@1 heading, timeline@3 heading, corrective@5 heading',
    ],
    [
      'two halves of a section',
      ['## Timeline', 'a', '## Root Cause', 'b', '## Resolution', 'c'],
      'timeline@1 heading, root@3 heading, root@5 heading',
    ],
    ['an ampersand', ['## Root Cause & Resolution', 'a'], 'root@1 heading'],
    [
      'everyday words',
      [
        '## Timeline',
        'a',
        '## Why did it happen?',
        'b',
        '## How did we fix it?',
        'c',
        '## What is being done about this?',
      ],
      'timeline@1 heading, root@3 heading, root@5 heading, corrective@7 heading',
    ],
    [
      'deeds that are none to come',
      ['## Timeline', 'a', '### Actions taken', 'b', '## Actions to take', 'c'],
      'timeline@1 heading, corrective@5 heading',
    ],
    [
      'no line that only begins like a title',
      ['## Timeline', 'a', '', 'Going forward, nobody will do this by hand.', '', 'Looking forward to it.'],
      'timeline@1 heading',
    ],
    [
      'parts as deep as the deepest title',
      [
        '# Mail',
        '',
        '## Issue Summary',
        'a',
        '',
        '### Timeline',
        'b',
        '',
        '### Root Cause',
        'c',
        '',
        '### Resolution',
        'd',
      ],
      'issue@3 heading, timeline@6 heading, root@9 heading, root@12 heading',
    ],
    ['Windows line ends', ['Issue Summary\r', 'a\r', '\r', 'Timeline\r', 'b\r'], 'issue@1 plain, timeline@4 plain'],
  ];
  for (const [name, lines, expected] of shapes) {
    it(`are found in: ${name}`, () => assert.equal(outline(lines.join('\n')), expected));
  }

  it('are found in a fence that holds the whole document', () => {
    const reading = read(['```', ...plainOutage, '```'].join('\n'), classic);
    assert.equal(outline(reading.text), 'issue@3 plain, timeline@6 plain, root@9 plain, corrective@14 plain');
    assert.equal(reading.wrapper?.open.start, 0);
    assert.ok(reading.words.total > 30);
  });

  it('are found in the middle of a line where a line end was lost', () => {
    const text =
      'Timeline\n10:00 - down\nRoot cause and resolution\nA typo. It was mended. Corrective and preventative measures: test more.';
    assert.equal(outline(text), 'timeline@1 plain, root@3 plain, corrective@4 plain');
    assert.equal(bodyOf(read(text, classic), 'corrective-and-preventative-measures'), 'test more.');
  });

  it('are found at the end of a line where a line end was lost', () => {
    const text = '# Mail\n\n## Issue Summary\n\nNo mail for 38% of users. Timeline:\n- 10:00 - down\n- 11:00 - up\n';
    assert.equal(outline(text), 'issue@3 heading, timeline@5 plain');
    assert.equal(bodyOf(read(text, classic), 'timeline'), '10:00 - down 11:00 - up');
  });

  it('are found right below a table, which Markdown takes for a row of it', () => {
    const text =
      '## Timeline\n\n| Time | Event |\n| --- | --- |\n| 10:00 | down |\nRoot cause and resolution\n\nA typo.\n';
    assert.equal(outline(text), 'timeline@1 heading, root@6 plain');
  });

  it('are headings with a paragraph behind their colon, however long', () => {
    const rest = 'the disk of the mail server was full, because logs were kept. '.repeat(8);
    const text = `## Issue Summary\n\nx\n\n## Root cause and resolution: ${rest}\n\nWe deleted them.\n
## Corrective and preventative measures: to prevent this from happening again, we do these things.\n\n- a\n\n## Tasks\n\n- b\n`;
    assert.equal(outline(text), 'issue@1 heading, root@5 heading, corrective@9 heading, corrective@13 heading');
  });

  it('are those with a slip, or in another spelling, before what may stand below them', () => {
    for (const title of ['Corrective & Preventive measures', 'Corrective and preventing measures'])
      assert.equal(
        outline(`Issue Summary\n\nx\n\nTimeline\n\ny\n\n${title}\n\nImprovements & fixes\n\na\n\nTasks\n\nb\n`),
        'issue@1 plain, timeline@5 plain, corrective@9 plain',
      );
  });

  it("do not have the document's title among them, where it is one of their names", () => {
    const text = 'Timeline:\n\n- 10:05 UTC - a\n\n**Issue Summary**\n\nx\n\n**Root cause**\n\ny\n';
    for (const title of ['# Outage', '# Incident summary'])
      assert.equal(outline(`${title}\n\n${text}`), 'timeline@3 plain, issue@7 bold, root@11 bold');
    assert.equal(
      outline(`# Summary\n\nNo mail.\n\n**Timeline**\n\n- 10:05 UTC - a\n`),
      'issue@1 heading, timeline@5 bold',
    );
  });

  it('are found in HTML headings of several lines', () => {
    const text = '<h2 align="center">\n  <b>Issue Summary</b>\n</h2>\n\n<p>No mail.</p>\n';
    assert.equal(outline(text), 'issue@2 html');
    assert.equal(read(text, classic).sections[0]?.status, 'present');
  });

  it('begin on their title line where text runs in', () => {
    const text = '**Issue Summary:** The shop was down.\n\n**Timeline:** All times in UTC.\n\n- 10:00 - down';
    assert.equal(outline(text), 'issue@1 bold, timeline@3 bold');
    assert.equal(bodyOf(read(text, classic), 'issue-summary'), 'The shop was down.');
  });

  it('do not begin at a label inside another section', () => {
    const text =
      '## Issue Summary\n**Root Cause:** a typo.\n\nRoot cause:\n\na typo.\n\n## Timeline\n- 10:00 down\n\nResolution: restart.\n';
    assert.equal(outline(text), 'issue@1 heading, timeline@8 heading');
  });

  it('have the headings below them for subsections, and none of the next section', () => {
    const reading = read('## Issue Summary\na\n\n### Impact\nb\n\n## Timeline\n- 10:00 down\n', classic);
    assert.deepEqual(
      reading.sections[0]?.subsections.map(heading => heading.text),
      ['Impact'],
    );
    assert.equal(reading.text.slice(0, reading.sections[0]?.titles[0]?.bodyEnd).endsWith('b\n\n'), true);
  });

  it('end where a heading begins something else', () => {
    const reading = read('## Timeline\n- 10:00 down\n\n### Details\nmore\n\n## Credits\nThanks.\n', classic);
    assert.equal(bodyOf(reading, 'timeline'), '10:00 down Details more');
  });

  it('keep headings of their own level when their author set the sub-headings too high', () => {
    const reading = read('### Timeline\n\n### Detection\nAt 10:00.\n\n### Escalation\nTo Ann.\n', classic);
    assert.equal(bodyOf(reading, 'timeline'), 'Detection At 10:00. Escalation To Ann.');
  });

  it('know whether they are empty', () => {
    const status = (text: string) =>
      read(text, classic)
        .sections.map(section => section.status)
        .join(' ');
    assert.equal(status('## Issue Summary\n\n## Timeline\n\n- 10:00 down\n'), 'empty present missing missing');
    assert.equal(
      status('Issue Summary\n<!-- nothing yet -->\n\nTimeline\n- 10:00 down\n'),
      'empty unmarked missing missing',
    );
    assert.equal(
      status('## Issue Summary\n\n## Timeline\n\nhttps://example.com/log\n'),
      'empty present missing missing',
    );
    assert.equal(
      status('## Issue Summary\n\n{{ what users saw }}\n\n## Timeline\n\nx\n'),
      'empty present missing missing',
    );
  });
});

import assert from 'node:assert/strict';
import {read} from '../../server/model/read.ts';
import {isoDate} from '../../server/model/time/calendar.ts';
import {readTimeline, type Timeline} from '../../server/model/timeline/timeline.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

describe('timelines, however they are written', () => {
  const forms: readonly {name: string; text: string; format: string; entries: readonly string[]}[] = [
    {
      name: 'bullets with nested notes',
      format: 'bullets',
      text: '## Timeline\n\n- **10:05 UTC** – Queue full\n  - at 10:06 it had 9,000 jobs\n- 10:20 UTC: Drained\n',
      entries: ['10:05 UTC | Queue full', '10:20 UTC | Drained'],
    },
    {
      name: 'days and times in inline code',
      format: 'bullets',
      text: '## Timeline\n\n- `2024-05-09 10:05` Queue full\n- `9 May 2024 10:20 PM UTC`: Drained\n',
      entries: ['2024-05-09 10:05 UTC | Queue full', '2024-05-09 22:20 UTC | Drained'],
    },
    {
      name: 'a numbered list',
      format: 'numbered',
      text: '## Timeline\n\n1. 9:58 AM - Deploy\n2. 10:01 AM - Errors\n',
      entries: ['09:58 | Deploy', '10:01 | Errors'],
    },
    {
      name: 'a table with the time in the second column',
      format: 'table',
      text: '## Timeline\n\n| Who | When (CET) | What |\n|---|---|---|\n| Ana | 10:05 | Paged |\n| Ben | 10:20 | Joined |\n',
      entries: ['10:05 CET | Paged', '10:20 CET | Joined'],
    },
    {
      name: 'a table with day and time in columns of their own',
      format: 'table',
      text: '## Timeline\n\n| Day | Time | Event |\n|--|--|--|\n| 9 May 2024 | 23:50 | Down |\n| 10 May 2024 | 00:10 | Up |\n',
      entries: ['2024-05-09 23:50 | Down', '2024-05-10 00:10 | Up'],
    },
    {
      name: 'a table with rows that are days without a year',
      format: 'table',
      text: '# 2 January 2024\n\n## Timeline\n\n| Time | Event |\n|--|--|\n| 12/31 | |\n| 23:50 | Down |\n| 1/2 | |\n| 00:10 | Up |\n',
      entries: ['2023-12-31 no time | ', '2023-12-31 23:50 | Down', '2024-01-02 no time | ', '2024-01-02 00:10 | Up'],
    },
    {
      name: 'a table with empty rows',
      format: 'table',
      text: '## Timeline\n\n| Time | Event |\n|--|--|\n| 10:05 | Down\n|\n| ?? | Seen |\n| | |\n| 10:20 | Up |\n',
      entries: ['10:05 | Down', 'no time | Seen', '10:20 | Up'],
    },
    {
      name: 'a heading for each entry',
      format: 'headings',
      text: '## Timeline\n\nAll times in EAT\n\n### 2024-05-09 10:05\n\nPaged.\n\n### 10:20 - Joined\n\n- 10:21 first look\n',
      entries: ['2024-05-09 10:05 EAT | Paged.', '2024-05-09 10:20 EAT | Joined'],
    },
    {
      name: 'headings that end with their times',
      format: 'headings',
      text: '## Timeline\n\n### Queue full (10:05 UTC)\n\nPaged.\n\n### Drained (10:20–10:30 UTC)\n\n- slowly\n',
      entries: ['10:05 UTC | Queue full', '10:20 UTC | Drained'],
    },
    {
      name: 'headings that are phases and say when',
      format: 'bullets',
      text: '## Timeline\n\n### Failure (10:00–10:20)\n\n- 10:05 UTC Down\n\n### Relief (10:20)\n\n- 10:21 UTC Up\n',
      entries: ['10:05 UTC | Down', '10:21 UTC | Up'],
    },
    {
      name: 'headings with times, without a section that says so',
      format: 'headings',
      text: '# Queue full\n\n### 10:05 UTC - Down\n\n**Seen by:**\nAna\n\n### 10:10 UTC - Paged\n\n### 10:20 UTC - Up\n\n## Cause\n',
      entries: ['10:05 UTC | Down', '10:10 UTC | Paged', '10:20 UTC | Up'],
    },
    {
      name: 'headings that are days',
      format: 'date-headings',
      text: '## Timeline\n\n### 9 May 2024\n\n- 23:50 UTC Down\n\n### 10 May 2024\n\n- 00:10 UTC Up\n',
      entries: ['2024-05-09 23:50 UTC | Down', '2024-05-10 00:10 UTC | Up'],
    },
    {
      name: 'lines that are paragraphs',
      format: 'lines',
      text: '**Timeline**\n\n10:05 - Paged\n\n**10:20**: Joined\n\n~10:40 - Found\n',
      entries: ['10:05 | Paged', '10:20 | Joined', '10:40 approximate | Found'],
    },
    {
      name: 'lines with breaks between them',
      format: 'lines',
      text: '## Timeline\n\n10:05 - Paged  \n10:20 - Joined\\\n10:40 - Found<br>\n10:50 - Fixed\n',
      entries: ['10:05 | Paged', '10:20 | Joined', '10:40 | Found', '10:50 | Fixed'],
    },
    {
      name: 'a paragraph of lines, with lines that have no time of their own',
      format: 'paragraph',
      text: 'Timeline:\n10:05 - Paged\nNobody knew why.\n10:20 - Joined\n',
      entries: ['10:05 | Paged Nobody knew why.', '10:20 | Joined'],
    },
    {
      name: 'entries that run on in one line',
      format: 'paragraph',
      text: '## Timeline\n\n10:05am EAT: Down. 10:09am EAT: Paged. 10:20am EAT: Up.\n',
      entries: ['10:05 EAT | Down.', '10:09 EAT | Paged.', '10:20 EAT | Up.'],
    },
    {
      name: 'list items in HTML',
      format: 'html',
      text: '<h2>Timeline</h2>\n<ul>\n<li>10:05 UTC: Down</li><li>&emsp;10:20 UTC: Up</li>\n</ul>\n',
      entries: ['10:05 UTC | Down', '10:20 UTC | Up'],
    },
    {
      name: 'times at the end, without a section that says so',
      format: 'bullets',
      text: '# Mail stood still\n\n- **Key events**\n  - Began 2024-05-09 10:05\n  - Detected 2024-05-09 10:20\n  - Resolved 2024-05-09 11:00\n',
      entries: ['2024-05-09 10:05 | Began', '2024-05-09 10:20 | Detected', '2024-05-09 11:00 | Resolved'],
    },
    {
      name: 'items without a time among those that have one',
      format: 'bullets',
      text: '## Timeline\n\n- 10:05 Down\n- Ben restarts the broker\n- 10:20 Up\n- Note: clocks were off\n',
      entries: ['10:05 | Down', 'no time | Ben restarts the broker', '10:20 | Up'],
    },
    {
      name: 'no time at all',
      format: 'bullets',
      text: '## Timeline\n\n- The broker stops\n- Ben restarts it\n',
      entries: ['no time | The broker stops', 'no time | Ben restarts it'],
    },
  ];
  for (const {name, text, format, entries} of forms) {
    it(name, () => {
      const timeline = timelineOf(text);
      assert.equal(timeline?.format, format);
      assert.deepEqual(describeEntries(text, timeline), entries);
    });
  }

  const none: readonly (readonly [string, string])[] = [
    ['prose', '# Outage\n\nAt 10:05 the site went down. At 11:00 it was back.\n'],
    ['two times in the summary', '## Summary\n\n- Start: 2024-05-09 10:05\n- End: 2024-05-09 11:00\n'],
    ['a chat that is quoted', '## Log\n\n> 10:05 ana: hi\n> 10:06 ben: hi\n> 10:07 ana: bye\n'],
    ['code', '## Log\n\n```\n10:05 a\n10:06 b\n10:07 c\n```\n'],
    ['nothing', ''],
  ];
  for (const [name, text] of none) it(`finds none in ${name}`, () => assert.equal(timelineOf(text), undefined));
});

describe('days and zones of entries', () => {
  const day = (text: string) => timelineOf(text)?.entries.map(({date}) => (date ? isoDate(date) : 'none'));

  it('takes the day from the title of the timeline, of the document, or from the summary', () => {
    assert.deepEqual(day('# X on 1 May 2024\n\n## Timeline (9 May 2024)\n\n- 10:05 Down\n'), ['2024-05-09']);
    assert.deepEqual(day('# X on 1 May 2024\n\n## Timeline\n\n- 10:05 Down\n'), ['2024-05-01']);
    assert.deepEqual(day('## Summary\n\nOn 3 May 2024 at 10:05 it fell.\n\n## Timeline\n\n- 10:05 Down\n'), [
      '2024-05-03',
    ]);
    assert.deepEqual(day('## Timeline\n\n- 10:05 Down\n'), ['none']);
  });

  it('counts a day on after midnight', () => {
    const text = '# 2024-05-09\n\n## Timeline\n\n- 23:50 Down\n- 00:10 Paged\n- 09:00 Up\n- 08:55 Note taken\n';
    assert.deepEqual(day(text), ['2024-05-09', '2024-05-10', '2024-05-10', '2024-05-10']);
  });

  it('starts after midnight where the outage began late the evening before', () => {
    const text = 'Down from 2024-05-09 23:40 UTC to 01:00 UTC.\n\n## Timeline\n\n- 00:05 UTC Paged\n- 01:00 UTC Up\n';
    assert.deepEqual(day(text), ['2024-05-10', '2024-05-10']);
  });

  it('reads the day first where any date says so', () => {
    assert.deepEqual(day('## Timeline\n\n- 03/04/2024 10:05 Down\n- 25/04/2024 09:00 Up\n'), [
      '2024-04-03',
      '2024-04-25',
    ]);
    assert.deepEqual(day('## Timeline\n\n- 03/04/2024 10:05 Down\n- 03/25/2024 09:00 Up\n'), [
      '2024-03-04',
      '2024-03-25',
    ]);
  });

  it('fills in years, over New Year too', () => {
    const text = '# Outage of 31 December 2023\n\n## Timeline\n\n- Dec 31, 23:00 Down\n- Jan 1, 01:00 Up\n';
    assert.deepEqual(day(text), ['2023-12-31', '2024-01-01']);
  });

  it('goes back to the stated day after an exception', () => {
    const text =
      '## Timeline\n\nUnless noted otherwise all this happened on 2024-05-09, in UTC.\n\n- 2024-05-08 20:00 Deploy\n- 10:05 Down\n';
    assert.deepEqual(day(text), ['2024-05-08', '2024-05-09']);
  });

  it('reads a 12-hour clock without AM and PM', () => {
    const times = timelineOf('## Timeline\n\n- 11:40 Down\n- 12:50 Paged\n- 1:05 Up\n')?.entries.map(
      ({minutes}) => minutes,
    );
    assert.deepEqual(times, [700, 770, 785]);
  });

  it('takes a zone from the entry, a heading, the section, or the rest of the document', () => {
    const zone = (text: string) => {
      const found = timelineOf(text)?.zone;
      return found && `${found.zone.name} (${found.source})`;
    };
    assert.equal(zone('## Timeline\n\n- 10:05 PST Down\n'), 'PST (entry)');
    assert.equal(zone('## Timeline\n\n| Time (WAT) | Event |\n|--|--|\n| 10:05 | Down |\n'), 'WAT (heading)');
    assert.equal(zone('## Timeline (all times Pacific)\n\n- 10:05 Down\n'), 'America/Los_Angeles (section)');
    assert.equal(zone('## Timeline\n\nAll times are in\nUTC.\n\n- 10:05 Down\n'), 'UTC (section)');
    assert.equal(zone('Down from 10:05 to 11:00 EAT.\n\n## Timeline\n\n- 10:05 Down\n'), 'EAT (document)');
    assert.equal(zone('## Timeline\n\n- 10:05 Down\n'), undefined);
  });

  it('puts entries of several zones on one clock', () => {
    const text = '# 9 May 2024\n\n## Timeline\n\n- 10:05 PDT Down\n- 17:10 UTC Up\n';
    const [first, second] = timelineOf(text)?.entries ?? [];
    assert.equal((second?.time ?? 0) - (first?.time ?? 0), 5 * 60_000);
  });
});

describe('what an entry holds', () => {
  it('has its own words, its sentences and what is nested', () => {
    const text =
      '## Timeline\n\n- 10:05 UTC - Paged, e.g. by mail. It rang.\n  - link\n\n![graph](a.png)\n\n- 10:20 UTC - Up.\n';
    const [first] = timelineOf(text)?.entries ?? [];
    assert.ok(first?.nested);
    assert.equal(text.slice(first.text.start, first.text.end), 'Paged, e.g. by mail. It rang.');
    assert.equal(text.slice(first.nested.start, first.nested.end), '- link\n\n![graph](a.png)');
    assert.equal(first.sentences, 2);
  });

  it('is a milestone by what stands below a time that stands alone', () => {
    const text =
      '## Timeline\n\n- **10:00 UTC:**\n  - Issue detected by an alert.\n- **10:20 UTC:**\n  - Ana restarts it.\n- **10:40 UTC:**\n  - Service restored.\n';
    const told = timelineOf(text)?.milestones.map(({name, entry, span}) => [
      name,
      entry,
      text.slice(span.start, span.end),
    ]);
    assert.deepEqual(
      told?.map(([name, entry]) => [name, entry]),
      [
        ['detected', 0],
        ['resolved', 2],
      ],
    );
    assert.ok(told.every(([, , words]) => /detected|restored/.test(String(words))));
  });

  it('has the mark between its time and its words', () => {
    const marks = (text: string) => timelineOf(text)?.entries.map(({mark}) => mark);
    assert.deepEqual(marks('## Timeline\n\n- 10:05 UTC - a\n- **10:06**: b\n- 10:07 c\n- 10:08 -- d\n'), [
      '-',
      ':',
      '',
      '--',
    ]);
    assert.deepEqual(marks('## Timeline\n\n| Time | Event |\n|--|--|\n| 10:05 | - Down |\n'), ['']);
  });

  it('stands where it stands now, after edits above it and in its further lines', () => {
    const textOf = (lead: string, end: string) =>
      `${lead}## Timeline\n\n- 10:05 UTC - Down.\n  Detected ${end}\n- 10:20 Up.\n`;
    let reading = read(textOf('', 'late.'), defaultTemplate());
    const told = (text: string) => {
      reading = read(text, defaultTemplate(), reading);
      const timeline = readTimeline(reading);
      const shown = timeline?.entries.map(({stamp, separator, sentences}) => {
        const own = stamp && text.slice(stamp.start, stamp.end);
        return `${own}|${text.slice(separator.start, separator.end)}|${sentences}`;
      });
      return [...(shown ?? []), ...(timeline?.milestones.map(({span}) => text.slice(span.start, span.end)) ?? [])];
    };
    assert.deepEqual(told(textOf('', 'late.')), ['10:05 UTC| - |2', '10:20| |1', 'Detected']);
    assert.deepEqual(told(textOf('Text.\n\n', 'late.')), ['10:05 UTC| - |2', '10:20| |1', 'Detected']);
    assert.deepEqual(told(textOf('Text.\n\n', 'late. So.')), ['10:05 UTC| - |3', '10:20| |1', 'Detected']);
    assert.deepEqual(told(textOf('', 'late. So.')), ['10:05 UTC| - |3', '10:20| |1', 'Detected']);
  });
});

function timelineOf(text: string): Timeline | undefined {
  return readTimeline(read(text, defaultTemplate()));
}

function describeEntries(text: string, timeline: Timeline | undefined): string[] {
  return (timeline?.entries ?? []).map(({date, minutes, zone, approximate, text: span}) => {
    const clock = (value: number) =>
      `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
    const parts = [
      date ? isoDate(date) : '',
      minutes === undefined ? 'no time' : clock(minutes),
      zone?.zone.name ?? '',
      approximate ? 'approximate' : '',
    ];
    return `${parts.filter(part => part !== '').join(' ')} | ${text.slice(span.start, span.end).replaceAll('\n', ' ')}`;
  });
}

import assert from 'node:assert/strict';
import {MarkupContent, type SelectionRange} from 'vscode-languageserver';
import {addTimelineEntry, entryEdit} from '../../server/features/add-timeline-entry.ts';
import {codeLenses} from '../../server/features/code-lens.ts';
import {convertTimeZone} from '../../server/features/convert-time-zone.ts';
import {hover} from '../../server/features/hover.ts';
import {elapsed, inlayHints} from '../../server/features/inlay-hints.ts';
import {fileJson} from '../../server/features/json.ts';
import type {Postmortem} from '../../server/features/postmortem.ts';
import {timeZones} from '../../server/features/time-zones.ts';
import {timelineCompletions} from '../../server/features/timeline-completion.ts';
import {foldingRanges, selectionRanges} from '../../server/features/timeline-ranges.ts';
import {inOneGo} from '../../server/model/steps.ts';
import {applyEdits} from '../../server/model/text.ts';
import {utc, zoneNamed} from '../../server/model/time/zone.ts';
import {postmortemOf} from './postmortems.ts';

const bullets = `# Postmortem: no tickets

## Issue Summary

On 3 June 2024 nobody could buy a ticket.

## Timeline

- 09:00 CEST - The certificate of the shop expires.
- 09:20 CEST - An alert reports failed payments.
- 10:05 CEST - The new certificate is installed, the incident is resolved.
`;
const whole = {start: {line: 0, character: 0}, end: {line: 999, character: 0}};

describe('inlay hints', () => {
  it('say how long the incident had lasted', () => {
    const hints = inlayHints(postmortemOf(bullets), whole);
    assert.deepEqual(
      hints.map(({label, position}) => [label, position.line]),
      [
        ['+0:20', 9],
        ['+1:05', 10],
      ],
    );
  });

  it('are given for the range that is asked for, and not without a timeline', () => {
    const top = {start: {line: 0, character: 0}, end: {line: 9, character: 40}};
    assert.equal(inlayHints(postmortemOf(bullets), top).length, 1);
    assert.deepEqual(inlayHints(postmortemOf('# Postmortem\n\n## Timeline\n'), whole), []);
  });

  it('write days and what came before the beginning', () => {
    assert.equal(elapsed(26 * 3_600_000), '+1 d 2:00');
    assert.equal(elapsed(-5 * 60_000), '−0:05');
  });
});

describe('hover on a time of the timeline', () => {
  const at = (line: number) => {
    const found = hover(postmortemOf(bullets), {line, character: 4}, true);
    assert.ok(found && MarkupContent.is(found.contents));
    return found.contents.value.replaceAll('\\', '');
  };

  it('shows local time, UTC, and the time since the beginning and the entry before', () => {
    const value = at(10);
    assert.match(value, /\*\*Local\*\* 2024-06-03 10:05 CEST/);
    assert.match(value, /\*\*UTC\*\* 2024-06-03 08:05 UTC/);
    assert.match(value, /\*\*Since the first entry\*\* \+1:05/);
    assert.match(value, /\*\*Since the entry before\*\* \+0:45/);
  });
});

describe('the beginning of an incident', () => {
  const told = (summary: string, first: string) =>
    `# Postmortem: x\n\n## Issue Summary\n\n${summary}\n\n## Timeline\n\nAll times in UTC, 9 May 2024.\n\n- 09:00 ${first}\n- 10:20 An alert fires.\n- 11:00 Resolved: all is well.\n`;
  /** As the lens, the last hint and the hover on the last time say it. */
  const read = (source: string) => {
    const about = postmortemOf(source);
    const last = source.split('\n').findIndex(line => line.startsWith('- 11:00'));
    const found = hover(about, {line: last, character: 3}, false);
    const value = found && MarkupContent.is(found.contents) ? found.contents.value : '';
    const lens = codeLenses(about).find(({data}) => data)?.command?.title ?? '';
    return [
      /TTR.*/.exec(lens)?.[0],
      inlayHints(about, whole)
        .map(({label, tooltip}) => `${label} ${tooltip}`)
        .at(-1),
      /^Since the [^e].*|^Since the entry [^b].*/m.exec(value)?.[0],
    ];
  };

  it('is its milestone, else the stated start, wherever it is shown', () => {
    assert.deepEqual(
      read(told('Words.', 'A release is built.').replace('- 10:20', '- 10:15 The outage begins.\n- 10:20')),
      ['TTR 45 min', '+0:45 Since the incident began', 'Since the incident began: +0:45'],
    );
    assert.deepEqual(read(told('The outage lasted from 10:10 to 11:00 UTC.', 'A release is built.')), [
      'TTR 50 min',
      '+0:50 Since the incident began',
      'Since the incident began: +0:50',
    ]);
  });

  it('is not claimed where nothing tells it', () => {
    const [, hint, shown] = read(told('Words.', 'A release is built.'));
    assert.deepEqual([hint, shown], ['+2:00 Since the first entry', 'Since the first entry: +2:00']);
  });
});

describe('the code lens over the timeline', () => {
  it('counts entries and measures the incident', () => {
    const titles = codeLenses(postmortemOf(bullets)).map(({command}) => command?.title);
    assert.ok(
      titles.some(title => title?.startsWith('3 entries over 1 h 5 min · ') && title.includes('TTR')),
      titles.join(),
    );
  });
});

describe('a new entry of the timeline', () => {
  const added = (source: string, now: string, zone = 'UTC') => {
    const edit = inOneGo(entryEdit(postmortemOf(source).report, Date.parse(now), zoneNamed(zone) ?? utc));
    return edit && applyEdits(source, [edit]);
  };
  const line = (text: string | undefined, number: number) => text?.split('\n')[number - 1];

  it('has the time of now in the zone and the style of the others', () => {
    assert.equal(line(added(bullets, '2024-06-03T08:30:00Z'), 12), '- 10:30 CEST - ');
  });

  it('goes where it belongs', () => {
    assert.equal(line(added(bullets, '2024-06-03T07:10:00Z'), 10), '- 09:10 CEST - ');
  });

  it('names the day when it is another one', () => {
    assert.equal(line(added(bullets, '2024-06-04T08:30:00Z'), 12), '- 2024-06-04 10:30 CEST - ');
  });

  it('continues bold times, twelve hours, numbers and tables', () => {
    const bold = '## Timeline\n\n- **9:00 AM:** Down.\n- **1:00 PM:** Up.\n';
    assert.equal(line(added(bold, '2024-06-04T14:30:00Z'), 5), '- **2:30 PM:** ');
    const numbers = '## Timeline\n\n1. 09:00 UTC - Down.\n2. 10:00 UTC - Up.\n';
    assert.equal(line(added(numbers, '2024-06-04T14:30:00Z'), 5), '3. 14:30 UTC - ');
    const table = '## Timeline\n\n| Time (UTC) | Event | Link |\n| --- | --- | --- |\n| 09:00 | Down | x |\n';
    assert.equal(line(added(table, '2024-06-04T14:30:00Z'), 6), '| 14:30 |  |  |');
  });

  it('is the first one of an empty timeline, in the zone of its author', () => {
    assert.equal(line(added('# A\n\n## Timeline\n', '2024-01-04T14:30:00Z', 'Europe/Berlin'), 5), '- 15:30 CET - ');
  });

  it('stands behind what the section says, in the zone that it announces', () => {
    const source = '# A\n\n## Timeline\n\nAll times in CET.\n\n## Impact\n';
    assert.match(added(source, '2024-01-04T14:30:00Z') ?? '', /CET\.\n\n- 15:30 CET - \n\n## Impact\n$/);
  });

  it('is not there without a timeline or without a time', () => {
    assert.equal(added('# A\n\nText.\n', '2024-01-04T14:30:00Z'), undefined);
    assert.equal(inOneGo(addTimelineEntry(postmortemOf(bullets), {now: 'soon', zone: 'UTC'})), null);
  });

  it('stops behind the time', () => {
    const edits = inOneGo(addTimelineEntry(postmortemOf(bullets), {now: '2024-06-03T08:30:00Z', zone: 'UTC'}));
    assert.equal(edits?.snippet, `\n- 10:30 CEST - $${'{1}'}`);
  });
});

describe('a new entry where one is still open', () => {
  const now = Date.parse('2026-11-27T22:40:00Z');
  /** The document with an entry for now, the cursor at `‸` if there is one. */
  const added = (marked: string, zone = 'UTC') => {
    const at = marked.indexOf('‸');
    const source = marked.replace('‸', '');
    const edit = inOneGo(entryEdit(postmortemOf(source).report, now, zoneNamed(zone) ?? utc, at < 0 ? undefined : at));
    return edit && applyEdits(source, [edit]);
  };
  const title = '# Postmortem: x\n\n2026-11-27\n\n## Timeline\n\n';
  const forms: Record<string, [open: string, filled: string, title?: string]> = {
    'a gap with its zone': ['- {{ HH:MM UTC }} - {{ what happened }}\n', '- 22:40 UTC - \n'],
    'a bold gap': ['- **{{ HH:MM UTC }}** - {{ what happened }}\n', '- **22:40 UTC** - \n'],
    'a gap with a day': ['- {{ YYYY-MM-DD HH:MM UTC }}: {{ what happened }}\n', '- 2026-11-27 22:40 UTC: \n'],
    'a gap with a written day': [
      '- {{ DD Month YYYY @ HH:MM UTC }} - {{ what happened }}\n',
      '- 27 November 2026 @ 22:40 UTC - \n',
    ],
    'a gap without braces': ['- YYYY-MM-DD HH:MM UTC - TBD\n', '- 2026-11-27 22:40 UTC - \n'],
    'a gap without a zone': ['- {{ HH:MM }} - {{ what happened }}\n', '- 23:40 CET - \n'],
    'a gap below an announced zone': [
      'All times in UTC.\n\n- {{ HH:MM }} - {{ what happened }}\n',
      'All times in UTC.\n\n- 22:40 - \n',
    ],
    'a row below an announced zone': [
      'All times in UTC.\n\n| Time | Event |\n| --- | --- |\n| {{ YYYY-MM-DD HH:MM }} | {{ what happened }} |\n',
      'All times in UTC.\n\n| Time | Event |\n| --- | --- |\n| 2026-11-27 22:40 |  |\n',
    ],
    'a heading': ['### {{ HH:MM UTC }} - {{ what happened }}\n', '### 22:40 UTC - \n'],
    'a gap on another day than the document': [
      '- {{ HH:MM UTC }} - {{ what happened }}\n',
      '- 2026-11-27 22:40 UTC - \n',
      '# Postmortem: 9 May 2024\n\n## Timeline\n\n',
    ],
    'the gap behind what is told': [
      '- 21:00 UTC - Down.\n- {{ HH:MM UTC }} - {{ what happened }}\n',
      '- 21:00 UTC - Down.\n- 22:40 UTC - \n',
    ],
    'not the gap that is earlier': [
      '- {{ HH:MM UTC }} - {{ what happened }}\n- 21:00 UTC - Down.\n',
      '- {{ HH:MM UTC }} - {{ what happened }}\n- 21:00 UTC - Down.\n- 22:40 UTC - \n',
    ],
    'the gap that the cursor is on': [
      '- {{ HH:MM UTC }} - {{ ‸what happened }}\n- 21:00 UTC - Down.\n',
      '- 22:40 UTC - \n- 21:00 UTC - Down.\n',
    ],
    'an empty list item': ['- 21:00 UTC - Down.\n- ‸\n', '- 21:00 UTC - Down.\n- 22:40 UTC - \n'],
    'an empty list item, in the style of the others': [
      '* **9:00 PM UTC:** Down.\n* ‸\n* **11:50 PM UTC:** Up.\n',
      '* **9:00 PM UTC:** Down.\n* **10:40 PM UTC:** \n* **11:50 PM UTC:** Up.\n',
    ],
    'the first list item': ['- ‸\n', '- 23:40 CET - \n'],
  };

  for (const [name, [open, filled, above = title]] of Object.entries(forms))
    it(`fills it in: ${name}`, () => assert.equal(added(`${above}${open}`, 'Europe/Berlin'), `${above}${filled}`));

  it('asks for the words with tab stops, which are still gaps where they are left', () => {
    const source = `${title}- {{ HH:MM UTC }} - {{ what happened }} **{{ who }}**\n`;
    const answer = inOneGo(addTimelineEntry(postmortemOf(source), {now: '2026-11-27T22:40:00Z', zone: 'UTC'}));
    assert.equal(answer?.snippet, `- 22:40 UTC - $${'{1:{{ what happened \\}\\}}'} **$${'{2:{{ who \\}\\}}'}**`);
    const left = answer?.snippet?.replaceAll(/\$\{\d:((?:\\.|[^}])*)\}/g, '$1').replaceAll(/\\(.)/g, '$1');
    assert.equal(left, '- 22:40 UTC - {{ what happened }} **{{ who }}**');
  });

  it('is not taken for one outside of the timeline', () => {
    const source = `${title}- 21:00 UTC - Down.\n\n## Lessons learned\n\n- ‸\n`;
    assert.match(added(source) ?? '', /Down\.\n- 22:40 UTC - \n\n## Lessons learned\n\n- \n$/);
  });
});

describe('converting the zone of a timeline', () => {
  const converted = (about: Postmortem, zone: string) => inOneGo(convertTimeZone(about, zone));

  it('states every time in the other zone', () => {
    const about = postmortemOf(bullets);
    const edits = converted(about, 'UTC')?.edits.map(({range, newText}) => ({
      ...about.document.span(range),
      text: newText,
    }));
    assert.match(applyEdits(bullets, edits ?? []), /- 07:00 UTC - The certificate[\s\S]*- 08:05 UTC - The new/);
  });

  it('brings no new finding where the summary goes on to state the same instants in UTC', () => {
    const findings = (source: string) =>
      postmortemOf(source).findings.flatMap(({rule, message}) => (rule.startsWith('timeline-') ? [message] : []));
    const source = (day: string) =>
      `# Postmortem: x\n\n## Issue Summary\n\n${day}from 10:05 to 10:45 UTC the shop was down.\n\n## Timeline\n\n- 10:05 UTC - Down.\n- 10:45 UTC - Up again.\n`;
    for (const [day, zone] of [
      ['On 9 May 2024 ', 'Europe/Berlin'],
      ['It is known that ', 'CET'],
    ] as const) {
      const about = postmortemOf(source(day));
      const edits = converted(about, zone)?.edits ?? [];
      const told = applyEdits(
        source(day),
        edits.map(({range, newText}) => ({...about.document.span(range), text: newText})),
      );
      assert.match(told, /Down[^U]*1[12]:45 CES?T - Up/);
      assert.deepEqual(findings(told), []);
    }
    const other = source('On 9 May 2024 ').replaceAll(/UTC - /g, 'CEST - ');
    assert.deepEqual(findings(other), ['The outage is stated in UTC, the timeline in CEST']);
  });

  it('says why it cannot be done', () => {
    const reason = (source: string, zone: string) => converted(postmortemOf(source), zone)?.reason;
    assert.equal(reason('# A\n\nWords.\n', 'UTC'), 'no-timeline');
    assert.equal(reason('# A\n\n## Timeline\n\n- Down.\n', 'UTC'), 'no-times');
    assert.equal(reason('# A\n\n## Timeline\n\n- 10:05 Down.\n', 'UTC'), 'no-zone');
    assert.equal(reason('# A\n\n## Timeline\n\n- 10:05 UTC Down.\n', 'Europe/Berlin'), 'no-day');
    assert.equal(reason(bullets, 'CEST'), 'same-zone');
    assert.equal(reason(bullets.replace('09:20', '29:20'), 'UTC'), 'unclear-time');
    // In India it is half past one when New York tells of 16:00, and nothing says that 19:45 is the evening before.
    const mixed = '# A\n\n## Timeline\n\n- 15:00 CAT - Down.\n- 16:00 EDT - Found.\n- 16:15 CAT - Up.\n';
    assert.equal(reason(mixed, 'UTC'), undefined);
    assert.equal(reason(mixed, 'UTC+05:30'), 'unclear-day');
    assert.equal(reason(mixed, 'Asia/Kolkata'), 'unclear-day');
  });

  it('needs no day between zones that have one offset all year', () => {
    const told = (zone: string, target: string) => {
      const source = `# A\n\n## Timeline (${zone})\n\n- 10:05 Down.\n- 23:30 Up.\n`;
      const about = postmortemOf(source);
      const edits = converted(about, target)?.edits ?? [];
      return applyEdits(
        source,
        edits.map(({range, newText}) => ({...about.document.span(range), text: newText})),
      )
        .split('\n')
        .slice(2, 6)
        .join('\n');
    };
    assert.equal(told('UTC', 'Asia/Tokyo'), '## Timeline (UTC+09:00)\n\n- 19:05 Down.\n- 08:30 Up.');
    assert.equal(told('Tokyo time', 'UTC'), '## Timeline (UTC)\n\n- 01:05 Down.\n- 14:30 Up.');
    assert.equal(told('UTC', 'Asia/Kathmandu'), '## Timeline (UTC+05:45)\n\n- 15:50 Down.\n- 05:15 Up.');
    assert.equal(told('UTC', 'America/Bogota'), '## Timeline (UTC-05:00)\n\n- 05:05 Down.\n- 18:30 Up.');
    assert.equal(told('UTC', 'America/New_York'), '## Timeline (UTC)\n\n- 10:05 Down.\n- 23:30 Up.');
  });

  it('does nothing for a zone that nobody knows', () => {
    assert.equal(converted(postmortemOf(bullets), 'Xyzzy'), null);
  });
});

describe('the zones in which a timeline can be told', () => {
  const zones = (source: string) => timeZones(postmortemOf(source), 'Asia/Kolkata', Date.parse('2024-01-01')).zones;
  const found = (typed: string) =>
    zones(bullets).flatMap(({name, description}) =>
      `${name} ${description}`.toLowerCase().includes(typed) ? name : [],
    );

  it('are found by city, abbreviation and offset', () => {
    assert.deepEqual(found('new york'), ['America/New York']);
    assert.deepEqual(found('kyiv'), ['Europe/Kyiv']);
    assert.ok(found('pst').includes('America/Los Angeles'));
    assert.ok(found('cet').includes('Europe/Berlin') && found('cet').includes('Europe/Paris'));
    assert.ok(found('+02').includes('Europe/Athens'));
    assert.deepEqual(
      zones(bullets)
        .slice(0, 2)
        .map(({id}) => id),
      ['UTC', 'Asia/Kolkata'],
    );
    const [newYork] = zones(bullets).filter(({id}) => id === 'America/New_York');
    assert.equal(newYork?.description, 'EST, EDT · UTC-05:00, UTC-04:00');
  });

  it('have a mark at the present one', () => {
    const present = (source: string) => zones(source).flatMap(({id, present}) => (present ? id : []));
    assert.deepEqual(present(bullets), ['Europe/Berlin']);
    assert.deepEqual(present(bullets.replaceAll('CEST', 'UTC')), ['UTC']);
    assert.deepEqual(
      present(bullets.replaceAll(' CEST', '').replace('- 09:00', 'All times in Lagos time.\n\n- 09:00')),
      ['Africa/Lagos'],
    );
  });

  it('are none where it cannot be', () => {
    const answer = timeZones(postmortemOf(bullets.replaceAll(' CEST', '')), 'UTC', 0);
    assert.deepEqual(answer, {zones: [], reason: 'no-zone'});
  });
});

describe('completion in a timeline', () => {
  const labels = (source: string) => {
    const at = source.indexOf('‸');
    const about = postmortemOf(source.replace('‸', ''));
    return timelineCompletions(about, at, Date.parse('2024-06-03T08:30:00Z'), utc).map(({label}) => label);
  };

  it('offers now, times after the entry before, and milestones', () => {
    assert.deepEqual(labels(`${bullets}- ‸\n`).slice(0, 4), [
      '10:30 CEST - ',
      '10:06 CEST - ',
      '10:10 CEST - ',
      'Impact began',
    ]);
  });

  const inserted = (source: string, now = '2024-06-03T08:30:00Z', zone = utc) => {
    const at = source.indexOf('‸');
    const items = timelineCompletions(postmortemOf(source.replace('‸', '')), at, Date.parse(now), zone);
    return Object.fromEntries(
      items.map(({label, detail, textEdit}) => [detail === 'Now' ? detail : label, textEdit?.newText]),
    );
  };

  it('writes the instant that adding an entry writes, its day included', () => {
    assert.equal(inserted(`${bullets}- ‸\n`, '2026-11-27T22:40:00Z')['Now'], '2026-11-28 00:40 CEST - ');
    const edit = inOneGo(entryEdit(postmortemOf(`${bullets}- \n`).report, Date.parse('2026-11-27T22:40:00Z'), utc));
    assert.match(edit?.text ?? '', /^\n- 2026-11-28 00:40 CEST - $/);
    const empty = '# Postmortem: 9 May 2024\n\n## Timeline\n\n- ‸\n';
    assert.equal(inserted(empty, '2026-11-27T22:40:00Z')['Now'], '2026-11-27 22:40 UTC - ');
  });

  it('has the style of the entry before', () => {
    const bold = '## Timeline\n\n- **9:00 AM UTC:** Down.\n- ‸\n';
    assert.equal(inserted(bold)['Now'], '**8:30 AM UTC:** ');
    assert.equal(inserted('## Timeline\n\n- 09:00 – Down.\n- ‸\n')['Now'], '08:30 – ');
  });

  it('puts the time in front of a milestone', () => {
    assert.equal(inserted(`${bullets}- Res‸\n`)['Resolved'], '10:30 CEST - Resolved');
    assert.equal(inserted(`${bullets}- ‸\n`, '2024-06-04T08:30:00Z')['Detected'], '2024-06-04 10:30 CEST - Detected');
  });

  it('offers nothing elsewhere', () => {
    assert.deepEqual(labels(bullets.replace('nobody', '‸nobody')), []);
    assert.deepEqual(labels(`${bullets}\n## Root cause and resolution\n\n- ‸\n`), []);
  });
});

describe('folding and selection by entry', () => {
  const nested = '# A\n\n## Timeline\n\n- 09:00 UTC - Down.\n  - The graph is red.\n- 10:00 UTC - Up.\n';

  it('fold entries of several lines', () => {
    assert.deepEqual(
      foldingRanges(postmortemOf(nested)).map(({startLine, endLine}) => [startLine, endLine]),
      [[4, 5]],
    );
  });

  it('grow from the words of an entry to the entry, the timeline and the document', () => {
    const [found] = selectionRanges(postmortemOf(nested), [{line: 4, character: 16}]);
    const lines: number[][] = [];
    for (let each: SelectionRange | undefined = found; each; each = each.parent)
      lines.push([each.range.start.line, each.range.end.line]);
    assert.deepEqual(lines, [
      [4, 4],
      [4, 5],
      [4, 6],
      [0, 7],
    ]);
  });

  it('answer for positions outside of the timeline and without one', () => {
    const [found] = selectionRanges(postmortemOf('# A\n'), [{line: 9, character: 9}]);
    assert.ok(found);
  });
});

describe('the timeline in the report', () => {
  it('has line, time, ISO time, zone and milestone of each entry, and what they measure', () => {
    const {timeline, metrics} = fileJson('a.md', postmortemOf(bullets));
    assert.equal(timeline?.zone, 'CEST');
    assert.deepEqual(timeline?.entries[2], {
      line: 11,
      time: '10:05 CEST',
      iso: '2024-06-03T08:05Z',
      zone: 'CEST',
      milestone: 'resolved',
    });
    assert.equal(typeof metrics?.timeToResolve?.minutes, 'number');
    assert.match(metrics?.timeToResolve?.definition ?? '', /^from \w+ to resolved$/);
  });

  it('is null for a document without one', () => {
    const {timeline, metrics} = fileJson('a.md', postmortemOf('# A\n\nText.\n'));
    assert.deepEqual([timeline, metrics], [null, null]);
  });
});

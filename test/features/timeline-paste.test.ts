import assert from 'node:assert/strict';
import fc from 'fast-check';
import {readPasted} from '../../server/features/paste/read-pasted.ts';
import {pasteTimeline} from '../../server/features/timeline-paste.ts';
import {inOneGo} from '../../server/model/steps.ts';
import {applyEdits} from '../../server/model/text.ts';
import {utc, zoneNamed} from '../../server/model/time/zone.ts';
import {postmortemOf} from './postmortems.ts';

/** A Thursday. */
const now = '2024-05-09T15:00:00Z';

/** Pasted in a zone: times in UTC, and words. */
function happenings(text: string, zone = 'UTC'): [string, string][] {
  const found = readPasted(text, {now: Date.parse(now), zone: zoneNamed(zone) ?? utc, day: undefined});
  return found.map(({instant, text: words}) => [
    new Date(instant)
      .toISOString()
      .replace(/^2024-05-/, '')
      .replace(/:00\.000Z$/, '')
      .replace('.000Z', ''),
    words,
  ]);
}

describe('pasted text', () => {
  const forms: Record<string, [text: string, expected: [string, string][], zone?: string]> = {
    'Slack, name above time': [
      'Ada Miller\n  10:05 AM\nCheckout is slow\n10:06\nvery slow\n\nBo\n  10:07 AM\nlooking (edited)\n',
      [
        ['09T10:05', 'Ada Miller: Checkout is slow'],
        ['09T10:06', 'Ada Miller: very slow'],
        ['09T10:07', 'Bo: looking'],
      ],
    ],
    'Slack, name and time on a line, after a day': [
      'Tuesday, May 7th\nada.miller  10:05 PM\nCheckout is slow\nsince the deploy\nBo Chen [10:06 PM]\nlooking\n',
      [
        ['07T22:05', 'ada.miller: Checkout is slow since the deploy'],
        ['07T22:06', 'Bo Chen: looking'],
      ],
    ],
    'Slack, in the zone of who copied it': ['Ada  11:05 PM\nhi\n', [['10T06:05', 'Ada: hi']], 'America/Los_Angeles'],
    Discord: [
      'ada — Yesterday at 10:05 AM\nCheckout is slow\nBo — Today at 9:07 AM\nlooking\n',
      [
        ['08T10:05', 'ada: Checkout is slow'],
        ['09T09:07', 'Bo: looking'],
      ],
    ],
    'Discord, compact': [
      '[10:05 AM]ada: Checkout is slow\n[10:06 AM]Bo: looking\n',
      [
        ['09T10:05', 'ada: Checkout is slow'],
        ['09T10:06', 'Bo: looking'],
      ],
    ],
    Teams: [
      '[5/7 10:05 AM] Ada Miller\nCheckout is slow\n[5/7 10:06 AM] Chen, Bo\nlooking\n',
      [
        ['07T10:05', 'Ada Miller: Checkout is slow'],
        ['07T10:06', 'Chen, Bo: looking'],
      ],
    ],
    'Teams, days first': [
      '[07/05/2024 13:05] Ada Miller\nCheckout is slow\n',
      [['07T13:05', 'Ada Miller: Checkout is slow']],
    ],
    syslog: [
      'May  7 09:00:01 web-1 sshd[411]: Connection closed\nMay  7 09:00:04 web-1 kernel: oom-kill\n',
      [
        ['07T09:00:01', 'web-1 sshd[411]: Connection closed'],
        ['07T09:00:04', 'web-1 kernel: oom-kill'],
      ],
    ],
    'ISO logs, with what goes on below': [
      '2024-05-07T09:00:00+02:00 ERROR Timeout\n  at pay.ts:41\n2024-05-07 09:00:10 INFO ok\n',
      [
        ['07T07:00', 'ERROR Timeout at pay.ts:41'],
        ['07T09:00:10', 'INFO ok'],
      ],
    ],
    'nginx, errors': [
      '2024/05/07 09:00:00 [error] 7#7: *1 upstream timed out\n',
      [['07T09:00', '[error] 7#7: *1 upstream timed out']],
    ],
    'nginx, accesses': [
      '10.0.0.7 - - [07/May/2024:09:00:00 +0200] "GET /pay HTTP/1.1" 504 167\n',
      [['07T07:00', '10.0.0.7 "GET /pay HTTP/1.1" 504 167']],
    ],
    'seconds since 1970': ['1715072400 alert fires\n', [['07T09:00', 'alert fires']]],
    JSON: [
      '{"ts":"2024-05-07T09:00:00Z","level":"error","msg":"no space left"}\n',
      [['07T09:00', 'no space left (error)']],
    ],
    CSV: [
      'Time (UTC),User,Message\n2024-05-07 09:10,Bo,"Rolled back, \n""fast"""\n2024-05-07 09:00,Ada,Deployed\n',
      [
        ['07T09:00', 'Ada: Deployed'],
        ['07T09:10', 'Bo: Rolled back, "fast"'],
      ],
      'Europe/Berlin',
    ],
    'CSV with day and time apart': ['date;time;event\n2024-05-07;09:10;Rolled back\n', [['07T09:10', 'Rolled back']]],
    'alert e-mails': [
      'From: Grafana <alerts@example.org>\nDate: Tue, 7 May 2024 09:20:00 +0200\nSubject: [FIRING:1] Latency\n\nValue: 12 s\n\nFrom: Grafana <alerts@example.org>\nDate: Tue, 7 May 2024 09:50:00 +0200\nSubject: [RESOLVED] Latency\n',
      [
        ['07T07:20', 'Grafana: [FIRING:1] Latency'],
        ['07T07:50', 'Grafana: [RESOLVED] Latency'],
      ],
    ],
    'git log': [
      'commit 9fceb02d0ae598e95dc970b74767f19372d61af8 (HEAD)\nAuthor: Ada Miller <ada@example.org>\nDate:   Tue May 7 09:20:00 2024 +0200\n\n    Fix the pool\n\n    It was 5.\n\ncommit 1111111d0ae598e95dc970b74767f19372d61af8\nAuthor: Bo <bo@example.org>\nDate:   Tue May 7 08:20:00 2024 +0200\n\n    Shrink the pool\n',
      [
        ['07T06:20', 'Bo: Shrink the pool (1111111)'],
        ['07T07:20', 'Ada Miller: Fix the pool (9fceb02)'],
      ],
    ],
    'git log on lines': ['9fceb02 2024-05-07 09:20:00 +0200 Fix the pool\n', [['07T07:20', 'Fix the pool']]],
    'a list': [
      '- 2024-05-07T09:20Z: alert\n* 09:30 rolled back\n',
      [
        ['07T09:20', 'alert'],
        ['07T09:30', 'rolled back'],
      ],
    ],
    'a list over midnight': [
      '23:50 alert\n00:10 rolled back\n',
      [
        ['09T23:50', 'alert'],
        ['10T00:10', 'rolled back'],
      ],
    ],
    'words before the time': [
      'Alert fired at 10:05\nRolled back at 10:20\n',
      [
        ['09T10:05', 'Alert fired'],
        ['09T10:20', 'Rolled back'],
      ],
    ],
    'no times': ['We were all asleep.\nNobody saw it.\n', []],
  };

  for (const [name, [text, expected, zone]] of Object.entries(forms))
    it(`is understood: ${name}`, () => assert.deepEqual(happenings(text, zone), expected));

  it('has its day from the timeline where it states none', () => {
    const found = readPasted('10:05 alert\n', {now: Date.parse(now), zone: utc, day: {year: 2024, month: 3, day: 1}});
    assert.equal(found[0]?.instant, Date.UTC(2024, 2, 1, 10, 5));
  });

  it('may be anything', () => {
    const part = fc.constantFrom(
      '10:05',
      '2024-05-07',
      ' AM',
      '\n',
      'Date: ',
      'Subject: ',
      'commit 1234567',
      ',',
      '"',
      '{',
      '}',
      '[',
      ']',
      'Ada',
      ' at ',
      'Today',
      '99:99',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(part, {maxLength: 40}), parts => {
        for (const {instant, text} of readPasted(parts.join(''), {now: Date.parse(now), zone: utc, day: undefined})) {
          assert.ok(Number.isFinite(instant));
          assert.ok(!/[\r\n]/.test(text));
        }
      }),
    );
  });
});

/** The document with the text pasted at `^`. */
function paste(document: string, text: string, zone = 'UTC', anywhere = false): string | null {
  const offset = document.indexOf('^');
  const source = document.replace('^', '');
  const about = postmortemOf(source);
  const at = about.document.positionAt(offset);
  const answer = inOneGo(pasteTimeline(about, {range: {start: at, end: at}, anywhere, text, now, zone}));
  if (!answer) return null;
  const edits = answer.edits.map(({range, newText}) => ({...about.document.span(range), text: newText}));
  return applyEdits(source, edits);
}

describe('pasting as timeline', () => {
  const log = '2024-05-07T09:20:30Z alert\n2024-05-07T09:05:00Z deploy\n';
  const forms: Record<string, [entries: string, expected: string]> = {
    bullets: ['- 09:00 UTC - Start\n^\n', '- 09:00 UTC - Start\n- 09:05 UTC - deploy\n- 09:20 UTC - alert\n'],
    'behind a list mark': [
      '- 09:00 UTC - Start\n- ^\n',
      '- 09:00 UTC - Start\n- 09:05 UTC - deploy\n- 09:20 UTC - alert\n',
    ],
    'in the middle of an entry': [
      '- 09:00 UTC - St^art\n  - detail\n- 09:30 UTC - End\n',
      '- 09:00 UTC - Start\n  - detail\n- 09:05 UTC - deploy\n- 09:20 UTC - alert\n- 09:30 UTC - End\n',
    ],
    'bold, with a colon': [
      '* **9:00 AM:** Start\n^',
      '* **9:00 AM:** Start\n* **9:05 AM:** deploy\n* **9:20 AM:** alert',
    ],
    'bold milestones': ['- 09:00 **Began**: Start\n^', '- 09:00 **Began**: Start\n- 09:05 deploy\n- 09:20 alert'],
    'with dates': [
      '- 2024-05-06 23:00 UTC – Start\n^',
      '- 2024-05-06 23:00 UTC – Start\n- 2024-05-07 09:05 UTC – deploy\n- 2024-05-07 09:20 UTC – alert',
    ],
    ISO: [
      '- 2024-05-07T09:00:00Z Start\n^',
      '- 2024-05-07T09:00:00Z Start\n- 2024-05-07T09:05:00Z deploy\n- 2024-05-07T09:20:30Z alert',
    ],
    'in another zone': [
      'All times in CEST.\n\n- 11:00: Start\n^',
      'All times in CEST.\n\n- 11:00: Start\n- 11:05: deploy\n- 11:20: alert',
    ],
    numbered: ['1. 09:00 Start\n^', '1. 09:00 Start\n2. 09:05 deploy\n3. 09:20 alert'],
    'a table': [
      '| Time | Event |\n|---|---|\n| 09:00 | Start |\n^',
      '| Time | Event |\n|---|---|\n| 09:00 | Start |\n| 09:05 | deploy |\n| 09:20 | alert |',
    ],
    paragraphs: [
      '09:00 - Start\n\n09:01 - More\n^',
      '09:00 - Start\n\n09:01 - More\n\n09:05 - deploy\n\n09:20 - alert',
    ],
    'the first entries': ['^\n', '- 2024-05-07 09:05 UTC - deploy\n- 09:20 UTC - alert\n'],
  };
  const title = '# Postmortem: x\n\n## Timeline\n\n';

  for (const [name, [entries, expected]] of Object.entries(forms))
    it(`writes entries as the others are: ${name}`, () =>
      assert.equal(paste(`${title}${entries}`, log), `${title}${expected}`));

  it('says the day where it changes', () => {
    const document = `${title}- 2024-05-06 23:00 Start of the release\n- 23:30 Start of the tests\n^`;
    assert.equal(paste(document, log), `${document.slice(0, -1)}- 2024-05-07 09:05 deploy\n- 09:20 alert`);
  });

  it('reads the entries that it wrote', () => {
    const pasted = paste(`${title}- 2024-05-06 23:00 UTC - Start\n^`, log) ?? '';
    const times = postmortemOf(pasted).report.timeline?.entries.map(({time}) => time);
    assert.deepEqual(times, [Date.UTC(2024, 4, 6, 23), Date.UTC(2024, 4, 7, 9, 5), Date.UTC(2024, 4, 7, 9, 20)]);
  });

  it('replaces what is selected', () => {
    const source = `${title}- 09:00 UTC - Start\nsomething old\n`;
    const about = postmortemOf(source);
    const range = {start: {line: 5, character: 0}, end: {line: 5, character: 13}};
    const answer = inOneGo(pasteTimeline(about, {range, text: log, now, zone: 'UTC'}));
    assert.ok(answer);
    const edits = answer.edits.map(({range: each, newText}) => ({...about.document.span(each), text: newText}));
    assert.equal(applyEdits(source, edits), `${title}- 09:00 UTC - Start\n- 09:05 UTC - deploy\n- 09:20 UTC - alert\n`);
  });

  it('hides no tag', () => {
    assert.match(paste(`${title}^`, '09:00 <script> & a < b\n') ?? '', /- \\<script> & a < b$/);
  });

  it('is not offered elsewhere, nor for text without times', () => {
    assert.equal(paste(`# Postmortem: x\n\n^\n\n## Timeline\n\n- 09:00 Start\n`, log), null);
    assert.equal(paste(`${title}- 09:00 Start\n\n## Lessons learned\n\n^\n`, log), null);
    const range = {start: {line: 5, character: 0}, end: {line: 5, character: 0}};
    const answer = inOneGo(
      pasteTimeline(postmortemOf(`${title}- 09:00 Start\n`), {range, text: 'no time\n', now, zone: 'UTC'}),
    );
    assert.deepEqual(answer, {version: 1, edits: [], reason: 'nothing-pasted'});
  });

  const entries = '- 2024-05-07 09:05 UTC - deploy\n- 09:20 UTC - alert';
  const elsewhere: Record<string, [source: string, expected: string]> = {
    'another section': [
      `${title}- 2024-05-07 09:00 UTC - Start\n\n## Lessons learned\n\n^Words.\n`,
      `${title}- 2024-05-07 09:00 UTC - Start\n- 2024-05-07 09:05 UTC - deploy\n- 2024-05-07 09:20 UTC - alert\n\n## Lessons learned\n\nWords.\n`,
    ],
    'among entries by time': [
      `^${title}- 2024-05-07 09:00 UTC - Start\n- 10:00 UTC - End\n`,
      `${title}- 2024-05-07 09:00 UTC - Start\n- 2024-05-07 09:05 UTC - deploy\n- 2024-05-07 09:20 UTC - alert\n- 10:00 UTC - End\n`,
    ],
    'the heading of an empty section': [
      '# Postmortem: x\n\n## Time^line\n\n## Lessons learned\n',
      `${title}${entries}\n\n## Lessons learned\n`,
    ],
    'the heading of an empty section right above another': [
      '# Postmortem: x\n\n## Timeline^\n## Lessons learned\n',
      `${title}${entries}\n\n## Lessons learned\n`,
    ],
    'the heading of an empty section at the end': ['# Postmortem: x\n\n## Timeline^', `${title}${entries}`],
    'an empty section': [
      '# Postmortem: x\n\n## Timeline\n^\n## Lessons learned\n',
      `${title}${entries}\n\n## Lessons learned\n`,
    ],
    'the gap of the template': [
      `# Postmortem: x\n\n^## Timeline\n\n- {{ HH:MM UTC }} - {{ what happened }}\n\n## Lessons learned\n`,
      `${title}${entries}\n\n## Lessons learned\n`,
    ],
    'an empty list item': [`${title}- ^\n`, `${title}${entries}\n`],
    'a section with an announcement': [
      `^${title}All times in CEST.\n\n## Lessons learned\n`,
      `${title}All times in CEST.\n\n- 2024-05-07 11:05 CEST - deploy\n- 11:20 CEST - alert\n\n## Lessons learned\n`,
    ],
  };
  for (const [name, [source, expected]] of Object.entries(elsewhere))
    it(`by the command goes where it belongs: ${name}`, () => assert.equal(paste(source, log, 'UTC', true), expected));

  it('by the command says that there is no timeline', () => {
    const range = {start: {line: 0, character: 0}, end: {line: 0, character: 0}};
    const about = postmortemOf('# Postmortem: x\n\nWords.\n');
    const answer = inOneGo(pasteTimeline(about, {range, anywhere: true, text: log, now, zone: 'UTC'}));
    assert.deepEqual(answer, {version: 1, edits: [], reason: 'no-timeline'});
  });
});

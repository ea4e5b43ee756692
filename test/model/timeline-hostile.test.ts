import assert from 'node:assert/strict';
import fc from 'fast-check';
import {makeReport} from '../../server/evidence/make-report.ts';
import {read} from '../../server/model/read.ts';
import {readTimeline} from '../../server/model/timeline/timeline.ts';
import {findings} from '../../server/rules/run.ts';
import {defaults} from '../../server/settings.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

const piece = fc.constantFrom(
  ...[
    '## Timeline\n',
    '\n',
    '- ',
    '  - ',
    '1. ',
    '10:05',
    '23:50',
    '00:10',
    '9:15 PM',
    '14:15pm',
    ' UTC',
    ' EDT',
    ' - ',
    ': ',
    '2024-05-09 ',
  ],
  ...[
    '9 May',
    'T+5m',
    'HH:MM',
    '??',
    '| Time | Event |\n|--|--|\n',
    '| 10:05 | a |\n',
    '### ',
    '> ',
    '```\n',
    '<li>',
    '</li>',
    '<p>',
    '**',
    '`',
  ],
  ...[
    '[a](b)',
    ' Down. ',
    'detected',
    'resolved',
    '2 hours',
    'All times in PST',
    '\r\n',
    '\t',
    '😀',
    '&nbsp;',
    '~',
    '(',
    ')',
    '---\n',
  ],
);
const documents = fc
  .array(fc.oneof({weight: 9, arbitrary: piece}, fc.string({maxLength: 6})), {maxLength: 60})
  .map(parts => parts.join(''));

describe('timelines of any text', function () {
  this.timeout(60_000);

  it('have their spans inside the text, in order and inside each other', () => {
    fc.assert(
      fc.property(documents, text => {
        const timeline = readTimeline(read(text, defaultTemplate()));
        let before = 0;
        for (const entry of timeline?.entries ?? []) {
          assert.ok(before <= entry.start && entry.start <= entry.end && entry.end <= text.length);
          assert.ok(entry.text.start <= entry.text.end && entry.text.end <= text.length);
          if (entry.nested) assert.ok(entry.text.end <= entry.nested.start && entry.nested.end <= entry.end);
          before = entry.start;
        }
      }),
      {numRuns: 2000},
    );
  });

  it('are judged by every rule without a fault, with edits inside the text', () => {
    fc.assert(
      fc.property(documents, text => {
        for (const {message, span, fixes} of findings(makeReport(text, defaultTemplate()), defaults)) {
          assert.doesNotMatch(message, /could not judge/);
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, message);
          for (const edit of (fixes ?? []).flatMap(fix => fix.edits))
            assert.ok(0 <= edit.start && edit.start <= edit.end && edit.end <= text.length, message);
        }
      }),
      {numRuns: 1000},
    );
  });

  const long: readonly (readonly [string, (size: number) => string])[] = [
    ['list items', size => `## Timeline\n\n${'- 10:05 UTC - Down. Detected by an alert.\n'.repeat(size)}`],
    [
      'times that fall',
      size =>
        `## Timeline\n\n${Array.from({length: size}, (_, i) => `- 2024-05-09 ${time(size - i)} UTC - a\n`).join('')}`,
    ],
    ['impossible times', size => `## Timeline\n\n${'- 14:15pm - a\n'.repeat(size)}`],
    [
      'days',
      size =>
        `## Timeline\n\n${Array.from({length: size}, (_, i) => `- ${1971 + (i % 120)}-01-02 10:05 - a\n`).join('')}`,
    ],
    ['lists without a title', size => '- 10:05 a\n- 10:06 b\n- 10:07 c\n\nText.\n\n'.repeat(size / 4)],
    ['one long line', size => `## Timeline\n\n${'10:05 UTC: Down for 2 hours at 10:06. '.repeat(size)}`],
    ['HTML', size => `<h2>Timeline</h2>\n<ul>\n${'<li>10:05 a</li>\nno tag\n'.repeat(size)}</ul>\n`],
    ['headings', size => `# Timeline\n\n${'## 10:05\n\n'.repeat(size)}`],
  ];
  for (const [name, make] of long) {
    it(`take time that grows no faster than ${name}`, () => {
      const timeFor = (size: number) => {
        const reading = read(make(size), defaultTemplate());
        const times = [1, 2, 3].map(() => {
          const start = performance.now();
          const timeline = readTimeline(reading);
          findings({...reading, requirements: [], timeline}, {...defaults, rules: {}});
          return performance.now() - start;
        });
        return Math.min(...times);
      };
      timeFor(500);
      const [small, large] = [timeFor(500), timeFor(4000)];
      assert.ok(large < 8 * 5 * Math.max(small, 2), `${small.toFixed(1)} ms, eightfold ${large.toFixed(1)} ms`);
    });
  }
});

function time(minute: number): string {
  const ofDay = minute % 1440;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import {applyEdits} from '../../server/model/text.ts';
import {findings} from '../../server/rules/run.ts';
import {timelineGap} from '../../server/rules/timeline-gap.ts';
import {timelineOrder} from '../../server/rules/timeline-order.ts';
import {defaults} from '../../server/settings.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

describe('noon written as midnight', () => {
  const written = (...entries: string[]) => `## Timeline\n\n${entries.map(entry => `- ${entry}\n`).join('')}`;
  const found = (text: string) => findings(makeReport(text, defaultTemplate()), defaults, [timelineOrder, timelineGap]);
  const messages = (...entries: string[]) => found(written(...entries)).map(({message}) => message);

  it('is asked about, whatever the minute, and PM is offered', () => {
    const table = [
      ['12:30 AM', '12:30 AM is half past midnight; is 12:30 PM meant?', '12:30 PM'],
      ['12:00 AM', '12:00 AM is midnight; is 12:00 PM meant?', '12:00 PM'],
      ['12:01 a.m.', '12:01 a.m. is 1 minute past midnight; is 12:01 p.m. meant?', '12:01 p.m.'],
      ['12:05:30am', '12:05:30am is 5 minutes past midnight; is 12:05:30pm meant?', '12:05:30pm'],
      ['12 AM', '12 AM is midnight; is 12 PM meant?', '12 PM'],
      ['12:10 AM – 12:20 AM', '12:10 AM is 10 minutes past midnight; is 12:10 PM meant?', '12:10 PM – 12:20 PM'],
    ] as const;
    for (const [time, message, fixed] of table) {
      const text = (each: string) =>
        written('9:10 AM - Down', '11:40 AM - Paged', `${each} - Restarted`, '1:15 PM - Up');
      const [finding, ...others] = found(text(time));
      assert.deepEqual([finding?.message, others], [message, []]);
      const [fix] = finding?.fixes ?? [];
      assert.equal(fix?.safe, false);
      assert.equal(applyEdits(text(time), fix?.edits ?? []), text(fixed));
    }
  });

  it('is a hint where the next day may be meant, and a warning where it is in the wrong place', () => {
    const severities = (day: string) =>
      found(written(`${day}9:40 AM - Down`, `${day}12:10 AM - Paged`, `${day}12:30 AM - Up`)).map(
        ({severity}) => severity,
      );
    assert.deepEqual(severities(''), ['hint', 'hint']);
    assert.deepEqual(severities('2024-05-02 '), ['warning', 'warning']);
  });

  it('leaves no gap that nothing is told of', () => {
    const entries = [
      '11:05 AM - An alert fires',
      '11:20 AM - Joined',
      '11:40 AM - Suspected',
      '12:30 AM - Rolled back',
    ];
    assert.deepEqual(messages(...entries, '12:40 AM - Service is restored'), [
      '12:30 AM is half past midnight; is 12:30 PM meant?',
      '12:40 AM is 40 minutes past midnight; is 12:40 PM meant?',
    ]);
    const late = [...entries.slice(0, 3), '10:30 PM - Rolled back', '10:40 PM - Service is restored'];
    assert.match(messages(...late).join(), /^The timeline tells nothing of the 10 h 50 min before/);
  });

  it('is not what sorting moves', () => {
    const all = found(written('11:20 AM - Down', '11:05 AM - Released', '12:30 AM - Restarted', '1:15 PM - Up'));
    assert.deepEqual(
      all.map(({message, fixes}) => [message, fixes?.length ?? 0]),
      [
        ['Timeline entry 11:05 AM comes after 11:20 AM', 0],
        ['12:30 AM is half past midnight; is 12:30 PM meant?', 1],
      ],
    );
  });

  it('is midnight where a night lies between, or may', () => {
    const nights = [
      ['11:40 - Down', '12:30 AM - Up'],
      ['11:40 PM - Down', '12:30 AM - Up'],
      ['8:40 AM - Down', '12:30 AM - Up'],
      ['11:40 AM - Down', '00:30 - Up'],
      ['11:40 AM - Down', '12:30 AM - Paged', '1:15 AM - Up'],
      ['11:40 AM - Down', '12:30 AM - Paged overnight', '1:15 PM - Up'],
      ['2 May 2024 11:40 AM - Down', '3 May 2024 12:30 AM - Up'],
      ['11:40 AM PDT - Down', '12:30 AM CEST - Up'],
    ];
    for (const entries of nights) assert.doesNotMatch(messages(...entries).join(), /meant/, entries.join());
    const days = '## Timeline\n\n### 2 May 2024\n\n- 11:40 AM - Down\n\n### 3 May 2024\n\n- 12:30 AM - Up\n';
    assert.deepEqual(found(days), []);
  });
});

import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import {applyEdits} from '../../server/model/text.ts';
import {durationMismatch} from '../../server/rules/duration-mismatch.ts';
import type {Rule} from '../../server/rules/rule.ts';
import {findings} from '../../server/rules/run.ts';
import {timelineEntryTime} from '../../server/rules/timeline-entry-time.ts';
import {timelineFormat} from '../../server/rules/timeline-format.ts';
import {timelineOrder} from '../../server/rules/timeline-order.ts';
import {timelineStyle} from '../../server/rules/timeline-style.ts';
import {timelineZone} from '../../server/rules/timeline-zone.ts';
import {unmarkedSection} from '../../server/rules/unmarked-section.ts';
import {defaults} from '../../server/settings.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

describe('what is said of a timeline', () => {
  const found = (text: string, rule: Rule) => findings(makeReport(text, defaultTemplate()), defaults, [rule]);
  const messages = (text: string, rule: Rule) => found(text, rule).map(({message}) => message);

  it('an entry with a time elsewhere than at its beginning is not one without a time', () => {
    const text =
      '## Timeline\n\n- 3:05 PM - Down\n- An alert fired at 3:17 PM for all\n- The disk is emptied\n- 3:40 PM - Up\n';
    assert.deepEqual(messages(text, timelineEntryTime), [
      'This timeline entry does not begin with its time',
      'This timeline entry has no time',
    ]);
    const lead = '---\nstatus: final\n---\n\n## Timeline\n\n';
    const late = '- An alert fired at 3:17 PM for all\n- All was well at 3:40 PM for most\n';
    assert.deepEqual(messages(lead + late, timelineFormat), ['No entry of the timeline begins with its time']);
    const never = '- An alert fired\n- All was well\n';
    assert.deepEqual(messages(lead + never, timelineFormat), ['No entry of the timeline has a time']);
  });

  it('GMT stands for UTC, and is in force in summer too', () => {
    const text = (zone: string) =>
      `## Timeline\n\n- 2024-07-15 14:00 ${zone} - Mail is late.\n- 2024-07-15 14:20 ${zone} - Ana restarts the queue.\n`;
    assert.deepEqual(messages(text('GMT'), timelineZone), []);
    assert.equal(messages(text('PST'), timelineZone).length, 1);
  });

  it('a second timeline begins anew', () => {
    const timeline = '## Timeline\n\n- 10:05 UTC - Down\n- 11:20 UTC - Up\n';
    assert.deepEqual(messages(`${timeline}\n${timeline}`, timelineOrder), []);
  });

  it('a time is on the day that stands right before it', () => {
    const text = `## Summary\n\nOn 27 November 2026 from 16:30 UTC to 28 November 2026 09:30 UTC, an outage of 17 hours.\n
## Timeline\n\n- 2026-11-26 16:30 UTC - A release is built.\n- 2026-11-27 16:30 UTC - Down.\n- 2026-11-28 09:30 UTC - Up.\n`;
    assert.deepEqual(messages(text, durationMismatch), []);
    assert.deepEqual(messages(text.replace('17 hours', '16 hours'), durationMismatch).length, 1);
  });

  it('a duration is not rewritten by what is only the first entry', () => {
    const text = (first: string) =>
      `## Summary\n\nThe outage lasted 20 minutes.\n\n## Timeline\n\n- 10:05 UTC - ${first}\n- 11:31 UTC - Service restored\n`;
    const [guess] = found(text('A release is built'), durationMismatch);
    assert.deepEqual([guess?.severity, guess?.fixes?.map(({title}) => title)], ['hint', []]);
    const [known] = found(text('The outage began'), durationMismatch);
    assert.deepEqual(
      known?.fixes?.map(({title}) => title),
      ['Write 86 minutes'],
    );
  });

  it('a length that is compared with the first entry is a guess', () => {
    const text =
      '## Timeline\n\n- 10:05 UTC - Released\n- 11:31 UTC - Alert fired\n\n## Stats\n\nTime to detection: 2 minutes\n';
    assert.deepEqual(
      found(text, durationMismatch).map(({severity}) => severity),
      ['hint'],
    );
  });

  it('a time without seconds is in order anywhere within its minute', () => {
    const text = '## Timeline\n\n- 10:05:40 UTC - Down\n- 10:05 UTC - Paged\n- 10:04:50 UTC - Released\n';
    assert.deepEqual(messages(text, timelineOrder), ['Timeline entry 10:04:50 comes after 10:05']);
  });

  it('a note on the time may stand before the mark', () => {
    const text = '## Timeline\n\n- **10:05 UTC** – Down\n- **10:05 UTC (at once)** – Paged\n- **10:20 UTC** – Up\n';
    assert.deepEqual(messages(text, timelineStyle), []);
  });

  it('HTML that is no list is not taken for one', () => {
    const html = (tag: string) =>
      `## Timeline\n\n<div>\n${['08:00', '08:20'].map(each => `<${tag}><b>${each} UTC:</b> Down</${tag}>`).join('\n')}\n</div>\n`;
    assert.equal(messages(html('p'), timelineFormat).length, 1);
    assert.equal(messages(html('li class="x"'), timelineFormat).length, 0);
  });

  it('entries that were indented below their title become items of a list', () => {
    const text =
      'Timeline\n\n    08:00 UTC - Down\n    08:20 UTC - An engineer sees\n    the load\n    08:45 UTC - Up\n\nIt was high.\n';
    const [finding] = found(text, unmarkedSection);
    const fixed =
      '## Timeline\n\n- 08:00 UTC - Down\n- 08:20 UTC - An engineer sees\n  the load\n- 08:45 UTC - Up\n\nIt was high.\n';
    assert.equal(applyEdits(text, finding?.fixes?.[0]?.edits ?? []), fixed);
  });

  it('times of code are put in order as others are', () => {
    const text = '## Timeline\n\n- `2024-05-09 10:20` Paged\n- `2024-05-09 10:05` Down\n';
    assert.deepEqual(messages(text, timelineOrder), ['Timeline entry 10:05 comes after 10:20']);
  });

  it('a 12-hour clock without AM and PM is read as the nearer half of the day', () => {
    const text = (start: string) =>
      `## Summary\n\nThe outage started at ${start}.\n\n## Timeline\n\n- 7:30 - Outage detected\n- 8:10 - Restored\n`;
    assert.equal(messages(text('07:20 pm'), durationMismatch).length, 0);
    assert.equal(messages(text('07:50 am'), durationMismatch).length, 1);
  });
});

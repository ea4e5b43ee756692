import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import {applyEdits} from '../../server/model/text.ts';
import {parseOfficeHours} from '../../server/model/time/office.ts';
import {durationMismatch} from '../../server/rules/duration-mismatch.ts';
import type {Rule} from '../../server/rules/rule.ts';
import {findings, type RuleSettings} from '../../server/rules/run.ts';
import {officeMinutes} from '../../server/rules/timeline/durations.ts';
import {timelineStyle} from '../../server/rules/timeline-style.ts';
import {defaults, readSettings} from '../../server/settings.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

describe('what settings want of timelines', () => {
  const found = (text: string, rule: Rule, settings: Partial<RuleSettings>) =>
    findings(makeReport(text, defaultTemplate()), {...defaults, ...settings}, [rule]);

  it('the clock, though all entries have another', () => {
    const text = '## Timeline\n\n- 09:05 UTC - Down\n- 14:40 UTC - Up\n';
    assert.deepEqual(found(text, timelineStyle, {}), []);
    const [finding] = found(text, timelineStyle, {timelineClock: '12-hour'});
    const fixed = applyEdits(text, finding?.fixes?.[0]?.edits ?? []);
    assert.equal(fixed, '## Timeline\n\n- 9:05 AM UTC - Down\n- 2:40 PM UTC - Up\n');
  });

  it('the separator, though all entries have another', () => {
    const text = '## Timeline\n\n- **09:05 UTC:** Down\n- **14:40 UTC:** Up\n';
    assert.deepEqual(found(text, timelineStyle, {}), []);
    const [finding] = found(text, timelineStyle, {timelineSeparator: '–'});
    const fixed = applyEdits(text, finding?.fixes?.[0]?.edits ?? []);
    assert.equal(fixed, '## Timeline\n\n- **09:05 UTC** – Down\n- **14:40 UTC** – Up\n');
  });

  it('office hours, by which a duration may be measured', () => {
    const text = `## Summary

The outage lasted 3 hours and 10 minutes, from Friday 2024-05-10 11:40 UTC to Monday 2024-05-13 08:10 UTC.

## Timeline

- 2024-05-10 11:40 UTC - Detected
- 2024-05-13 08:10 UTC - Resolved
`;
    assert.equal(found(text, durationMismatch, {}).length, 1);
    assert.equal(found(text, durationMismatch, {officeHours: '07:00-13:40'}).length, 0);
  });

  it('office hours stop at night and at weekends', () => {
    const hours = parseOfficeHours('09:00-17:00');
    assert.ok(hours);
    const friday = Date.UTC(2024, 4, 10, 16, 30);
    const monday = Date.UTC(2024, 4, 13, 9, 15);
    assert.equal(officeMinutes(friday, monday, hours), 45);
  });

  it('hours that are none are a problem', () => {
    assert.equal(parseOfficeHours('17:00-09:00'), undefined);
    assert.equal(readSettings({officeHours: 'always'}).problems.length, 1);
    assert.equal(readSettings({officeHours: '9:00 – 17:30'}).settings.officeHours, '9:00 – 17:30');
  });
});

import assert from 'node:assert/strict';
import {read} from '../../server/model/read.ts';
import {readTimeline, type Timeline} from '../../server/model/timeline/timeline.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

describe('milestones told from the words of an entry', () => {
  const told: readonly (readonly [string, string])[] = [
    ['Users report issues with the shop', 'detected'],
    ['Got the first ticket reporting an issue with the shop', 'detected'],
    ['500 error observed when the page is opened', 'detected'],
    ['An engineer notices 500 errors and escalating response times', 'detected'],
    ['The incident was escalated to the network team', 'escalated'],
    ['Escalation to the database team', 'escalated'],
    ['The server was confirmed to be fully operational', 'resolved'],
    ['Full resolution confirmed', 'resolved'],
    ['No further errors, confirming the resolution of the issue', 'resolved'],
    ['Server running normally, website loading properly', 'resolved'],
    ['System recovers and the pages function normally', 'resolved'],
    ['The website slowly came back to life', 'resolved'],
    ['the problem solved', 'resolved'],
    ['The server is to be fully operational by noon', ''],
    ['The server was not confirmed to be fully operational', ''],
    ["The service didn't recover: it wasn't running normally", ''],
    ['The workers stopped running normally', ''],
    ['Wrote the incident report', ''],
    ['The `queue-depth` monitor fires', 'detected'],
    ['Queue full. No alert fires, as the alert looks at the disk', ''],
    ['No alert fires, but a customer complains', 'detected'],
    ['Ana acks and looks at the queue', 'acknowledged'],
    ['Ana declared the incident', 'acknowledged'],
    ['Ana declared the incident over', 'resolved'],
    ['Incident declared resolved', 'resolved'],
    ['Fixed', 'resolved'],
    ['Fixed by a restart of the queue', 'resolved'],
    ['The hotline says that the problem is fixed', ''],
    ['A typo in the template is [fixed][our change]', ''],
    ['The queue is [fixed](https://example.org/1)', ''],
    ['All good again', 'resolved'],
    ['Error rates returned to baseline', 'resolved'],
    ['Error rates have not returned to normal', ''],
  ];
  for (const [text, names] of told) {
    it(`'${text}': ${names || 'none'}`, () => {
      const timeline = timelineOf(`## Timeline\n\n- 10:05 UTC - ${text}.\n`);
      assert.equal(timeline?.milestones.map(({name}) => name).join(' '), names);
    });
  }
});

describe('what milestones measure', () => {
  it('counts from a stated start whose day has no year', () => {
    const minutes = (day: string, entries: string) => {
      const timeline = timelineOf(`## Summary\n\nThe outage occurred from ${day}.\n\n## Timeline\n\n${entries}`);
      return timeline?.metrics.map(metric => metric.minutes);
    };
    const entries = '- 3:00 PM: Outage detected.\n- 4:30 PM: Service restored.\n';
    assert.deepEqual(minutes('3:00 PM to 4:30 PM CAT on April 17th', entries), [0, undefined, undefined, 90, 90]);
    assert.deepEqual(minutes('2:50 PM to 4:30 PM CAT on April 17th', entries), [10, undefined, undefined, 100, 100]);
    const labelled =
      '**Detected:** 2024-05-09 10:10 UTC\n**Resolved**: 2024-05-09 11:00 UTC\n\n## Timeline\n\n- 10:00 UTC: Outage began\n- 10:30 UTC: Ana looks\n';
    assert.deepEqual(
      timelineOf(labelled)?.metrics.map(metric => metric.minutes),
      [10, undefined, undefined, 60, 60],
    );
    const behind = (said: string) =>
      timelineOf(`## Timeline\n\n- 3:00 PM: Outage detected.\n- 4:30 PM: Service restored.\n\n## Notes\n\n${said}\n`)
        ?.metrics[0]?.minutes;
    assert.equal(behind('The outage lasted from 2:40 PM to 4:30 PM.'), 20);
    assert.equal(behind('There were 40 deployments between 1:00 PM and 3:00 PM.'), undefined);
    const overNewYear = '- Jan 1, 0:10: Outage detected.\n- Jan 1, 1:00: Service restored.\n';
    assert.deepEqual(minutes('Dec 31 at 23:50 to Jan 1 at 01:00', overNewYear), [20, undefined, undefined, 70, 70]);
  });
});

function timelineOf(text: string): Timeline | undefined {
  return readTimeline(read(text, defaultTemplate()));
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {phasesOf} from '../../server/features/picture/phases.ts';
import {makeScale} from '../../server/features/picture/scale.ts';
import {timelineImage, timelinePicture} from '../../server/features/timeline-picture.ts';
import {MINUTE} from '../../server/model/time/calendar.ts';
import {postmortemOf} from './postmortems.ts';

const text = `# Postmortem: tills & queues

## Issue Summary

On 7 May 2024 the tills of all shops were offline.

## Timeline

All times in UTC.

- 09:00 **Began**: a router gets its new configuration.
- 09:20 An alert fires: tills & "queues" < 3.
- 09:45 We roll back the configuration of one router.
- 10:00–10:10 All routers get the old configuration.
- 10:10 **Mitigated**: most tills are online.
- 10:50 **Resolved**
`;

const timelineIn = (entries: string) => `# Postmortem: x\n\n## Timeline\n\n${entries}`;

describe('picture of the timeline', () => {
  it('has each entry with its line, its time, its milestones and its words', () => {
    const picture = timelinePicture(postmortemOf(text));
    assert.equal(picture?.title, 'Timeline: tills & queues');
    const items = [...(picture?.svg.matchAll(/data-line="(\d+)" aria-label="([^"]*)"/g) ?? [])];
    assert.deepEqual(
      items.map(([, line, label]) => [line, label]),
      [
        ['10', '09:00, Began, a router gets its new configuration.'],
        ['11', '09:20, Detected, An alert fires: tills &amp; &quot;queues&quot; &lt; 3.'],
        ['12', '09:45, We roll back the configuration of one router.'],
        ['13', '10:00–10:10, All routers get the old configuration.'],
        ['14', '10:10, Mitigated, most tills are online.'],
        ['15', '10:50, Resolved'],
      ],
    );
  });

  it('has the words below a time that stands alone', () => {
    const nested = '- **10:00 UTC:**\n  - Queue *full*.\n  - It grows.\n- **10:20 UTC:** Ana restarts it.\n';
    const items = timelinePicture(postmortemOf(timelineIn(nested)))?.svg.matchAll(/aria-label="([^"]*)"/g) ?? [];
    assert.deepEqual(
      [...items].map(([, label]) => label).filter(label => label?.startsWith('10:')),
      ['10:00, Queue full.', '10:20, Ana restarts it.'],
    );
  });

  it('tells its phases from each other by class, with their lengths', () => {
    const svg = timelinePicture(postmortemOf(text))?.svg ?? '';
    const titles = [...svg.matchAll(/<rect class="phase (\w+)"[^>]*><title>([^<]*)</g)];
    assert.deepEqual(
      titles.map(([, name, title]) => [name, title]),
      [
        ['undetected', 'Undetected, 20 min'],
        ['investigating', 'Investigating, 25 min'],
        ['mitigating', 'Mitigating, 25 min'],
        ['recovering', 'Recovering, 40 min'],
      ],
    );
  });

  it('is to scale', () => {
    const svg = timelinePicture(postmortemOf(text))?.svg ?? '';
    const heights = [...svg.matchAll(/<rect class="phase \w+"[^>]* height="([\d.]+)"><title>/g)].map(([, height]) =>
      Number(height),
    );
    const [undetected = 0, investigating = 0, , recovering = 0] = heights;
    assert.ok(Math.abs(investigating / undetected - 25 / 20) < 0.01);
    assert.ok(Math.abs(recovering / undetected - 40 / 20) < 0.01);
  });

  it('has times of the wall clock on its axis, with the day', () => {
    const svg = timelinePicture(postmortemOf(text.replace('in UTC', 'in CEST')))?.svg ?? '';
    const ticks = [...svg.matchAll(/<text class="(tick|date)"[^>]*>([^<]*)</g)].map(([, , tick]) => tick);
    assert.equal(ticks[0], '09:00');
    assert.ok(ticks.includes('2024-05-07'));
    assert.ok(ticks.includes('10:30'));
  });

  it('runs nothing and styles nothing: the page has a policy', () => {
    const hostile = timelineIn('- 10:00 <img src=x onerror=alert(1)> `<script>`\n- 10:05 </svg><b style="x">"\n');
    const svg = timelinePicture(postmortemOf(hostile))?.svg ?? '';
    assert.equal(svg.match(/<(?!\/?(?:svg|g|rect|text|tspan|title|line|path|circle)\b)/), null);
    assert.doesNotMatch(svg, /\son\w+="|\sstyle=/);
  });

  it('is not drawn where there are no two times', () => {
    for (const entries of [
      '- 10:00 UTC - It rains.\n',
      '- later\n- much later\n',
      'Nothing.\n',
      '- 10:00 a\n- 10:00 b\n',
    ])
      assert.equal(timelinePicture(postmortemOf(timelineIn(entries))), null, entries);
  });

  it('puts entries for whole days with the first time of that day', () => {
    const entries = '- 2024-05-07 A new release.\n- 2024-05-07 21:00 Errors.\n- 2024-05-07 22:00 No errors.\n';
    const svg = timelinePicture(postmortemOf(timelineIn(entries)))?.svg ?? '';
    const marks = [...svg.matchAll(/<circle class="mark"[^>]* cy="([\d.]+)"/g)].map(([, y]) => y);
    assert.equal(marks[0], marks[1]);
  });

  it('as a file stands on its own', () => {
    const svg = timelineImage(postmortemOf(text).report) ?? '';
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*width="\d+" height="\d+"/);
    assert.match(svg, /<style>/);
    assert.doesNotMatch(svg, /var\(--vscode/);
    assert.equal(timelineImage(postmortemOf(timelineIn('')).report), undefined);
  });
});

describe('phases of an incident', () => {
  const names = (entries: string) => {
    const {report} = postmortemOf(timelineIn(entries));
    return report.timeline ? phasesOf(report, report.timeline).map(({name}) => name) : [];
  };

  it('go on to the last entry where the incident has not ended', () => {
    assert.deepEqual(names('- 10:00 The alert fires.\n- 10:20 We look at the logs.\n'), ['investigating']);
  });

  it('are unknown where nothing tells of the incident', () => {
    assert.deepEqual(names('- 10:00 Coffee.\n- 10:20 Cake.\n'), []);
  });

  it('have no recovery that would end before it begins', () => {
    const found = names('- 10:00 The alert fires.\n- 10:20 **Resolved**\n- 10:40 **Mitigated**\n');
    assert.ok(!found.includes('recovering'));
  });
});

describe('scale of a picture', () => {
  const minutes = fc.array(fc.integer({min: 0, max: 100_000}), {minLength: 2, maxLength: 40});

  it('never runs backwards, and its ticks lie within, apart from each other', () => {
    fc.assert(
      fc.property(minutes, values => {
        const times = [...new Set(values)].map(value => value * MINUTE).sort((a, b) => a - b);
        fc.pre(times.length > 1);
        const scale = makeScale(times, 400);
        const places = times.map(scale.at);
        for (const [index, place] of places.entries()) assert.ok(place >= (places[index - 1] ?? 0));
        assert.equal(places[0], 0);
        const ticks = scale.ticks(40, 0).map(scale.at);
        for (const [index, tick] of ticks.entries()) {
          assert.ok(tick >= 0 && tick <= scale.height + 0.001);
          if (index > 0) assert.ok(tick - (ticks[index - 1] ?? 0) > 39.9);
        }
      }),
    );
  });

  it('breaks where nothing happens for very long', () => {
    const times = [0, 5, 12, 20, 60 * 24 * 5].map(minute => minute * MINUTE);
    assert.deepEqual(
      makeScale(times, 300).breaks.map(({from, to}) => [from / MINUTE, to / MINUTE]),
      [[20, 7200]],
    );
    assert.deepEqual(makeScale([0, 60 * MINUTE, 7200 * MINUTE], 300).breaks, []);
  });
});

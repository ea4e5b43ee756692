import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {makeReport} from '../../server/evidence/make-report.ts';
import type {Report} from '../../server/evidence/report.ts';
import {inOneGo} from '../../server/model/steps.ts';
import {applyEdits} from '../../server/model/text.ts';
import {twoDigits} from '../../server/model/time/calendar.ts';
import {type Zone, zoneNamed} from '../../server/model/time/zone.ts';
import {convertTimelineInSteps} from '../../server/rules/timeline/convert-zone.ts';
import {inverse, reorder, sortedOrder} from '../../server/rules/timeline/reorder.ts';
import {timelineFormat} from '../../server/rules/timeline-format.ts';
import {timelineOrder} from '../../server/rules/timeline-order.ts';
import {timelineStyle} from '../../server/rules/timeline-style.ts';
import {lostWords} from '../../server/rules/words-lost.ts';
import {defaultTemplate} from '../../server/templates/all.ts';
import {corpusFolder, hasCorpus} from '../timeline-score.ts';

const word = fc.constantFrom(
  'queue',
  'Full.',
  'paged',
  '**bold**',
  '`code`',
  '[link](a.md)',
  'e.g.',
  'über',
  '10 %',
  '☂',
);
const words = fc.array(word, {minLength: 1, maxLength: 6}).map(list => list.join(' '));
const nested = fc.constantFrom(
  '',
  '',
  '\n  - a note',
  '\n\n  A paragraph.',
  '\n\n```\nlog 10:05\n```',
  '\n\n![graph](a.png)',
);
const minutes = fc.integer({min: 0, max: 1439});

describe('sorting a timeline', function () {
  this.timeout(60_000);
  const entry = fc.tuple(minutes, words, nested);
  const timelines = fc.record({
    entries: fc.array(entry, {minLength: 2, maxLength: 8}),
    form: fc.constantFrom('dated', 'numbered', 'row'),
    end: fc.constantFrom('\n', '\r\n'),
  });

  it('loses nothing, puts every time in order, and is undone by the inverse', () => {
    fc.assert(
      fc.property(timelines, ({entries, form, end}) => {
        const text = written(entries, form).replaceAll('\n', end);
        const report = reportOf(text);
        const found = report.timeline?.entries ?? [];
        assert.equal(found.length, entries.length);
        const order = sortedOrder(found);
        const sorted = applyEdits(text, reorder(report, found, order));
        const again = reportOf(sorted);
        const times = again.timeline?.entries.map(({time = 0}) => time) ?? [];
        assert.deepEqual(
          times,
          [...times].sort((a, b) => a - b),
        );
        assert.deepEqual(lostWords(text, sorted), []);
        assert.equal(applyEdits(sorted, reorder(again, again.timeline?.entries ?? [], inverse(order))), text);
      }),
    );
  });

  function written(entries: readonly (readonly [number, string, string])[], form: string): string {
    const lines = entries.map(([minute, text, below], index) => {
      const time = `2024-05-09 ${clock(minute)} UTC`;
      if (form === 'row') return `| ${time} | ${text} |`;
      return `${form === 'numbered' ? `${index + 1}.` : '-'} ${time} - ${text}${form === 'numbered' ? '' : below}`;
    });
    const head = form === 'row' ? '| When | What |\n|--|--|\n' : '';
    return `# Outage\n\n## Timeline\n\n${head}${lines.join('\n')}\n\n## Root cause\n\nNone.\n`;
  }
});

describe('telling a timeline in another zone', function () {
  this.timeout(60_000);
  const zones = ['UTC', 'PST', 'CEST', 'UTC+05:45', 'NZDT', 'UTC-03:30'].map(named);
  const styles = fc.constantFrom('undated', 'dated', 'title', 'table', 'twelve', 'range');
  const timelines = fc.record({
    start: fc.integer({min: 0, max: 1439}),
    steps: fc.array(fc.integer({min: 0, max: 300}), {minLength: 1, maxLength: 8}),
    text: words,
    style: styles,
    from: fc.constantFrom(...zones),
    to: fc.constantFrom(...zones),
  });

  it('is undone by telling it in its own zone again', () => {
    fc.assert(
      fc.property(timelines, ({start, steps, text, style, from, to}) => {
        const before = written(start, steps, text, style, from.name);
        const there = convert(before, to);
        assert.equal(convert(there, from), before);
      }),
    );
  });

  it('keeps every instant, wherever the day is stated and however daylight saving goes', () => {
    const regions = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Lagos', 'UTC', 'PST'].map(
      named,
    );
    const places = fc.record({
      start: fc.integer({min: 0, max: 1439}),
      steps: fc.array(fc.integer({min: 0, max: 700}), {minLength: 1, maxLength: 6}),
      day: fc.constantFrom('2024-03-10', '2024-03-31', '2024-11-03', '2024-07-01', '2023-12-31'),
      where: fc.constantFrom('title', 'heading', 'first', 'summary'),
      from: fc.constantFrom('UTC', 'EST', 'IST'),
      to: fc.constantFrom(...regions),
    });
    fc.assert(
      fc.property(places, ({start, steps, day, where, from, to}) => {
        const text = dated(start, steps, day, where, from);
        const before = timesOf(reportOf(text));
        const after = reportOf(convert(text, to));
        assert.deepEqual(timesOf(after), before, convert(text, to));
      }),
    );
  });

  it('minds daylight saving', () => {
    const text = '## Timeline\n\n- 2024-03-10 09:30 UTC - a\n- 2024-03-10 10:30 UTC - b\n';
    const there = '## Timeline\n\n- 2024-03-10 01:30 PST - a\n- 2024-03-10 03:30 PDT - b\n';
    assert.equal(convert(text, named('America/Los_Angeles')), there);
  });

  it('changes nothing where a zone is not known, or where a region needs a day', () => {
    const unknown = '## Timeline\n\n- 10:05 - a\n';
    assert.equal(convert(unknown, named('UTC')), unknown);
    const undated = '## Timeline\n\n- 10:05 UTC - a\n';
    assert.equal(convert(undated, named('Europe/Berlin')), undated);
  });

  it('states the zone where only the summary did', () => {
    const text = '## Summary\n\nFrom 10:05 EAT on.\n\n## Timeline\n\n- 10:05 - a\n';
    assert.ok(convert(text, named('UTC')).endsWith('## Timeline\n\nAll times in UTC.\n\n- 07:05 - a\n'));
  });

  function written(start: number, steps: readonly number[], text: string, style: string, zone: string): string {
    let at = Date.UTC(2024, 4, 9, 0, start);
    const times = [at, ...steps.map(step => (at += step * 60_000))].map(time => new Date(time));
    const lines = times.map(time => {
      const iso = time.toISOString();
      const day = iso.slice(0, 10);
      const hour = iso.slice(11, 16);
      if (style === 'dated') return `- ${day} ${hour} ${zone} – ${text}`;
      if (style === 'range') return `- ${day} ${hour}-${hour} ${zone}: ${text}`;
      if (style === 'twelve') return `- ${day}, ${twelve(time)} ${zone}: ${text}`;
      if (style === 'table') return `| ${day} ${hour} | ${text} |`;
      return style === 'title' ? `- ${day} ${hour} - ${text}` : `- ${hour} ${zone} - ${text}`;
    });
    const head = style === 'table' ? `| Time (${zone}) | Event |\n|--|--|\n` : '';
    const title = style === 'title' ? ` (all times in ${zone})` : '';
    return `## Timeline${title}\n\n${head}${lines.join('\n')}\n`;
  }

  function dated(start: number, steps: readonly number[], day: string, where: string, zone: string): string {
    let at = start;
    const lines = [at, ...steps.map(step => (at += step))].map(minute => `${clock(minute % 1440)} ${zone} - a`);
    const first = where === 'first' ? `${day} ` : '';
    const list = lines.map((line, index) => `- ${index === 0 ? first : ''}${line}`).join('\n');
    const summary = where === 'summary' ? `## Summary\n\nDown on ${day}.\n\n` : '';
    const heading = where === 'heading' ? `### ${day}\n\n` : '';
    return `${summary}## Timeline${where === 'title' ? ` of ${day}` : ''}\n\n${heading}${list}\n`;
  }
});

if (hasCorpus()) {
  describe('fixes of real timelines', function () {
    this.timeout(120_000);
    const files = ['dev', 'industry'].flatMap(corpus =>
      readdirSync(`${corpusFolder}/${corpus}`)
        .filter(file => file.endsWith('.md'))
        .map(file => `${corpus}/${file}`),
    );

    it('keep every word, every entry and every time, and leave nothing to mend', () => {
      for (const file of files) {
        const text = readFileSync(`${corpusFolder}/${file}`, 'utf8');
        const report = reportOf(text);
        for (const rule of [timelineFormat, timelineOrder]) {
          for (const finding of rule.check(report)) {
            const fixed = applyEdits(text, finding.fixes?.[0]?.edits ?? []);
            const again = reportOf(fixed);
            assert.deepEqual(lostWords(text, fixed), [], file);
            assert.deepEqual(timesOf(again).toSorted(), timesOf(report).toSorted(), file);
            if (finding.fixes?.length) assert.deepEqual([...rule.check(again)], [], file);
          }
        }
      }
    });

    it('of their style change no time and no other word', () => {
      for (const file of files) {
        const text = readFileSync(`${corpusFolder}/${file}`, 'utf8');
        const report = reportOf(text);
        for (const finding of timelineStyle.check(report)) {
          const fixed = applyEdits(text, finding.fixes?.[0]?.edits ?? []);
          const lost = lostWords(text, fixed).filter(each => !/^\d*(?:[ap]m)?$/i.test(each));
          assert.deepEqual(lost, [], file);
          assert.deepEqual(timesOf(reportOf(fixed)), timesOf(report), file);
        }
      }
    });

    it('to another zone keep every instant', () => {
      const targets = ['UTC', 'America/Los_Angeles', 'Asia/Kolkata'].map(named);
      for (const file of files) {
        const text = readFileSync(`${corpusFolder}/${file}`, 'utf8');
        const before = clockTimes(reportOf(text));
        for (const target of targets) {
          const fixed = convert(text, target);
          if (fixed !== text) assert.deepEqual(clockTimes(reportOf(fixed)), before, `${file} to ${target.name}`);
        }
      }
    });
  });
}

function reportOf(text: string): Report {
  return makeReport(text, defaultTemplate());
}

function convert(text: string, zone: Zone): string {
  return applyEdits(text, inOneGo(convertTimelineInSteps(reportOf(text), zone)));
}

function named(name: string): Zone {
  const zone = zoneNamed(name);
  assert.ok(zone, name);
  return zone;
}

/** In minutes from the first one, where the document has no day. */
function timesOf({timeline}: Report): (number | undefined)[] {
  const entries = timeline?.entries ?? [];
  const first = entries.find(({time}) => time !== undefined)?.time ?? 0;
  const isDated = entries.some(({date}) => date);
  return entries.map(({time}) => (time === undefined || isDated ? time : time - first));
}

/** Whole days are left out: in another zone they are other hours. */
function clockTimes(report: Report): (number | undefined)[] {
  const times = timesOf(report);
  return times.filter((_, index) => report.timeline?.entries[index]?.precision !== 'day');
}

function clock(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

function twelve(time: Date): string {
  const hour = time.getUTCHours();
  return `${hour % 12 || 12}:${twoDigits(time.getUTCMinutes())} ${hour < 12 ? 'AM' : 'PM'}`;
}

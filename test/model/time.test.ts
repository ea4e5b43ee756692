import assert from 'node:assert/strict';
import fc from 'fast-check';
import {dateOf, dayStart, isValidDay, weekdayOf} from '../../server/model/time/calendar.ts';
import {formatClock, readClock} from '../../server/model/time/clock.ts';
import {formatDateLike, readDate} from '../../server/model/time/date.ts';
import {findDurations, formatDurationLike} from '../../server/model/time/duration.ts';
import {findStamps, readStamp} from '../../server/model/time/find-stamps.ts';
import type {Stamp} from '../../server/model/time/stamp.ts';

describe('times as timelines write them', () => {
  const readings: readonly (readonly [string, string])[] = [
    ['10:45 AM (UTC): Paged', '10:45 UTC'],
    ['2:05pm – Deployed', '14:05'],
    ['7.25 p.m. Deployed', '19:25'],
    ['12:00 AM - Night', '00:00'],
    ['15.25 PST 29 april 2022 - Errors', '4-29 of 2022 15:25 PST'],
    ['2100hrs WAT - Cache flushed', '21:00 WAT'],
    ['0915Z Paged', '09:15 UTC'],
    ['21h30: Paged', '21:30'],
    ['4pm Paged', '16:00'],
    ['noon: Paged', '12:00'],
    ['10:05:30 Paged', '10:05:30'],
    ['24:00 Paged', '24:00'],
    ['2024-05-09T10:00:00.123-07:00 Paged', '5-9 of 2024 10:00:00.123 UTC-07:00'],
    ['2024-05-09T10:00Z Paged', '5-9 of 2024 10:00 UTC'],
    ['2024-05-09 1600 Paged', '5-9 of 2024 16:00'],
    ['May 9th, 2024, 13:00 (UTC): Paged', '5-9 of 2024 13:00 UTC'],
    ['19. April, 11:00 Paged', '4-19 11:00'],
    ['Thursday 9 May 10:00 Paged', '5-9 10:00 weekday 4'],
    ['[12-05 16:21] Paged', '12-5 16:21'],
    ['10/20/2022 - 15:38 CST - Paged', '10-20 of 2022 15:38 CST'],
    ['25.10.2022 09:10 Paged', '10-25 of 2022 09:10'],
    ['February 15, 2024: 7:56am UTC', '2-15 of 2024 07:56 UTC'],
    ['22:30 UTC (Oct 29) Paged', '10-29 22:30 UTC'],
    ['12:48 (6:48 PDT): Paged', '12:48'],
    ['10:05 PDT (UTC-7) Paged', '10:05 PDT'],
    ['10:05 Pacific Time Paged', '10:05 America/Los_Angeles'],
    ['10:05 Europe/Berlin Paged', '10:05 Europe/Berlin'],
    ['10:05 (Lagos) Paged', '10:05 Africa/Lagos'],
    ['10:05 +0530 Paged', '10:05 UTC+05:30'],
    ['~10:20 Paged', '10:20 approximate'],
    ['ca. 10:20 Paged', '10:20 approximate'],
    ['10:20ish Paged', '10:20 approximate'],
    ['2024-05-09T10:20:xxZ Paged', '5-9 of 2024 10:20 UTC approximate'],
    ['8:20 - 8:24 Paged', '08:20 until 08:24'],
    ['1:00 to 2:30 PM Paged', '13:00 until 14:30'],
    ['14:50 until 15:10 Paged', '14:50 until 15:10'],
    ['January 14-19, 2026 Slow', '1-14 of 2026'],
    ['T+5m Paged', '+5'],
    ['T + 1h30m Paged', '+90'],
    ['T-00:10 Deployed', '+-10'],
    ['+0:13 Paged', '+13'],
    ['14:15pm Paged', '14:15 meridiem [855]'],
    ['23:00 AM Paged', '23:00 meridiem [1380,660]'],
    ['0:30 PM Paged', '00:30 meridiem [30,750]'],
    ['25:61 Paged', 'no time range []'],
    ['22025-03-18 09:36 Paged', '3-18 09:36 year'],
    ['2024-02-30 Paged', '2-30 of 2024 day'],
    ['11/03/202 Paged', '11-3 year'],
    ['HH:MM Paged', 'placeholder'],
    ['??:?? Paged', 'placeholder'],
    ['[???] Paged', 'placeholder'],
    ['TBD Paged', 'placeholder'],
  ];
  for (const [text, expected] of readings) {
    it(text, () => assert.equal(describeStamp(readStamp(text, 0, text.length, {leading: true})), expected));
  }

  for (const text of [
    '1.5 GB free',
    '3 engineers',
    'v1.10.2',
    'May have failed',
    '100:10',
    'Mondays',
    'Tbilisi',
    '10 %',
  ]) {
    it(`reads no time in '${text}'`, () => {
      assert.equal(readStamp(text, 0, text.length, {leading: true}), undefined);
    });
  }

  it('finds times in running text and passes by what only looks like one', () => {
    const text =
      'On June 9th, 2024 from 10:05 AM to 10:15 AM WAT host 10.12.6.136:8888 ran v1.2:30 at 0.15 load; by 4pm it was up [17:05].';
    const found = findStamps(text, 0, text.length).map(stamp => text.slice(stamp.start, stamp.end));
    assert.deepEqual(found, ['June 9th, 2024', '10:05 AM to 10:15 AM WAT', '4pm', '17:05']);
  });

  it('reads any text without fault, with spans inside it', () => {
    const piece = fc.constantFrom(
      '10',
      ':',
      '05',
      ' ',
      '-',
      'T',
      '+',
      'AM',
      'p.m',
      'UTC',
      '(',
      ')',
      '[',
      'May',
      '9',
      '2024',
      ',',
      '~',
      '.',
      '/',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), {maxLength: 30}), parts => {
        const text = parts.join('');
        for (const stamp of findStamps(text, 0, text.length)) {
          assert.ok(stamp.start >= 0 && stamp.start < stamp.end && stamp.end <= text.length);
        }
      }),
    );
  });

  it('takes linear time over long runs of digits and brackets', () => {
    for (const piece of ['1:1', '(', '10:05 ', '(10:05', '2024-', '~', 'May ']) {
      const text = piece.repeat(100_000 / piece.length);
      const start = performance.now();
      findStamps(text, 0, text.length);
      assert.ok(performance.now() - start < 2000, `${piece} took ${performance.now() - start} ms`);
    }
  });
});

describe('writing times like others', () => {
  const clock = fc.record({
    minutes: fc.integer({min: 0, max: 1439}),
    to: fc.integer({min: 0, max: 1439}),
    form: fc.constantFrom('24', '24.', '12', '12.', 'hrs'),
  });

  it('writes a time that reads back as the same', () => {
    fc.assert(
      fc.property(clock, ({minutes, to, form}) => {
        const text = writtenAs(minutes, form);
        const read = readClock(text, 0, text.length, {loose: true, bare: false});
        assert.equal(read?.minutes, minutes);
        const other = formatClock(to, read.style);
        assert.equal(readClock(other, 0, other.length, {loose: true, bare: false})?.minutes, to);
      }),
    );
  });

  it('writes a date in the form of another', () => {
    const date = {year: 2025, month: 3, day: 2};
    const forms: readonly (readonly [string, string])[] = [
      ['2024-05-09', '2025-03-02'],
      ['9 May 2024', '2 March 2025'],
      ['May 9th, 2024', 'March 2nd, 2025'],
      ['09-NOV-2024', '02-MAR-2025'],
      ['5/9/24', '3/2/25'],
      ['Sept. 9', 'Mar. 2'],
    ];
    for (const [like, expected] of forms) {
      const mention = readDate(like, 0, like.length);
      assert.ok(mention);
      assert.equal(formatDateLike(like, mention, date), expected);
    }
  });
});

describe('the calendar', () => {
  const last = 8.64e15;

  it('counts days as Date does', () => {
    fc.assert(
      fc.property(fc.integer({min: -last, max: last}), time => {
        const date = new Date(time);
        const day = {year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate()};
        assert.deepEqual(dateOf(time), day);
        assert.equal(dayStart(day), new Date(0).setUTCFullYear(day.year, day.month - 1, day.day));
        assert.equal(weekdayOf(day), date.getUTCDay());
      }),
    );
  });

  it('knows how long months are', () => {
    const length = (year: number | undefined, month: number) =>
      [28, 29, 30, 31].findLast(day => isValidDay(year, month, day));
    assert.deepEqual(
      [1, 2, 3, 4, 12].map(month => length(2023, month)),
      [31, 28, 31, 30, 31],
    );
    assert.deepEqual(
      [1900, 2000, 2024, undefined].map(year => length(year, 2)),
      [28, 29, 29, 29],
    );
  });
});

describe('durations', () => {
  const readings: readonly (readonly [string, number, string])[] = [
    ['2 hours and 45 minutes', 165, '1 hour and 40 minutes'],
    ['33h 14m', 1994, '1h 40m'],
    ['7.5 hours', 450, '1 hour and 40 minutes'],
    ['103 minutes', 103, '100 minutes'],
    ['half an hour', 30, '1 hour and 40 minutes'],
    ['two hours', 120, '1 hour and 40 minutes'],
    ['2d 1h 29m', 2969, '1h 40m'],
    ['an hour', 60, '1 hour and 40 minutes'],
    ['3 hours, 30 minutes', 210, '1 hour, 40 minutes'],
    ['an hour and a quarter', 75, '1 hour and 40 minutes'],
    ['two and a half hours', 150, '1 hour and 40 minutes'],
    ['three quarters of an hour', 45, '1 hour and 40 minutes'],
    ['one hour and forty-five minutes', 105, '1 hour and 40 minutes'],
    ['twenty minutes', 20, '1 hour and 40 minutes'],
    ['1h30', 90, '1h40m'],
    ['1 hour(s) 30 minute(s)', 90, '1 hour and 40 minutes'],
  ];
  for (const [text, minutes, hundred] of readings) {
    it(text, () => {
      const [found] = findDurations(`It took ${text}.`, 0, text.length + 9);
      assert.equal(found?.minutes, minutes);
      assert.equal(formatDurationLike(`It took ${text}.`, found, 100), hundred);
    });
  }

  it('takes nothing else for one', () => {
    const text = '500 requests in 12 zones, 5 Mb, 3 days/week, a month, HTTP 500s, from 0300hrs to 1345 hours';
    assert.deepEqual(
      findDurations(text, 0, text.length).map(({start, end}) => text.slice(start, end)),
      [],
    );
  });
});

function writtenAs(minutes: number, form: string): string {
  const hour = Math.floor(minutes / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  const minute = two(minutes % 60);
  if (form === 'hrs') return `${two(hour)}${minute}hrs`;
  const separator = form.endsWith('.') ? '.' : ':';
  if (form.startsWith('24')) return `${two(hour)}${separator}${minute}`;
  return `${hour % 12 || 12}${separator}${minute} ${hour < 12 ? 'AM' : 'PM'}`;
}

function describeStamp(stamp: Stamp | undefined): string {
  if (!stamp) return 'none';
  const {date, weekday, clock, until, zone, elapsed, approximate, placeholder} = stamp;
  const time = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const seconds =
    clock?.seconds === undefined ? '' : `:${String(clock.seconds).padStart(2, '0')}`.replace(':0.', ':00.');
  return [
    date ? `${date.month}-${date.day}${date.year ? ` of ${date.year}` : ''}` : '',
    clock ? (clock.minutes === undefined ? 'no time' : time(clock.minutes) + seconds) : '',
    clock?.problem ? `${clock.problem} [${clock.readings}]` : '',
    date?.problem ?? '',
    until?.clock?.minutes === undefined ? '' : `until ${time(until.clock.minutes)}`,
    zone?.zone.name ?? '',
    elapsed ? `+${elapsed.minutes}` : '',
    weekday ? `weekday ${weekday.weekday}` : '',
    approximate ? 'approximate' : '',
    placeholder ? 'placeholder' : '',
  ]
    .filter(part => part !== '')
    .join(' ');
}

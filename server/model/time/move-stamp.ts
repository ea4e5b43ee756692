import {move} from '../markdown/piece.ts';
import type {Clock} from './clock.ts';
import type {DateMention} from './date.ts';
import type {Stamp} from './stamp.ts';

/** The stamp, `by` UTF-16 units further on. */
export function moveStamp(stamp: Stamp, by: number): Stamp {
  if (by === 0) return stamp;
  const {date, weekday, clock, until, zone, elapsed, placeholder} = stamp;
  return {
    start: stamp.start + by,
    end: stamp.end + by,
    date: date && moveDate(date, by),
    weekday: weekday && {start: weekday.start + by, end: weekday.end + by, weekday: weekday.weekday},
    clock: clock && moveClock(clock, by),
    until: until && {
      date: until.date && moveDate(until.date, by),
      clock: until.clock && moveClock(until.clock, by),
    },
    zone: zone && {start: zone.start + by, end: zone.end + by, zone: zone.zone},
    elapsed: elapsed && {start: elapsed.start + by, end: elapsed.end + by, minutes: elapsed.minutes},
    placeholder: placeholder && move(placeholder, by),
    approximate: stamp.approximate,
  };
}

function moveClock(clock: Clock, by: number): Clock {
  return {
    start: clock.start + by,
    end: clock.end + by,
    minutes: clock.minutes,
    seconds: clock.seconds,
    secondsText: clock.secondsText,
    problem: clock.problem,
    readings: clock.readings,
    style: clock.style,
  };
}

function moveDate(date: DateMention, by: number): DateMention {
  const {parts} = date;
  return {
    start: date.start + by,
    end: date.end + by,
    year: date.year,
    month: date.month,
    day: date.day,
    ambiguous: date.ambiguous,
    lastDay: date.lastDay,
    problem: date.problem,
    parts: {
      year: parts.year && move(parts.year, by),
      month: move(parts.month, by),
      day: move(parts.day, by),
    },
  };
}

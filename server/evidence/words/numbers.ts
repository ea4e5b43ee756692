import type {ClassSource} from '../lexicon.ts';

/** Amounts, spans of time, and the classes whose members are known by their shape. */
export const numbers: ClassSource = {
  number: `one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty, thirty, forty, fifty, sixty, seventy, eighty,
    ninety, hundred, thousand, million, dozen, couple, several, half`,
  unit: `second, seconds, sec, secs, minute, minutes, min, mins, m, hour, hours, hr, hrs, h, day, days, week, weeks, hour and a half, hours and a half`,
  percent: '',
  time: '',
  name: '',
  initials: '',
  past: '',
  part: `half, third, thirds, quarter, quarters, fifth, fifths, tenth, majority, most, minority, portion, fraction, percentage, bulk, proportion, subset`,
  all: `all, every, each, any, entire, whole, 100, complete, total`,
};

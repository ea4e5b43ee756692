import {codeSpace} from '../markdown/words.ts';
import type {Span} from '../text.ts';
import {countDigits, isDigit, isLetter, skipSpaces, wordAt} from './chars.ts';

/** A time of day as someone wrote it. */
export interface Clock extends Span {
  /** Minutes since midnight as read, up to 1440 for `24:00`; `undefined` where no reading is possible (`25:61`). */
  readonly minutes: number | undefined;
  /** Seconds, with fractions; `undefined` where none are stated. */
  readonly seconds: number | undefined;
  /** Seconds as written: `:30.5`; empty where none are stated. */
  readonly secondsText: string;
  /** `meridiem`: the hour and AM or PM contradict each other (`14:15pm`). `range`: no such time of day (`25:61`). */
  readonly problem: 'meridiem' | 'range' | undefined;
  /** What can be meant, in minutes since midnight: one where the time is possible, none or several where it is not. */
  readonly readings: readonly number[];
  readonly style: ClockStyle;
}

/** How a time of day is written, so that another can be written likewise. */
export interface ClockStyle {
  readonly hours: 12 | 24;
  readonly separator: ':' | '.' | 'h' | '';
  /** Has the hour a leading zero, or would it have one? `undefined` where the hour has two digits of its own. */
  readonly padded: boolean | undefined;
  /** AM or PM as written, with the space before it; empty where there is none. */
  readonly meridiem: string;
  /** What stands after a time without separator: `hrs`. */
  readonly suffix: string;
}

export interface ClockForms {
  /** Read `10.05` and `21h30` too, which in running text may be a decimal or a duration. */
  readonly loose: boolean;
  /** Read `1600` too, which only beside a date is a time. */
  readonly bare: boolean;
}

/** The time of day that begins at `at`, or `undefined`. Times that no clock shows are read too and have a `problem`. */
export function readClock(text: string, at: number, end: number, forms: ClockForms): Clock | undefined {
  const digits = countDigits(text, at, end, 5);
  if (digits === 0) return readNamedClock(text, at, end);
  if (digits === 4) return readMilitary(text, at, end, forms.bare);
  if (digits > 2) return undefined;
  return readSeparated(text, at, end, digits, forms.loose) ?? readHourOnly(text, at, end, digits);
}

/** Writes minutes since midnight (any whole number, taken modulo a day) in a style, with seconds as another time has them. */
export function formatClock(minutes: number, style: ClockStyle, secondsText = ''): string {
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  const hour = Math.floor(ofDay / 60);
  const shown = style.hours === 24 ? hour : hour % 12 || 12;
  const padded = style.padded ?? style.hours === 24;
  const minute = String(ofDay % 60).padStart(2, '0');
  const minutePart =
    style.separator === '' && style.hours === 12 && minute === '00' ? '' : `${style.separator}${minute}`;
  return `${String(shown).padStart(padded ? 2 : 1, '0')}${minutePart}${secondsText}${meridiemLike(style, hour)}${style.suffix}`;
}

function meridiemLike(style: ClockStyle, hour: number): string {
  if (style.hours === 24) return '';
  const written = style.meridiem || ' AM';
  const isUpper = /[AP]/.test(written);
  const letter = hour < 12 ? 'a' : 'p';
  return written.replace(/[apAP](?=\.?[mM])/, isUpper ? letter.toUpperCase() : letter);
}

function readSeparated(text: string, at: number, end: number, digits: number, loose: boolean): Clock | undefined {
  const separator = separatorAt(text, at + digits, loose);
  if (!separator) return undefined;
  const minuteAt = at + digits + 1;
  if (countDigits(text, minuteAt, end, 3) !== 2) return undefined;
  let stop = minuteAt + 2;
  if (separator !== ':' && (text[stop] === '.' || isLetter(text, stop)) && !meridiemAt(text, stop, end)) {
    if (isDigit(text, stop + 1) || isLetter(text, stop)) return undefined;
  }
  let seconds: Seconds | undefined;
  if (separator === ':' && text[stop] === ':' && countDigits(text, stop + 1, end, 3) === 2) {
    const fraction = fractionEnd(text, stop + 3, end);
    seconds = {value: Number(text.slice(stop + 1, fraction).replace(',', '.')), text: text.slice(stop, fraction)};
    stop = fraction;
  }
  const meridiem = meridiemAt(text, stop, end);
  const hour = Number(text.slice(at, at + digits));
  const minute = Number(text.slice(minuteAt, minuteAt + 2));
  const isPadded = text[at] === '0' && digits === 2;
  const padded = hour >= 10 ? undefined : isPadded;
  const style = {hours: meridiem ? 12 : 24, separator, padded, meridiem, suffix: ''} as const;
  return clockOf({start: at, end: stop + meridiem.length}, hour, minute, seconds, style);
}

/** `4pm`, `4 p.m.` */
function readHourOnly(text: string, at: number, end: number, digits: number): Clock | undefined {
  const stop = at + digits;
  const meridiem = meridiemAt(text, stop, end);
  if (!meridiem) return undefined;
  const hour = Number(text.slice(at, stop));
  const style = {hours: 12, separator: '', padded: text[at] === '0' || undefined, meridiem, suffix: ''} as const;
  return clockOf({start: at, end: stop + meridiem.length}, hour, 0, undefined, style);
}

/** `2100hrs`, `2100 hours`, `2100h`, `2100Z`; beside a date `2100` alone. */
function readMilitary(text: string, at: number, end: number, bare: boolean): Clock | undefined {
  const stop = at + 4;
  const wordStart = skipSpaces(text, stop, Math.min(end, stop + 1));
  const word = wordAt(text, wordStart, end).toLowerCase();
  const isZulu = text[stop] === 'Z' && !isLetter(text, stop + 1);
  const suffix = /^(?:h|hr|hrs|hours)$/.test(word) ? text.slice(stop, wordStart + word.length) : '';
  if (!suffix && !isZulu && !(bare && !isLetter(text, stop) && text[stop] !== '-')) return undefined;
  const hour = Number(text.slice(at, at + 2));
  const minute = Number(text.slice(at + 2, stop));
  const style = {hours: 24, separator: '', padded: hour < 10 || undefined, meridiem: '', suffix} as const;
  return clockOf({start: at, end: stop + suffix.length}, hour, minute, undefined, style);
}

function readNamedClock(text: string, at: number, end: number): Clock | undefined {
  const code = text.charCodeAt(at) | 32;
  if (code !== 110 && code !== 109) return undefined;
  const word = wordAt(text, at, end);
  const lower = word.toLowerCase();
  if (lower !== 'noon' && lower !== 'midnight') return undefined;
  const style = {hours: 24, separator: ':', padded: true, meridiem: '', suffix: ''} as const;
  return clockOf({start: at, end: at + word.length}, lower === 'noon' ? 12 : 0, 0, undefined, style);
}

function clockOf(span: Span, hour: number, minute: number, seconds: Seconds | undefined, style: ClockStyle): Clock {
  const fits = minute < 60 && (!seconds || seconds.value < 61) && hour <= 24 && (hour < 24 || minute === 0);
  if (!fits) return clock(span, seconds, style, 'range', []);
  if (!style.meridiem) return clock(span, seconds, style, undefined, [hour * 60 + minute]);
  const isPm = style.meridiem.includes('p') || style.meridiem.includes('P');
  const contradicts = isPm ? hour === 0 || hour > 12 : hour > 12;
  if (!contradicts) return clock(span, seconds, style, undefined, [((hour % 12) + (isPm ? 12 : 0)) * 60 + minute]);
  const asWritten = (hour % 24) * 60 + minute;
  const other = (asWritten + 720) % 1440;
  return clock(span, seconds, style, 'meridiem', isPm && hour > 12 ? [asWritten] : [asWritten, other]);
}

/** One literal for all, so that every time of day has the same shape. */
function clock(
  {start, end}: Span,
  seconds: Seconds | undefined,
  style: ClockStyle,
  problem: Clock['problem'],
  readings: readonly number[],
): Clock {
  return {
    start,
    end,
    minutes: readings[0],
    seconds: seconds?.value,
    secondsText: seconds?.text ?? '',
    problem,
    readings,
    style,
  };
}

interface Seconds {
  readonly value: number;
  /** As written, its colon included. */
  readonly text: string;
}

function separatorAt(text: string, at: number, loose: boolean): ClockStyle['separator'] | undefined {
  const char = text[at];
  if (char === ':' || char === '：') return ':';
  if (!loose) return undefined;
  if (char === '.') return '.';
  return char === 'h' || char === 'H' ? 'h' : undefined;
}

function fractionEnd(text: string, at: number, end: number): number {
  if (text[at] !== '.' && text[at] !== ',') return at;
  const digits = countDigits(text, at + 1, end, 9);
  return digits > 0 ? at + 1 + digits : at;
}

/** `am`, ` PM`, ` a.m.` at the offset, with the white space before it; empty where there is none. */
function meridiemAt(text: string, at: number, end: number): string {
  const letter = skipSpaces(text, at, Math.min(end, at + 2));
  const code = text.charCodeAt(letter) | 32;
  if (letter >= end || (code !== 97 && code !== 112)) return '';
  let stop = letter + 1;
  const isDotted = text[stop] === '.';
  if (isDotted) stop++;
  if ((text.charCodeAt(stop) | 32) !== 109) return '';
  stop++;
  if (stop < end && (isLetter(text, stop) || isDigit(text, stop))) return '';
  if (isDotted && text[stop] === '.') stop++;
  return text.slice(at, stop).replace(codeSpace, ' ');
}

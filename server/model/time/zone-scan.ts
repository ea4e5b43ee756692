import type {Span} from '../text.ts';
import {isDigit, isInsideWord, isLetter} from './chars.ts';
import {type Zone, zoneNamed, zoneOfAbbreviation, zoneOfName, zoneOfOffset, zoneOfRegion} from './zone.ts';

/** A zone as someone wrote it: `PST`, `(UTC-7)`, `+02:00`, `Europe/Berlin`, `Lagos time`. */
export interface ZoneMention extends Span {
  readonly zone: Zone;
}

/**
 * The zone that begins at `at`, beside a time of day.
 *
 * @param names also read names without the word "time" (`Pacific`), as a heading or a bracket has them
 */
export function readZone(text: string, at: number, end: number, names = false): ZoneMention | undefined {
  if (text[at] === '+') return readOffset(text, at, end);
  if (!isLetter(text, at)) return undefined;
  const stop = wordEnd(text, at, end);
  const word = text.slice(at, stop);
  const region = text[stop] === '/' && isLetter(text, stop + 1) ? readRegion(text, at, end) : undefined;
  if (region) return region;
  const abbreviation = zoneOfAbbreviation(lowerCased.test(word) ? word.toUpperCase() : word);
  if (abbreviation) return withOffset(text, {start: at, end: stop, zone: abbreviation}, end);
  if (/^[ACEMP]T$/.test(word)) return mention(at, stop, zoneOfName(word));
  return readName(text, at, end, names);
}

/** `+02:00`, `-0700`, `+5` at the offset; `-7` only directly after `UTC` or an ISO time, which the caller knows. */
export function readOffset(text: string, at: number, end: number): ZoneMention | undefined {
  const sign = text[at];
  if (sign !== '+' && sign !== '-' && sign !== '−') return undefined;
  let digits = 0;
  while (digits < 4 && at + 1 + digits < end && isDigit(text, at + 1 + digits)) digits++;
  if (digits === 0 || digits === 3) return undefined;
  let stop = at + 1 + digits;
  let size = digits === 4 ? Number(text.slice(at + 1, at + 3)) * 60 : Number(text.slice(at + 1, stop)) * 60;
  if (digits === 4) size += Number(text.slice(at + 3, stop));
  else if (text[stop] === ':' && isDigit(text, stop + 1) && isDigit(text, stop + 2)) {
    size += Number(text.slice(stop + 1, stop + 3));
    stop += 3;
  }
  if (size > 840 || isDigit(text, stop) || isLetter(text, stop)) return undefined;
  return {start: at, end: stop, zone: zoneOfOffset(sign === '+' ? size : -size)};
}

/** A title or a line about time zones says it in as many characters; what is longer is something else. */
const longestNotice = 500;

/**
 * The first zone named in a span of running text, such as a title ("Timeline (all times Pacific)") or a line that says "All
 * times in UTC". Names of places and regions count only right after words that announce a zone.
 */
export function findZone(text: string, start: number, end: number): ZoneMention | undefined {
  let announced = false;
  const limit = Math.min(end, start + longestNotice);
  for (let at = start; at < limit; at++) {
    if (!isLetter(text, at) || isInsideWord(text, at)) continue;
    const found = readZone(text, at, end, announced);
    if (found && (announced || isCertain(text, found))) return found;
    const stop = wordEnd(text, at, end);
    announced = /^(?:times?|timezone|zone|in|are|is)$/i.test(text.slice(at, stop));
    at = stop;
  }
  return undefined;
}

/** Does a line or title speak of the zone of its times? "All times PDT", "Times are in CET", "Time zone: EAT". */
export function announcesZone(text: string): boolean {
  return /\b(?:all times|times? (?:are|in|is)|time ?zone|all events)\b/i.test(text);
}

const lowerCased = /^(?:utc|gmt|cest|cet|pst|pdt|edt|bst|eat|wat)$/i;

/**
 * Two-letter zones and lower-case words are too often something else. A name that ends in "time" is not ("Eastern Time"), nor one
 * of the tz database (`Europe/Berlin`), nor two letters that stand alone in brackets: `(PT)`.
 */
function isCertain(text: string, found: ZoneMention): boolean {
  const word = text.slice(found.start, found.end);
  if (/^[A-Z]{3}/.test(word) || (/^[A-Z]/.test(word) && / time$/i.test(word))) return true;
  if (word.includes('/')) return zoneOfRegion(word) !== undefined;
  return /^[ACEMP]T$/.test(word) && text[found.start - 1] === '(' && text[found.end] === ')';
}

function mention(start: number, end: number, zone: Zone | undefined): ZoneMention | undefined {
  return zone && {start, end, zone};
}

/** `UTC-7`, `GMT+1`, `UTC+05:30` */
function withOffset(text: string, found: ZoneMention, end: number): ZoneMention {
  if (found.zone.offset !== 0) return found;
  const offset = readOffset(text, found.end, end);
  return offset ? {start: found.start, end: offset.end, zone: offset.zone} : found;
}

function readRegion(text: string, at: number, end: number): ZoneMention | undefined {
  let stop = at;
  while (stop < end && stop - at < 40 && (isLetter(text, stop) || text[stop] === '/' || text[stop] === '_')) stop++;
  const name = text.slice(at, stop);
  const lastPart = name.slice(name.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return mention(at, stop, zoneOfRegion(name) ?? zoneNamed(name) ?? zoneOfName(lastPart));
}

/** Up to four words: those that end in "time" ("West Africa Time", "Lagos time") or, where allowed, any that name a zone. */
function readName(text: string, at: number, end: number, names: boolean): ZoneMention | undefined {
  const ends: number[] = [];
  let stop = at;
  while (ends.length < 4 && isLetter(text, stop)) {
    stop = wordEnd(text, stop, end);
    ends.push(stop);
    if (text[stop] !== ' ') break;
    stop++;
  }
  for (const last of ends.reverse()) {
    const phrase = text.slice(at, last);
    const isTime = phrase.length > 5 && phrase.slice(-5).toLowerCase() === ' time';
    if (!isTime && !names) continue;
    const zone = zoneOfName(phrase);
    if (zone) return {start: at, end: last, zone};
  }
  return undefined;
}

function wordEnd(text: string, at: number, end: number): number {
  let stop = at;
  while (stop < end && isLetter(text, stop)) stop++;
  return stop;
}

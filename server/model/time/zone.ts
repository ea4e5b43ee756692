import {IANAZone} from 'luxon';
import {MINUTE, twoDigits} from './calendar.ts';
import {abbreviations, countries, fixedNames, regionLabels, regions} from './zone-names.ts';

/** A time zone: either a fixed offset or a region that follows daylight saving. */
export interface Zone {
  /** Canonical name: `UTC`, `PST`, `UTC+05:30`, `Europe/Berlin`. */
  readonly name: string;
  /** Minutes east of UTC; `undefined` for a region. */
  readonly offset: number | undefined;
  /** IANA name of a region. */
  readonly region: string | undefined;
}

export const utc: Zone = {name: 'UTC', offset: 0, region: undefined};

/** The zone of an abbreviation in capitals, for instance `PST`; `undefined` where it is unknown. */
export function zoneOfAbbreviation(abbreviation: string): Zone | undefined {
  const offset = Object.hasOwn(abbreviations, abbreviation) ? abbreviations[abbreviation] : undefined;
  if (offset === undefined) return undefined;
  return abbreviation === 'Z' ? utc : {name: abbreviation, offset, region: undefined};
}

/** @param offset minutes east of UTC, from -840 to 840 */
export function zoneOfOffset(offset: number): Zone {
  if (offset === 0) return utc;
  const size = Math.abs(offset);
  const name = `UTC${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
  return {name, offset, region: undefined};
}

/** The zone of an IANA name, in any case: `europe/berlin`. */
export function zoneOfRegion(name: string): Zone | undefined {
  const lower = name.toLowerCase();
  const known = places().get(lower) ?? (Object.hasOwn(regions, lower) ? regions[lower] : undefined);
  const region = known ?? (isIanaName(name) ? name : undefined);
  return region ? {name: region, offset: undefined, region} : undefined;
}

/**
 * The zone of a name: `Pacific Time`, `West Africa Time`, `Greenwich`, a city that names an IANA zone (`Lagos time`). One
 * letter may be wrong or missing in names of six letters or more ("Greenwitch").
 */
export function zoneOfName(name: string): Zone | undefined {
  const words = name.trim().toLowerCase().split(/\s+/);
  if (words.length > 1 && words.at(-1) === 'time') words.pop();
  const plain = words.join(' ');
  return exactName(plain) ?? nearName(plain);
}

/** Minutes east of UTC that the zone has at an instant (milliseconds since the epoch). */
export function offsetAt(zone: Zone, instant: number): number {
  if (zone.offset !== undefined) return zone.offset;
  return zone.region ? regionOffset(zone.region, instant) : 0;
}

const ownOffsets = new Map<string, number | undefined>();

/**
 * Minutes east of UTC that the zone has in summer and winter; `undefined` where they differ. An incident of which nobody says the day is
 * taken to be of these years: a zone that gave up daylight saving before is as good as any.
 */
export function lastingOffset({offset, region}: Zone): number | undefined {
  if (!region) return offset;
  if (!ownOffsets.has(region)) {
    const zone = IANAZone.create(region);
    const months = Array.from({length: 120}, (_, month) => Math.round(zone.offset(Date.UTC(2020, month, 15))));
    ownOffsets.set(region, new Set(months).size === 1 ? months[0] : undefined);
  }
  return ownOffsets.get(region);
}

/**
 * The instant of a wall-clock time.
 *
 * @param wall milliseconds since the epoch as if the wall clock showed UTC
 * @returns milliseconds since the epoch. A time that daylight saving skips is moved forward; of one that it repeats, the first.
 */
export function instantOf(zone: Zone, wall: number): number {
  if (zone.offset !== undefined) return wall - zone.offset * MINUTE;
  const before = wall - offsetAt(zone, wall - 24 * 60 * MINUTE) * MINUTE;
  if (offsetAt(zone, before) * MINUTE === wall - before) return before;
  const after = wall - offsetAt(zone, wall + 24 * 60 * MINUTE) * MINUTE;
  return offsetAt(zone, after) * MINUTE === wall - after ? after : before;
}

/** What the wall clock shows at an instant: the inverse of `instantOf`. */
export function wallOf(zone: Zone, instant: number): number {
  return instant + offsetAt(zone, instant) * MINUTE;
}

/** How the zone is written beside a time at this instant: `PDT` for the Pacific zone in summer. */
export function labelAt(zone: Zone, instant: number): string {
  if (!zone.region) return zone.name;
  const offset = offsetAt(zone, instant);
  return regionLabels[zone.region]?.[offset] ?? zoneOfOffset(offset).name;
}

export function isSameZone(a: Zone, b: Zone): boolean {
  return a.region === b.region && a.offset === b.offset;
}

/**
 * The zone that someone names in any of the ways above: abbreviation, offset, IANA name, place. `undefined` where it means
 * nothing known.
 */
export function zoneNamed(text: string): Zone | undefined {
  const plain = text.trim();
  return zoneOfAbbreviation(plain.toUpperCase()) ?? zoneOfOffsetText(plain) ?? zoneOfRegion(plain) ?? zoneOfName(plain);
}

function zoneOfOffsetText(text: string): Zone | undefined {
  const match = /^(?:UTC|GMT)? ?([+\-−])(\d{1,2})(?::?(\d{2}))?$/i.exec(text);
  if (!match) return undefined;
  const size = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return size > 840 ? undefined : zoneOfOffset(match[1] === '+' ? size : -size);
}

const knownOffsets = new Map<string, number>();

/** Asking the runtime takes microseconds: answers are kept by the quarter of an hour, in which no zone changes its offset. */
function regionOffset(region: string, instant: number): number {
  const key = `${region} ${Math.floor(instant / (15 * MINUTE))}`;
  const known = knownOffsets.get(key);
  if (known !== undefined) return known;
  const offset = Math.round(IANAZone.create(region).offset(instant));
  if (knownOffsets.size > 1000) knownOffsets.clear();
  knownOffsets.set(key, offset);
  return offset;
}

/** Names that the runtime knows but does not list, such as `Asia/Kolkata` beside `Asia/Calcutta`. */
function isIanaName(name: string): boolean {
  return /^[A-Za-z]+\/[A-Za-z_/]+$/.test(name) && IANAZone.isValidZone(name);
}

/** Cities that runtimes list under an older spelling only. */
const renamed = ['Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Yangon', 'Asia/Ho_Chi_Minh', 'Europe/Kyiv'];

let knownPlaces: ReadonlyMap<string, string> | undefined;

/** IANA names and their cities, in lower case, to IANA names. Asked of the runtime, so that no list of zones is shipped. */
function places(): ReadonlyMap<string, string> {
  if (knownPlaces) return knownPlaces;
  const found = new Map<string, string>();
  for (const name of [...renamed, ...Intl.supportedValuesOf('timeZone')]) {
    found.set(name.toLowerCase(), name);
    const city = name.slice(name.lastIndexOf('/') + 1);
    found.set(city.replaceAll('_', ' ').toLowerCase(), name);
  }
  knownPlaces = found;
  return found;
}

function exactName(name: string): Zone | undefined {
  const fixed = Object.hasOwn(fixedNames, name) ? fixedNames[name] : undefined;
  if (fixed) return zoneOfAbbreviation(fixed);
  const region = Object.hasOwn(regions, name) ? regions[name] : (places().get(name) ?? countryZone(name));
  return region ? {name: region, offset: undefined, region} : undefined;
}

/** The zone of a country that has one only, of its west as well as its east. */
function countryZone(name: string): string | undefined {
  const country = name.replace(/^(?:north|south|east|west)(?:ern)? /, '');
  return Object.hasOwn(countries, country) ? countries[country] : undefined;
}

function nearName(name: string): Zone | undefined {
  if (name.length < 6 || name.length > 24) return undefined;
  const names = [...Object.keys(fixedNames), ...Object.keys(regions), ...places().keys()];
  const near = names.find(candidate => candidate.length >= 6 && isOneEditApart(name, candidate));
  return near ? exactName(near) : undefined;
}

/** One letter more, fewer or other. */
function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const skipA = a.length >= b.length ? 1 : 0;
  const skipB = b.length >= a.length ? 1 : 0;
  return a.slice(same + skipA) === b.slice(same + skipB);
}

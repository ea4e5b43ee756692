import {labelAt, offsetAt, utc, type Zone, zoneNamed, zoneOfOffset} from '../model/time/zone.ts';
import {abbreviations, regionLabels} from '../model/time/zone-names.ts';
import type {TimeZoneItem, TimeZones} from '../protocol.ts';
import {obstacleToConverting} from './convert-time-zone.ts';
import type {Postmortem} from './postmortem.ts';
import {termsOf} from './zone-terms.ts';

/** Names that runtimes list although the places are called otherwise now. */
const renamed: Readonly<Record<string, string>> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
};

/**
 * The zones in which a timeline can be told: UTC, the author's, those whose abbreviations everybody knows, all others, and each
 * abbreviation by itself, which is the same in summer and winter.
 *
 * @param ownZone IANA name
 * @param now for a timeline whose days are not known
 */
export function timeZones({report: {timeline}}: Postmortem, ownZone: string, now: number): TimeZones {
  const reason = obstacleToConverting(timeline);
  if (reason) return {zones: [], reason};
  const present = timeline?.zone?.zone;
  const instant = timeline?.entries.find(({date, time}) => date && time !== undefined)?.time ?? now;
  const year = new Date(instant).getUTCFullYear();
  const regions = [ownZone, ...Object.keys(regionLabels), ...Intl.supportedValuesOf('timeZone')];
  const fixed = Object.keys(abbreviations).filter(name => name !== 'Z');
  const names = ['UTC', ...regions.map(name => renamed[name] ?? name), ...fixed];
  return {
    zones: [...new Set(names)].flatMap(name => {
      const zone = zoneNamed(name);
      return zone ? [zoneItem(name, zone, year, present)] : [];
    }),
  };
}

function zoneItem(id: string, zone: Zone, year: number, present: Zone | undefined): TimeZoneItem {
  const seasons = [Date.UTC(year, 0, 1), Date.UTC(year, 6, 1)];
  const offsets = seasons.map(season => offsetName(offsetAt(zone, season)));
  const labels = labelsAt(zone, seasons).filter(label => label !== '');
  const parts = [labels, offsets].map(part => [...new Set(part)].join(', ')).filter(part => part !== '' && part !== id);
  const isPresent = present !== undefined && (present.region ?? regionOf(present) ?? present.name) === id;
  const former = Object.keys(renamed).filter(name => renamed[name] === id);
  const terms = [...termsOf(id, former), ...[...labels, ...offsets].map(label => label.toLowerCase())];
  const name = id.replaceAll('_', ' ');
  return {id, name, description: parts.join(' · '), terms: [...new Set(terms)], present: isPresent};
}

function offsetName(offset: number): string {
  return offset === 0 ? 'UTC+00:00' : zoneOfOffset(offset).name;
}

/** The region that an abbreviation stands for here; `UTC` for itself. */
function regionOf({name, offset}: Zone): string | undefined {
  if (offset === utc.offset && name === utc.name) return utc.name;
  return Object.entries(regionLabels).find(([, labels]) => offset !== undefined && labels[offset] === name)?.[0];
}

/** The English of those who live there has abbreviations for their zones; asking for others would take time for nothing. */
const languages: Readonly<Record<string, string>> = {
  America: 'en-US',
  Pacific: 'en-US',
  Europe: 'en-GB',
  Australia: 'en-AU',
};

/** `CET`, `CEST` at these instants; empty where the zone has none that is in use. */
function labelsAt(zone: Zone, instants: readonly number[]): string[] {
  const labels = instants.map(instant => labelAt(zone, instant));
  const language = languages[zone.region?.split('/')[0] ?? ''];
  if (!zone.region || !labels.some(label => label.startsWith('UTC'))) return labels;
  if (!language) return [];
  const format = new Intl.DateTimeFormat(language, {timeZone: zone.region, timeZoneName: 'short'});
  return instants.map(instant => {
    const name = format.formatToParts(instant).find(({type}) => type === 'timeZoneName')?.value ?? '';
    return /^[A-Z]{3,5}$/.test(name) ? name : '';
  });
}

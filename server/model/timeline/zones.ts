import {rememberedByLine} from '../markdown/placed-lines.ts';
import {isSameZone} from '../time/zone.ts';
import {announcesZone, findZone, type ZoneMention} from '../time/zone-scan.ts';
import type {ChosenEntries, ChosenEntry} from './choose.ts';
import type {TimelineSource, TimelineZone} from './entry.ts';
import type {TimelinePart, TimelineParts} from './parts.ts';

export interface EntryZones {
  /** The zone of each entry, its own or one stated for several. */
  readonly zones: readonly (TimelineZone | undefined)[];
  /** The zone of the timeline as a whole. */
  readonly common: TimelineZone | undefined;
  /** What title or text of the timeline state for all. */
  readonly section: TimelineZone | undefined;
}

/** Finds the zone of every entry: its own, a date heading's, the timeline's, and at last one from the rest of the document. */
export function zonesOf(source: TimelineSource, {parts}: TimelineParts, {entries}: ChosenEntries): EntryZones {
  const own = entries.map(entry => ownZone(source, entry));
  const taken = new Set(entries.map(entry => entry.line.index));
  const stated = new Map(parts.map(part => [part, partZone(source, part, taken)]));
  const usual = mostCommon(own);
  const ofParts = parts.map(part => stated.get(part)).find(zone => zone !== undefined);
  const isMostlyOwn = own.filter(zone => zone !== undefined).length * 2 >= entries.length;
  const inTimeline = (isMostlyOwn ? usual : undefined) ?? ofParts ?? usual;
  const common = inTimeline ?? documentZone(source, taken);
  const zones = entries.map((entry, index) => own[index] ?? stated.get(entry.part) ?? common);
  return {zones, common, section: ofParts};
}

function ownZone({prose}: TimelineSource, entry: ChosenEntry): TimelineZone | undefined {
  const {stamp, columnZone, day} = entry;
  if (stamp?.zone) return {start: stamp.zone.start, end: stamp.zone.end, zone: stamp.zone.zone, source: 'entry'};
  const ofColumn = columnZone && findZone(prose, columnZone.start, columnZone.end);
  if (ofColumn) return {...ofColumn, source: 'heading'};
  const ofDay = day && (day.stamp?.zone ?? findZone(prose, day.line.content.start, day.line.content.end));
  return ofDay && {...ofDay, source: 'heading'};
}

/** From the title, or from a line between the entries that speaks of time: "All times in CET". */
function partZone(source: TimelineSource, part: TimelinePart, taken: ReadonlySet<number>): TimelineZone | undefined {
  const {prose} = source;
  const inTitle = part.title && findZone(prose, part.title.start, part.title.end);
  if (inTitle) return {...inTitle, source: 'section'};
  if (!part.title) return undefined;
  const found = announced(source, part.first, part.last, taken);
  return found && {...found, source: 'section'};
}

/** The zone that a paragraph announces. Lines of entries are passed over. */
function announced(
  source: TimelineSource,
  first: number,
  last: number,
  taken: ReadonlySet<number>,
): ZoneMention | undefined {
  const {lines, prose} = source;
  for (let index = first; index < last; index++) {
    const line = lines[index];
    if (!line || line.words.length === 0 || taken.has(index)) continue;
    if (!announces(source, line)) continue;
    const next = lines[index + 1];
    const end = next && next.kind === line.kind && !taken.has(index + 1) ? next.end : line.end;
    const found = findZone(prose, line.start, end);
    if (found) return found;
  }
  return undefined;
}

const announces = rememberedByLine(({prose}) => announcesZone(prose));

function mostCommon(zones: readonly (TimelineZone | undefined)[]): TimelineZone | undefined {
  const counts: {zone: TimelineZone; count: number}[] = [];
  for (const zone of zones) {
    if (!zone) continue;
    const known = counts.find(other => isSameZone(other.zone.zone, zone.zone));
    if (known) known.count++;
    else counts.push({zone, count: 1});
  }
  return counts.reduce<{zone: TimelineZone; count: number} | undefined>(
    (best, next) => (best && best.count >= next.count ? best : next),
    undefined,
  )?.zone;
}

/** Announced anywhere, or the first beside a time of day outside the timeline. */
function documentZone(source: TimelineSource, taken: ReadonlySet<number>): TimelineZone | undefined {
  const {prose, lines} = source;
  const found = announced(source, 0, lines.length, taken);
  if (found) return {...found, source: 'document'};
  const beside = source.findStamp(0, prose.length, stamp => stamp.zone !== undefined);
  return beside?.zone && {...beside.zone, source: 'document'};
}

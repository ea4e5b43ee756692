import {rememberedByLine} from '../markdown/line-memory.ts';
import type {Span} from '../text.ts';
import {isSameZone} from '../time/zone.ts';
import {announcesZone, findZone, type ZoneMention} from '../time/zone-scan.ts';
import type {ChosenEntries, ChosenEntry} from './choose.ts';
import type {TimelineDraft} from './draft.ts';
import type {TimelineSource, TimelineZone, ZoneSource} from './entry.ts';
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
  const own = ownZones(source, entries);
  const taken = new Uint8Array(source.lines.length);
  for (const {draft} of entries) taken[draft.line.index] = 1;
  const stated = new Map(parts.map(part => [part, partZone(source, part, taken)]));
  const {usual, count} = mostCommon(own);
  const ofParts = parts.map(part => stated.get(part)).find(zone => zone !== undefined);
  const inTimeline = (count * 2 >= entries.length ? usual : undefined) ?? ofParts ?? usual;
  const common = inTimeline ?? documentZone(source, taken);
  const isOwn = count === entries.length;
  const zones = isOwn ? own : entries.map(({draft}, index) => own[index] ?? stated.get(draft.part) ?? common);
  return {zones, common, section: ofParts};
}

/** Zones that entries state, or headings above them. These hold for many entries, and are looked for once. */
function ownZones({prose}: TimelineSource, entries: readonly ChosenEntry[]): (TimelineZone | undefined)[] {
  const zones: (TimelineZone | undefined)[] = [];
  const ofColumns = new Map<Span, TimelineZone | undefined>();
  const ofDays = new Map<TimelineDraft, TimelineZone | undefined>();
  for (const {draft, day} of entries) {
    const {stamp, columnZone, origin} = draft;
    if (stamp?.zone) {
      zones.push(zoneAt(stamp.zone, origin, 'entry'));
      continue;
    }
    if (columnZone && !ofColumns.has(columnZone))
      ofColumns.set(columnZone, zoneAt(findZone(prose, columnZone.start, columnZone.end), 0, 'heading'));
    if (day && !ofDays.has(day)) ofDays.set(day, zoneOfDay(prose, day));
    zones.push((columnZone && ofColumns.get(columnZone)) ?? (day && ofDays.get(day)));
  }
  return zones;
}

function zoneOfDay(prose: string, {stamp, origin, line: {content}}: TimelineDraft): TimelineZone | undefined {
  if (stamp?.zone) return zoneAt(stamp.zone, origin, 'heading');
  return zoneAt(findZone(prose, content.start, content.end), 0, 'heading');
}

function zoneAt(mention: ZoneMention, origin: number, source: ZoneSource): TimelineZone;
function zoneAt(mention: ZoneMention | undefined, origin: number, source: ZoneSource): TimelineZone | undefined;
function zoneAt(mention: ZoneMention | undefined, origin: number, source: ZoneSource): TimelineZone | undefined {
  if (!mention) return undefined;
  return {start: mention.start + origin, end: mention.end + origin, zone: mention.zone, source};
}

/** From the title, or from a line between the entries that speaks of time: "All times in CET". */
function partZone(source: TimelineSource, part: TimelinePart, taken: Uint8Array): TimelineZone | undefined {
  if (!part.title) return undefined;
  const inTitle = findZone(source.prose, part.title.start, part.title.end);
  return zoneAt(inTitle ?? announced(source, part.first, part.last, taken), 0, 'section');
}

/**
 * The zone that a paragraph announces.
 *
 * @param taken 1 for lines of entries, which are passed over
 */
function announced(source: TimelineSource, first: number, last: number, taken: Uint8Array): ZoneMention | undefined {
  const {lines, prose} = source;
  for (let index = first; index < last; index++) {
    const line = lines[index];
    if (!line || taken[index] === 1 || line.words.length === 0 || !announces(source, line)) continue;
    const next = lines[index + 1];
    const end = next && next.kind === line.kind && taken[index + 1] !== 1 ? next.end : line.end;
    const found = findZone(prose, line.start, end);
    if (found) return found;
  }
  return undefined;
}

const announces = rememberedByLine(({prose}) => announcesZone(prose));

/** @returns the zone that is stated most often, and how many zones are stated at all */
function mostCommon(zones: readonly (TimelineZone | undefined)[]): {usual: TimelineZone | undefined; count: number} {
  let stated = 0;
  const counts: {zone: TimelineZone; count: number}[] = [];
  let last: {zone: TimelineZone; count: number} | undefined;
  for (const zone of zones) {
    if (!zone) continue;
    stated++;
    if (!last || !isSameZone(last.zone.zone, zone.zone)) {
      last = counts.find(other => isSameZone(other.zone.zone, zone.zone));
      if (!last) {
        last = {zone, count: 0};
        counts.push(last);
      }
    }
    last.count++;
  }
  let best: {zone: TimelineZone; count: number} | undefined;
  for (const each of counts) if (!best || each.count > best.count) best = each;
  return {usual: best?.zone, count: stated};
}

/** Announced anywhere, or the first beside a time of day outside the timeline. */
function documentZone(source: TimelineSource, taken: Uint8Array): TimelineZone | undefined {
  const found = announced(source, 0, source.lines.length, taken);
  if (found) return zoneAt(found, 0, 'document');
  const beside = source.findStamp(0, source.prose.length, stamp => stamp.zone !== undefined);
  return zoneAt(beside?.zone, 0, 'document');
}

import type {Report} from '../../evidence/report.ts';
import {inOneGo, SharedWork, type Steps} from '../../model/steps.ts';
import type {Edit} from '../../model/text.ts';
import {isoDate, MINUTE} from '../../model/time/calendar.ts';
import {isSameZone, offsetAt, type Zone, zoneOfRegion} from '../../model/time/zone.ts';
import {regionLabels} from '../../model/time/zone-names.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';
import type {StatedTime} from '../../model/timeline/stated.ts';
import type {Timeline} from '../../model/timeline/timeline.ts';
import type {Finding, Fix} from '../rule.ts';
import {convertTimelineInSteps, isConvertible, statement} from './convert-zone.ts';

type Remark = Omit<Finding, 'rule'>;

/** What is unclear about the zones of the timeline's times. */
export function* zoneRemarks(report: Report): Generator<Remark> {
  const {timeline} = report;
  const timed = timeline?.entries.filter(({said, minutes}) => said?.clock && minutes !== undefined) ?? [];
  const [first] = timed;
  if (!timeline || !first) return;
  if (!timeline.zone) {
    yield noZone(report, timeline, first);
    return;
  }
  yield* otherZones(report, timeline.zone.zone, timed);
  const title = titleDisagrees(report, timeline, timed);
  if (title) yield title;
  const summary = summaryDisagrees(report, timeline, timed);
  if (summary) yield summary;
  const season = outOfSeason(report, timed);
  if (season) yield season;
}

function noZone(report: Report, timeline: Timeline, {stamp}: TimelineEntry): Remark {
  const message = 'Nothing says in which time zone these times are';
  const span = stamp?.clock ?? {start: timeline.start, end: timeline.start};
  const {text, ...place} = statement(report, timeline, 'UTC');
  const edits = [{...place, text, snippet: text.replace('UTC', () => `\${1:UTC}`)}];
  const fixes = timeline.titled ? [{title: "State the zone: 'All times in UTC'", edits, safe: false}] : [];
  return {span: {start: span.start, end: span.end}, message, severity: 'information', fixes};
}

/** Entries in another zone than the timeline. Two offsets of one region, each in its season, are one zone. */
function* otherZones(report: Report, zone: Zone, timed: readonly TimelineEntry[]): Generator<Remark> {
  const odd = timed.filter(entry => entry.zone?.source === 'entry' && !agrees(entry.zone.zone, zone, entry));
  if (odd.length === 0) return;
  const convert = isConvertible(report, zone) ? [new Conversion(report, zone)] : [];
  for (const {stamp, zone: own} of odd) {
    if (!stamp || !own) continue;
    const message = `This time is in ${own.zone.name}, the timeline in ${zone.name}`;
    const relabel = {
      title: `Read it as ${zone.name}`,
      edits: [{start: own.start, end: own.end, text: zone.name}],
      safe: false,
    };
    yield {span: {start: stamp.start, end: stamp.end}, message, fixes: [...convert, relabel]};
  }
}

/** Its edits take two readings of the text: they are worked out when someone asks for them. */
class Conversion implements Fix {
  readonly title: string;
  readonly safe = false;
  readonly #work: SharedWork<readonly Edit[]>;

  constructor(report: Report, zone: Zone) {
    this.title = `Convert all times to ${zone.name}`;
    this.#work = new SharedWork(convertTimelineInSteps(report, zone));
  }

  get edits(): readonly Edit[] {
    return inOneGo(this.#work.made());
  }

  prepare(): Steps<unknown> {
    return this.#work.made();
  }
}

function agrees(a: Zone, b: Zone, {time = 0, date}: TimelineEntry): boolean {
  if (isSameZone(a, b)) return true;
  if (!date) return a.offset !== undefined && a.offset === b.offset;
  if (offsetAt(a, time) === offsetAt(b, time)) return true;
  const [one, other] = [regionOf(a), regionOf(b)];
  return one !== undefined && one === other && isInForce(a, one, time) && isInForce(b, one, time);
}

/** The region whose standard or daylight-saving time the abbreviation names. */
function regionOf({name, region, offset}: Zone): string | undefined {
  if (region) return region;
  const named = regionsByLabel.get(name);
  return named?.offset === offset ? named?.region : undefined;
}

const regionsByLabel = new Map<string, {readonly region: string; readonly offset: number}>();
for (const [region, labels] of Object.entries(regionLabels))
  for (const [offset, label] of Object.entries(labels)) regionsByLabel.set(label, {region, offset: Number(offset)});

function isInForce(zone: Zone, region: string, instant: number): boolean {
  const found = zoneOfRegion(region);
  return found === undefined || offsetAt(found, instant) === offsetAt(zone, instant);
}

function titleDisagrees(report: Report, {sectionZone}: Timeline, timed: readonly TimelineEntry[]): Remark | undefined {
  if (!sectionZone) return undefined;
  const own = timed.filter(({zone}) => zone?.source === 'entry');
  const [first] = own;
  if (!first?.zone || own.length < timed.length) return undefined;
  if (own.some(entry => entry.zone && agrees(entry.zone.zone, sectionZone.zone, entry))) return undefined;
  const message = `The timeline announces ${report.text.slice(sectionZone.start, sectionZone.end)}, but its times are in ${first.zone.zone.name}`;
  return {span: {start: sectionZone.start, end: sectionZone.end}, message};
}

/** Start or end of the outage are stated in another zone, and neither of these instants can be found in the timeline. */
function summaryDisagrees(
  report: Report,
  {stated, zone}: Timeline,
  timed: readonly TimelineEntry[],
): Remark | undefined {
  const named = [stated.start, stated.end].find(time => time?.stamp.zone)?.stamp.zone;
  const [first] = timed;
  if (!named || !zone || !first || zone.source === 'document' || agrees(named.zone, zone.zone, first)) return undefined;
  if ([stated.start, stated.end].some(time => time && timed.some(entry => isSameInstant(time, entry))))
    return undefined;
  const message = `The outage is stated in ${report.text.slice(named.start, named.end)}, the timeline in ${zone.zone.name}`;
  return {
    span: {start: named.start, end: named.end},
    message,
    related: [{start: zone.start, end: zone.end, message: 'The zone of the timeline'}],
  };
}

/** To the minute; where the day is not known, by the clock. */
function isSameInstant(stated: StatedTime, {date, time, until, minutes = 0, zone}: TimelineEntry): boolean {
  const isNear = (instant: number | undefined) => instant !== undefined && Math.abs(instant - stated.time) < MINUTE;
  if (date) return isNear(time) || isNear(until);
  const [one, other] = [stated.zone?.offset, zone?.zone.offset];
  if (one === undefined || other === undefined) return false;
  return (stated.minutes - one - (minutes - other)) % 1440 === 0;
}

/** PST in July: one hint where the zone of most entries is not in force on their days. */
function outOfSeason(report: Report, timed: readonly TimelineEntry[]): Remark | undefined {
  const odd = timed.filter(isOutOfSeason);
  const [first] = odd;
  const {zone, date, time = 0} = first ?? {};
  if (!zone || !date || odd.length * 2 <= timed.length) return undefined;
  const region = regionOf(zone.zone) ?? '';
  const found = zoneOfRegion(region);
  const label = found && regionLabels[region]?.[offsetAt(found, time)];
  const written = report.text.slice(zone.start, zone.end);
  if (!label || written !== zone.zone.name) return undefined;
  const message = `${written} is not in force on ${isoDate(date)}: clocks showed ${label} there`;
  const fix = {title: `Write ${label}`, edits: [{start: zone.start, end: zone.end, text: label}], safe: false};
  return {span: {start: zone.start, end: zone.end}, message, severity: 'hint', fixes: [fix]};
}

/** Many write GMT for UTC, in summer too, and in some countries it is what clocks show all year. */
function isOutOfSeason({zone, date, time = 0}: TimelineEntry): boolean {
  if (zone?.zone.name === 'GMT') return false;
  const region = zone && !zone.zone.region ? regionOf(zone.zone) : undefined;
  return zone !== undefined && date !== undefined && region !== undefined && !isInForce(zone.zone, region, time);
}

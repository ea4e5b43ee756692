import type {Span} from '../text.ts';
import {DAY, dateOf, dayStart, isValidDay, MINUTE, nearestYear} from '../time/calendar.ts';
import {type DurationMention, findDurations} from '../time/duration.ts';
import {findStamps} from '../time/find-stamps.ts';
import type {OfficeHours} from '../time/office.ts';
import type {Stamp} from '../time/stamp.ts';
import {instantOf, type Zone} from '../time/zone.ts';
import type {TimelineRead, TimelineSource} from './entry.ts';

/** What the document says of the outage outside its timeline, in the summary most often. */
export interface StatedOutage {
  readonly start: StatedTime | undefined;
  readonly end: StatedTime | undefined;
  readonly durations: readonly StatedDuration[];
}

export interface StatedTime extends Span {
  readonly stamp: Stamp;
  /** Minutes since midnight. */
  readonly minutes: number;
  /** Milliseconds on the clock of the timeline's entries. */
  readonly time: number;
  /** Is the day stated, here or at the other end? */
  readonly dated: boolean;
  readonly zone: Zone | undefined;
}

export interface StatedDuration extends DurationMention {
  /** Which length it is: of the outage, or until detection, repair or resolution. */
  readonly of: 'outage' | 'detection' | 'repair' | 'resolution';
  /** "about two hours" */
  readonly approximate: boolean;
  /** A clock that runs only in office hours, where the text says so. */
  readonly office: OfficeHours | undefined;
}

/** Finds start, end and length of the outage as the text in front of the timeline (else behind it) states them. */
export function readStated(source: TimelineSource, timeline: TimelineRead): StatedOutage {
  const {prose, lines} = source;
  const before = lines.filter(line => line.end <= timeline.start && line.words.length > 0 && isText(line.kind));
  const after = lines.filter(line => line.start >= timeline.end && line.words.length > 0 && isText(line.kind));
  const scope = before.some(line => saysOutage(prose.slice(line.start, line.end))) ? before : after;
  let start: StatedTime | undefined;
  let end: StatedTime | undefined;
  const durations: StatedDuration[] = [];
  for (const line of scope) {
    const said = saysOutage(prose.slice(line.start, line.end));
    durations.push(...durationsIn(prose, line));
    if (!said || (start && end)) continue;
    const found = timesIn(source, line, timeline);
    start ??= found.start;
    end ??= start ? found.end : undefined;
  }
  return {start, end: end && start ? afterStart(start, end) : end, durations};
}

function isText(kind: string): boolean {
  return kind === 'text' || kind === 'code' || kind === 'html' || kind === 'heading' || kind === 'table';
}

function saysOutage(line: string): boolean {
  return /\b(?:duration|outage|down(?:time)?|start(?:ed|ing|s)?|end(?:ed|ing|s)?|lasted|lasting|unavailable|impact|from|between)\b/i.test(
    line,
  );
}

const startWords = /\b(?:start(?:ed|ing|s)?(?: time)?|began|beginning|from|since|between|duration)\b/i;
const endWords = /\b(?:end(?:ed|ing|s)?(?: time)?|until|till|to|and)\b/i;
const downWords = /\b(?:went down|became (?:unavailable|unreachable)|outage (?:began|started|occurred))\b/i;

/** The range or the labelled times of a line: "from 10:05 to 11:20", "Start Time: …". */
function timesIn(source: TimelineSource, line: Span, timeline: TimelineRead): Pick<StatedOutage, 'start' | 'end'> {
  const {prose} = source;
  const stamps = [...source.stampsIn(line.start, line.end)].filter(stamp => stamp.clock?.minutes !== undefined);
  let start: StatedTime | undefined;
  let end: StatedTime | undefined;
  for (const [index, stamp] of stamps.entries()) {
    const lead = prose.slice(Math.max(line.start, stamps[index - 1]?.end ?? 0, stamp.start - 60), stamp.start);
    const clause = lead.slice(lead.lastIndexOf('.') + 1);
    const isWhenDown =
      /\bat(?: approximately| about| around)?\s*$/i.test(lead) &&
      downWords.test(prose.slice(stamp.end, Math.min(line.end, stamp.end + 200)));
    if (stamp.until?.clock && !start && !end) {
      start = statedTime(stamp, stamp, timeline);
      end = statedTime(stamp, {...stamp, clock: stamp.until.clock, date: stamp.until.date ?? stamp.date}, timeline);
    } else if (!start && (isWhenDown || startWords.test(clause))) start = statedTime(stamp, stamp, timeline);
    else if (!end && (endWords.test(clause) || isDash(lead))) end = statedTime(stamp, stamp, timeline);
  }
  return {start, end};
}

/** Nothing but a dash, and perhaps a word, between the two times of a range. */
function isDash(between: string): boolean {
  return /^[^\w–—-]*[–—-]/.test(between) && /^\W*(?:[A-Za-z]+,?\W*)?$/.test(between);
}

/** Places a stated time on the clock of the entries: by its own day, or that of the timeline. */
function statedTime(at: Span, stamp: Stamp, timeline: TimelineRead): StatedTime | undefined {
  const minutes = stamp.clock?.minutes;
  if (minutes === undefined) return undefined;
  const zone = stamp.zone?.zone ?? timeline.zone?.zone;
  const first = timeline.entries.find(entry => entry.time !== undefined);
  const isDated = timeline.entries.some(entry => entry.date !== undefined);
  const mention = stamp.date?.problem ? undefined : stamp.date;
  const base = timeline.base?.date ?? first?.date;
  const year = mention?.year ?? (mention && base ? nearestYear(mention.month, mention.day, base) : undefined);
  const own = mention && year && isValidDay(year, mention.month, mention.day);
  const date = own ? {year, month: mention.month, day: mention.day} : base;
  const day = isDated && date ? dayStart(date) : 0;
  const wall = day + minutes * MINUTE;
  const time = isDated && zone ? instantOf(zone, wall) : wall;
  return {start: at.start, end: at.end, stamp, minutes, time, dated: own === true, zone};
}

/** An end without a day of its own is on the day of the start, or after midnight. */
function afterStart(start: StatedTime, end: StatedTime): StatedTime {
  if (end.dated && start.dated) return end;
  const day = dayStart(dateOf(start.time)) - dayStart(dateOf(end.time));
  const moved = Math.abs(day) >= DAY && !end.dated ? end.time + day : end.time;
  return {...end, time: moved < start.time && !end.dated ? moved + DAY : moved};
}

function durationsIn(prose: string, line: Span): StatedDuration[] {
  return findDurations(prose, line.start, line.end).flatMap(mention => {
    const lead = prose.slice(Math.max(line.start, mention.start - 80), mention.start);
    const of = kindOf(lead, prose.slice(Math.max(line.start, mention.start - 200), mention.start));
    if (!of || mention.minutes <= 0 || isBound(lead)) return [];
    const approximate =
      /(?:about|approximately|around|roughly|nearly|almost|over|under|more than|less than|some|~|≈)\s*$/i.test(lead);
    return [{...mention, of, approximate, office: officeHours(prose.slice(mention.end, line.end))}];
  });
}

/** "for at least seven hours", "of unknown length, at most 16 hours" */
function isBound(lead: string): boolean {
  return /\b(?:at (?:least|most|maximum|max)|up to|maximum of|minimum of|or more|bounded)[^.;]{0,12}$/i.test(lead);
}

function kindOf(lead: string, line: string): StatedDuration['of'] | undefined {
  if (/\btime to detect|\bdetection (?:delay|time)|\bTTD\b/i.test(lead)) return 'detection';
  if (/\btime to (?:repair|restore|recover|mitigate)|\bTT[RM]\b/i.test(lead)) return 'repair';
  if (/\btime to resol/i.test(lead)) return 'resolution';
  const tells =
    /\b(?:duration|lasted|lasting|outage (?:of|for)|(?:down|offline|unavailable|unreachable|inaccessible) for|for a total of|total of|downtime(?: of)?|long)\b/i;
  const clause = lead.slice(Math.max(lead.lastIndexOf('.'), lead.lastIndexOf(';')) + 1);
  if (tells.test(clause)) return 'outage';
  return /\($/.test(lead.trimEnd()) && /\b(?:duration|outage|from)\b/i.test(line) ? 'outage' : undefined;
}

/** "(during support hours 10:00-17:00 M-F)" */
function officeHours(rest: string): StatedDuration['office'] {
  if (!/^[^.]{0,20}\b(?:support|office|business|working) hours\b/i.test(rest)) return undefined;
  const stamp = findStamps(rest, 0, Math.min(rest.length, 80)).find(each => each.until?.clock);
  const from = stamp?.clock?.minutes;
  const to = stamp?.until?.clock?.minutes;
  return from === undefined || to === undefined || to <= from ? undefined : {from, to};
}

import {rememberedByLine} from '../markdown/line-memory.ts';
import type {Line} from '../reading.ts';
import type {Span} from '../text.ts';
import {type CalendarDate, DAY, dateOf, dayStart, isValidDay, MINUTE, nearestYear} from '../time/calendar.ts';
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
  /** "Detected: 2024-05-09 10:20 UTC" */
  readonly detected: StatedTime | undefined;
  readonly resolved: StatedTime | undefined;
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
  const {lines} = source;
  const before = {first: 0, last: firstLine(lines, line => line.end > timeline.start)};
  const after = {first: firstLine(lines, line => line.start >= timeline.end), last: lines.length};
  const isBefore = saysOutage(source, before);
  const scope = isBefore ? before : after;
  let start: StatedTime | undefined;
  let end: StatedTime | undefined;
  const durations: StatedDuration[] = [];
  for (let index = scope.first; index < scope.last; index++) {
    const line = lines[index];
    if (!line || !isText(line)) continue;
    const said = statementsIn(source, line);
    for (const duration of said.durations) durations.push(placed(duration, line.start));
    if (!(isBefore ? said.outage : said.plainly) || (start && end)) continue;
    const found = timesIn(source, line, timeline);
    start ??= found.start;
    end ??= start ? found.end : undefined;
  }
  const labelled = labelledTimes(source, before.last, timeline);
  return {start, end: end && start ? afterStart(start, end) : end, ...labelled, durations};
}

/** What the head of the document states on lines of its own. */
function labelledTimes(
  source: TimelineSource,
  last: number,
  timeline: TimelineRead,
): Pick<StatedOutage, 'detected' | 'resolved'> {
  let detected: StatedTime | undefined;
  let resolved: StatedTime | undefined;
  for (let index = 0; index < last && !(detected && resolved); index++) {
    const line = source.lines[index];
    const name = line && isText(line) ? statementsIn(source, line).label : undefined;
    if (line && name === 'detect') detected ??= labelledTime(source, line, timeline);
    else if (line && name === 'resol') resolved ??= labelledTime(source, line, timeline);
  }
  return {detected, resolved};
}

/** Index of the first line that passes a test, which all that follow it pass. */
function firstLine(lines: readonly Line[], passes: (line: Line) => boolean): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (line && !passes(line)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function saysOutage(source: TimelineSource, {first, last}: {first: number; last: number}): boolean {
  for (let index = first; index < last; index++) {
    const line = source.lines[index];
    if (line && isText(line) && statementsIn(source, line).outage) return true;
  }
  return false;
}

function isText({kind, words}: Line): boolean {
  if (words.length === 0) return false;
  return kind === 'text' || kind === 'code' || kind === 'html' || kind === 'heading' || kind === 'table';
}

/** What a line says by itself; offsets are counted from its beginning. */
const statementsIn = rememberedByLine(({prose}) => ({
  outage: outageWords.test(prose),
  plainly: plainWords.test(prose),
  label: label.exec(prose)?.[1]?.toLowerCase(),
  durations: durationsIn(prose),
}));

const label =
  /^[^\p{L}\p{N}]{0,12}(?:(?:time|first|incident|issue) )?(detect|resol)(?:ed|ion|ved|ution)(?: (?:at|on|time))?\s{0,4}[:|]/iu;

/** The time directly behind the label of a line. */
function labelledTime(source: TimelineSource, line: Line, timeline: TimelineRead): StatedTime | undefined {
  const stamp = source.stampsIn(line).find(({clock}) => clock?.minutes !== undefined);
  if (!stamp) return undefined;
  const between = source.prose.slice(line.start, stamp.start).replace(label, '');
  return between.trim() === '' ? statedTime(stamp, stamp, timeline) : undefined;
}

const outageWords =
  /\b(?:duration|outage|down(?:time)?|start(?:ed|ing|s)?|end(?:ed|ing|s)?|lasted|lasting|unavailable|impact|from|between)\b/i;

/** Behind the timeline much else is told of that begins, ends, or happens between two times. */
const plainWords =
  /\b(?:duration|outage|incident|downtime|(?:start|end)(?:ed)? (?:time|at|date)|lasted|lasting|unavailable|impact)\b/i;

const startWords = /\b(?:start(?:ed|ing|s)?(?: time)?|began|beginning|from|since|between|duration)\b/i;
const endWords = /\b(?:end(?:ed|ing|s)?(?: time)?|until|till|to|and)\b/i;
const downWords = /\b(?:went down|became (?:unavailable|unreachable)|outage (?:began|started|occurred))\b/i;

/** The range or the labelled times of a line: "from 10:05 to 11:20", "Start Time: …". */
function timesIn(source: TimelineSource, line: Line, timeline: TimelineRead): Pick<StatedOutage, 'start' | 'end'> {
  const {prose} = source;
  const stamps = timesOn(source.stampsIn(line), prose);
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

/** Times, with the day that stands right before them: "On 27 November from 16:30 to 17:10". */
function timesOn(all: readonly Stamp[], prose: string): Stamp[] {
  return all.flatMap((stamp, index) => {
    if (stamp.clock?.minutes === undefined) return [];
    const before = all[index - 1];
    const isOnDay =
      !stamp.date && before?.date && !before.clock && dayAndTime.test(prose.slice(before.end, stamp.start));
    return [isOnDay ? {...stamp, date: before.date} : stamp];
  });
}

const dayAndTime = /^[\s,(*_]{0,4}(?:(?:from|at|between|starting|beginning|around|about)\s){0,3}$/i;

/** Nothing but a dash, and perhaps a word, between the two times of a range. */
function isDash(between: string): boolean {
  return /^[^\w–—-]*[–—-]/.test(between) && /^\W*(?:[A-Za-z]+,?\W*)?$/.test(between);
}

/** Places a stated time on the clock of the entries: by its own day, or that of the timeline. */
function statedTime(at: Span, stamp: Stamp, timeline: TimelineRead): StatedTime | undefined {
  const minutes = stamp.clock?.minutes;
  if (minutes === undefined) return undefined;
  const zone = stamp.zone?.zone ?? timeline.zone?.zone;
  const isDated = timeline.entries.some(entry => entry.date !== undefined);
  const mention = stamp.date?.problem ? undefined : stamp.date;
  const base = baseDay(timeline);
  const stated = isDated ? mention?.year : undefined;
  const year = stated ?? (mention && base ? nearestYear(mention.month, mention.day, base) : undefined);
  const own = mention && year && isValidDay(year, mention.month, mention.day);
  const date = own ? {year, month: mention.month, day: mention.day} : base;
  const day = date ? dayStart(date) : 0;
  const wall = day + minutes * MINUTE;
  const time = isDated && zone ? instantOf(zone, wall) : wall;
  return {start: at.start, end: at.end, stamp, minutes, time, dated: own === true, zone};
}

/** The day of a time that states none: that of the first entry, in whatever year the entries are reckoned. */
function baseDay({base, entries}: TimelineRead): CalendarDate | undefined {
  const first = entries.find(({time}) => time !== undefined);
  const reckoned = first?.dateSource && first.time !== undefined ? dateOf(first.time) : undefined;
  return base?.date ?? first?.date ?? reckoned;
}

/** An end without a day of its own is on the day of the start, or after midnight. */
function afterStart(start: StatedTime, end: StatedTime): StatedTime {
  if (end.dated && start.dated) return end;
  const day = dayStart(dateOf(start.time)) - dayStart(dateOf(end.time));
  const moved = Math.abs(day) >= DAY && !end.dated ? end.time + day : end.time;
  return {...end, time: moved < start.time && !end.dated ? moved + DAY : moved};
}

function durationsIn(prose: string): StatedDuration[] {
  return findDurations(prose, 0, prose.length).flatMap(mention => {
    const lead = prose.slice(Math.max(0, mention.start - 80), mention.start);
    const of = kindOf(lead, prose.slice(Math.max(0, mention.start - 200), mention.start));
    if (!of || mention.minutes <= 0 || isBound(lead)) return [];
    const approximate =
      /(?:about|approximately|around|roughly|nearly|almost|over|under|more than|less than|some|~|≈)\s*$/i.test(lead);
    return [{of, approximate, office: officeHours(prose.slice(mention.end)), ...mention}];
  });
}

function placed(duration: StatedDuration, by: number): StatedDuration {
  return {...duration, start: duration.start + by, end: duration.end + by};
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

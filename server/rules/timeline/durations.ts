import type {Report} from '../../evidence/report.ts';
import type {Span} from '../../model/text.ts';
import {DAY, dateOf, dayStart, isoDate, MINUTE} from '../../model/time/calendar.ts';
import {formatDurationLike} from '../../model/time/duration.ts';
import type {OfficeHours} from '../../model/time/office.ts';
import {wallOf} from '../../model/time/zone.ts';
import {formatLength, milestoneTimes} from '../../model/timeline/milestone-metrics.ts';
import type {StatedDuration, StatedOutage, StatedTime} from '../../model/timeline/stated.ts';
import type {Timeline} from '../../model/timeline/timeline.ts';
import type {Finding} from '../rule.ts';

type Remark = Omit<Finding, 'rule'>;

/** Where the stated start, end and length of the outage contradict each other or the timeline. */
export function* durationRemarks(report: Report): Generator<Remark> {
  const {timeline} = report;
  if (!timeline) return;
  for (const duration of ofOneOutage(report, timeline.stated)) {
    const remark = wrongLength(report, timeline, duration);
    if (remark) yield remark;
  }
  const start = wrongStart(report, timeline);
  if (start) yield start;
  const day = wrongDay(report, timeline);
  if (day) yield day;
}

/** Several lengths for several outages: only one on the line of the stated start or end can be compared with them. */
function ofOneOutage({prose}: Report, {durations, start, end}: StatedOutage): readonly StatedDuration[] {
  const ofOutage = durations.filter(({of}) => of === 'outage');
  if (new Set(ofOutage.map(({minutes}) => minutes)).size < 2) return durations;
  const isBeside = (duration: StatedDuration) =>
    [start, end].some(time => time && !/[\r\n]/.test(textBetween(prose, time, duration)));
  return durations.filter(duration => duration.of !== 'outage' || isBeside(duration));
}

function textBetween(prose: string, a: Span, b: Span): string {
  return prose.slice(Math.min(a.start, b.start), Math.max(a.start, b.start));
}

/** A length of time that fits no two points of the incident between which it may be meant. */
function wrongLength(report: Report, timeline: Timeline, duration: StatedDuration): Remark | undefined {
  const spans = spansFor(timeline, duration.of);
  const [first] = spans;
  if (!first || spans.some(span => fits(duration, span, timeline, report.preferences?.officeHours))) return undefined;
  const minutes = (first.to - first.from) / MINUTE;
  const {start, end} = duration;
  const written = report.text.slice(start, end);
  const fixed = formatDurationLike(report.text, duration, minutes);
  const message = `'${written}' does not match the ${formatLength(minutes)} from ${first.name}`;
  // That the outage began with the first entry is not said anywhere.
  const fixes = first.isVague ? [] : [{title: `Write ${fixed}`, edits: [{start, end, text: fixed}], safe: false}];
  // Which entries an outage of unstated ends lies between is a guess.
  const isGuess = first.isVague || (duration.of === 'outage' && !(timeline.stated.start && timeline.stated.end));
  return {span: {start, end}, message, fixes, ...(isGuess ? {severity: 'hint'} : {})};
}

interface TimeSpan {
  readonly from: number;
  readonly to: number;
  /** `start to end`, `detection to resolution` */
  readonly name: string;
  /** It begins with whatever entry comes first. */
  readonly isVague: boolean;
}

const firstEntry = 'the first entry';

/** What a stated length may measure, the most likely first. The outage's own start and end decide alone. */
function spansFor(timeline: Timeline, of: StatedDuration['of']): TimeSpan[] {
  const {stated, milestones, entries} = timeline;
  const {start, end} = stated;
  if (of === 'outage' && start && end)
    return between([[start.time, 'the stated start']], [[end.time, 'the stated end']]);
  const times = milestoneTimes(timeline, milestones, stated);
  const named = (name: Parameters<typeof times.get>[0], shown: string) => {
    const time = times.get(name);
    return time === undefined ? [] : [[time, shown] as const];
  };
  const timed = entries.flatMap(({time, precision}) => (time === undefined || precision === 'day' ? [] : [time]));
  const first = timed[0] === undefined ? [] : [[timed[0], firstEntry] as const];
  const last = timed.at(-1);
  const ends = [
    ...named('resolved', 'resolution'),
    ...named('mitigated', 'mitigation'),
    ...(last === undefined ? [] : [[last, 'the last entry'] as const]),
  ];
  const starts = [
    ...named('began', 'the beginning'),
    ...named('detected', 'detection'),
    ...named('acknowledged', 'acknowledgement'),
    ...first,
  ];
  if (of === 'detection')
    return between([...named('began', 'the beginning'), ...first], named('detected', 'detection'));
  if (of === 'resolution') return between(starts, named('resolved', 'resolution'));
  if (of === 'repair') return between(starts, [...named('mitigated', 'repair'), ...named('resolved', 'resolution')]);
  return between(starts, ends);
}

function between(
  starts: readonly (readonly [number, string])[],
  ends: readonly (readonly [number, string])[],
): TimeSpan[] {
  return starts.flatMap(([from, start]) =>
    ends.flatMap(([to, end]) =>
      to > from ? [{from, to, name: `${start} to ${end}`, isVague: start === firstEntry}] : [],
    ),
  );
}

/** Within two minutes or a twentieth, a fifth where it is approximate; or on a clock that runs in office hours only. */
function fits(duration: StatedDuration, {from, to}: TimeSpan, {zone}: Timeline, set: OfficeHours | undefined): boolean {
  const isNear = (minutes: number) =>
    Math.abs(minutes - duration.minutes) <= Math.max(2, duration.minutes * (duration.approximate ? 0.2 : 0.05));
  if (isNear((to - from) / MINUTE)) return true;
  if ((to - from) / MINUTE < 60) return false;
  const hours = duration.office ?? set;
  const clocks = hours ? [hours] : usualHours;
  const wall = (time: number) => (zone ? wallOf(zone.zone, time) : time);
  return clocks.some(clock => isNear(officeMinutes(wall(from), wall(to), clock)));
}

/** Clocks that teams keep without saying so. */
const usualHours: readonly OfficeHours[] = [8, 9, 10].flatMap(from =>
  [16, 17, 18].map(to => ({from: from * 60, to: to * 60})),
);

/** Minutes of office hours from Monday to Friday between two times on the wall clock. */
export function officeMinutes(from: number, to: number, hours: OfficeHours): number {
  let minutes = 0;
  const first = dayStart(dateOf(from));
  const days = Math.min(400, Math.floor((to - first) / DAY));
  for (let day = first; day <= first + days * DAY; day += DAY) {
    const weekday = new Date(day).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    const opens = Math.max(from, day + hours.from * MINUTE);
    const closes = Math.min(to, day + hours.to * MINUTE);
    minutes += Math.max(0, closes - opens) / MINUTE;
  }
  return minutes;
}

/** Nothing is detected before it began. */
function wrongStart({text}: Report, timeline: Timeline): Remark | undefined {
  const {stated, milestones, entries} = timeline;
  const detected = entries[milestones.find(({name}) => name === 'detected')?.entry ?? -1];
  const start = stated.start;
  if (!start || detected?.time === undefined || !detected.stamp || detected.precision === 'day') return undefined;
  const early = (start.time - detected.time) / MINUTE;
  if (early < 5 || early > 12 * 60 || mayBeAfternoon(start, entries, early)) return undefined;
  const shown = text.slice(detected.stamp.start, detected.stamp.end);
  const message = `The outage is said to begin here, ${formatLength(early)} after the timeline says that it was detected (${shown})`;
  return {span: {start: start.start, end: start.end}, message, related: [{...detected.stamp, message: 'Detected'}]};
}

/** "07:30 pm", and entries from `07:30` on: a 12-hour clock without AM and PM, read as the half of the day that is nearer. */
function mayBeAfternoon({stamp}: StatedTime, entries: Timeline['entries'], early: number): boolean {
  if (!stamp.clock?.style.meridiem || early <= 6 * 60) return false;
  return entries.every(({said, minutes = 0}) => !said?.clock?.style.meridiem && minutes < 13 * 60);
}

/** The summary states another day than the timeline. */
function wrongDay({text}: Report, {stated: outage, entries}: Timeline): Remark | undefined {
  const first = entries.find(({date, dateSource}) => date && (dateSource === 'entry' || dateSource === 'heading'));
  const {start, end} = outage;
  const mention = start?.stamp.date;
  if (!start?.dated || !mention || !first?.date || mention.year === undefined) return undefined;
  const {year, month, day} = {...mention, year: mention.year};
  const stated = dayStart({year, month, day});
  let earliest = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  for (const {date} of entries) {
    if (!date) continue;
    const own = dayStart(date);
    if (own === stated) return undefined;
    earliest = Math.min(earliest, own);
    latest = Math.max(latest, own);
  }
  if (end?.dated && stated >= earliest - DAY && stated <= latest) return undefined;
  const message = `The outage is stated for ${text.slice(mention.start, mention.end)}, the timeline begins on ${isoDate(first.date)}`;
  return {span: {start: mention.start, end: mention.end}, message};
}

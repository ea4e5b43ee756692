import {DAY, dateOf, isoDate, MINUTE, twoDigits} from '../../model/time/calendar.ts';
import type {Phase} from '../picture/phases.ts';
import {makeScale} from '../picture/scale.ts';
import type {ShownEntry, Subject} from '../picture/subject.ts';

/** Stands for `:` in names, which Mermaid would take for the end of the name: a ratio sign. */
const colon = '\u2236';
const longestName = 48;
/** More rows than that are no picture any more: then there are only milestones, the first entry and the last. */
const mostRows = 40;
/** Mermaid's own colours for rows that are urgent, under way, or done. */
const tags = {undetected: 'crit, ', investigating: 'active, ', mitigating: '', recovering: 'done, '} as const;

/**
 * A Gantt chart for Mermaid, which draws time to scale: a bar for each phase, a mark for each entry and a bar for those that last.
 * Its axis cannot be broken: what lies far away from where most happened is left out.
 *
 * @see https://mermaid.js.org/syntax/gantt.html
 */
export function ganttChart(subject: Subject): string[] {
  const [start, end] = busiest(subject);
  const entries = subject.entries.filter(({time}) => time >= start && time <= end);
  const phases = subject.phases
    .map(phase => ({...phase, from: Math.max(phase.from, start), to: Math.min(phase.to, end)}))
    .filter(({from, to}) => to > from);
  const days = (end - start) / DAY;
  return [
    'gantt',
    '    dateFormat YYYY-MM-DD HH:mm',
    `    axisFormat ${days > 2 ? '%m-%d' : days > 1 ? '%m-%d %H:%M' : '%H:%M'}`,
    '    todayMarker off',
    ...(phases.length > 0 ? ['    section Phases'] : []),
    ...phases.map(phase => `    ${phaseRow(subject, phase)}`),
    '    section Events',
    ...rowsOf(entries).map(entry => `    ${entryRow(subject, entry)}`),
  ];
}

/** First and last time of the stretch between two breaks of the scale that has the most entries. */
function busiest({entries, phases}: Subject): [start: number, end: number] {
  const ends = entries.flatMap(({time, until = time}) => [time, until]);
  const times = [...ends, ...phases.flatMap(({from, to}) => [from, to])];
  const {breaks} = makeScale(times, 1);
  const starts = [Math.min(...times), ...breaks.map(({to}) => to)];
  const stretches = starts.map((start, index): [number, number] => [start, breaks[index]?.from ?? Math.max(...times)]);
  const size = ([start, end]: [number, number]) => entries.filter(({time}) => time >= start && time <= end).length;
  return stretches.reduce((most, stretch) => (size(stretch) > size(most) ? stretch : most));
}

function rowsOf(entries: readonly ShownEntry[]): readonly ShownEntry[] {
  if (entries.length <= mostRows) return entries;
  const isEnd = (index: number) => index === 0 || index === entries.length - 1;
  return entries.filter(({milestones}, index) => milestones.length > 0 || isEnd(index)).slice(0, mostRows);
}

function phaseRow(subject: Subject, {name, from, to}: Phase): string {
  return `${capital(name)} :${tags[name]}${dateTime(subject, from)}, ${minutesBetween(from, to)}m`;
}

function entryRow(subject: Subject, {time, until, text, milestones}: ShownEntry): string {
  const names = milestones.map(capital).filter(name => !text.toLowerCase().startsWith(name.toLowerCase()));
  const words = [names.join(', '), text].filter(part => part !== '').join(' – ');
  const clock = dateTime(subject, time).slice(11).replace(':', colon);
  const length = until === undefined ? 0 : minutesBetween(time, until);
  return `${`${clock} ${nameOf(words)}`.trim()} :${length > 0 ? '' : 'milestone, '}${dateTime(subject, time)}, ${length}m`;
}

/** `2024-05-07 09:05` on the timeline's wall clock; days that are not known are those after 1 January 2000. */
function dateTime({shiftAt, isDated}: Subject, time: number): string {
  const wall = time + shiftAt(time);
  const day = isDated ? wall : wall + Date.UTC(2000, 0, 1);
  const minutes = Math.floor((((wall % DAY) + DAY) % DAY) / MINUTE);
  return `${isoDate(dateOf(day))} ${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function minutesBetween(from: number, to: number): number {
  return Math.max(1, Math.round((to - from) / MINUTE));
}

/** Words without what means something to Mermaid or in HTML, cut between words. */
function nameOf(text: string): string {
  const plain = text
    .replaceAll(/[`<>{}"\\]+|%%+/g, ' ')
    .replaceAll(':', colon)
    .replaceAll(';', ',')
    .replaceAll('#', 'no. ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const characters = [...plain];
  if (characters.length <= longestName) return plain;
  const cut = characters.slice(0, longestName).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > longestName / 2 ? cut.slice(0, space) : cut).replace(/[ ,.–-]{1,3}$/, '')}…`;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

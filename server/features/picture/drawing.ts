import {formatLength} from '../../model/milestone-metrics.ts';
import {DAY, dateOf, isoDate, MINUTE, twoDigits} from '../../model/time-calendar.ts';
import {element, escapeXml} from './markup.ts';
import type {Phase} from './phases.ts';
import {type Break, makeScale, type Scale} from './scale.ts';
import type {ShownEntry, Subject} from './subject.ts';

/** Pixels at a width of `width`; the picture is scaled to its place. */
const width = 760;
const margin = 16;
const axis = 112;
const labels = 152;
const rowHeight = 24;
const legendHeight = 40;
/** Characters of a label: more would not fit in the width in any usual font. */
const labelLength = 82;

/**
 * The inside of an `svg` element, from the top to the bottom: what the phases are called, then time runs down an axis with the
 * phases and the entries on it, and beside it stand the words of the entries, moved apart where they would overlap.
 */
export function drawTimeline(subject: Subject): {
  readonly width: number;
  readonly height: number;
  readonly content: string;
} {
  const {entries, phases} = subject;
  const times = [
    ...entries.flatMap(({time, until = time}) => [time, until]),
    ...phases.flatMap(({from, to}) => [from, to]),
  ];
  const scale = makeScale(times, Math.min(2400, Math.max(280, entries.length * 34)));
  const top = margin + (phases.length > 0 ? legendHeight : 0) + rowHeight / 2;
  const places = spread(entries.map(({time}) => scale.at(time)));
  const bottom = Math.max(scale.height, places.at(-1) ?? 0);
  const drawn = [
    ...drawBand(scale),
    ...phases.map(phase => drawPhase(phase, scale)),
    ...scale.breaks.map(drawBreak),
    ...drawTicks(subject, scale),
    ...entries.map((entry, index) => drawEntry(entry, scale, places[index] ?? 0)),
  ];
  const content = `${drawLegend(phases)}${element('g', {transform: `translate(0 ${top})`}, drawn.join('\n'))}`;
  return {width, height: Math.ceil(top + bottom + rowHeight / 2 + margin), content};
}

/** Places at least a row apart, in the same order, and as near to the wanted ones as going down once allows. */
function spread(wanted: readonly number[]): number[] {
  const places: number[] = [];
  for (const each of wanted) places.push(Math.max(each, (places.at(-1) ?? Number.NEGATIVE_INFINITY) + rowHeight));
  return places;
}

function drawLegend(phases: readonly Phase[]): string {
  const column = (width - 2 * margin) / 4;
  const items = phases.map(({name, from, to}, index) => {
    const x = margin + index * column;
    const length = formatLength((to - from) / MINUTE);
    const swatch = element('rect', {class: `phase ${name}`, x, y: margin, width: 12, height: 12, rx: 2});
    const text = `${capital(name)} ${element('tspan', {class: 'length'}, length)}`;
    return `${swatch}${element('text', {x: x + 18, y: margin + 11}, text)}`;
  });
  return items.length > 0 ? element('g', {class: 'legend'}, items.join('')) : '';
}

function drawBand({height}: Scale): string[] {
  return [element('rect', {class: 'band', x: axis - 4, y: 0, width: 8, height, rx: 4})];
}

function drawPhase({name, from, to}: Phase, scale: Scale): string {
  const [y, end] = [scale.at(from), scale.at(to)];
  const title = element('title', {}, `${capital(name)}, ${formatLength((to - from) / MINUTE)}`);
  return element('rect', {class: `phase ${name}`, x: axis - 6, y, width: 12, height: Math.max(2, end - y)}, title);
}

/** Two strokes across the band, and how long it lasts. */
function drawBreak({from, to, top, bottom}: Break): string {
  const middle = (top + bottom) / 2;
  const stroke = (y: number) => `M${axis - 10} ${y + 4}L${axis + 10} ${y - 4}`;
  const gap = element('rect', {class: 'background', x: axis - 8, y: middle - 4, width: 16, height: 8});
  const marks = element('path', {class: 'break', d: `${stroke(middle - 4)}${stroke(middle + 4)}`});
  const text = element(
    'text',
    {class: 'length', x: axis - 16, y: middle + 4, 'text-anchor': 'end'},
    formatLength((to - from) / MINUTE),
  );
  return `${gap}${marks}${text}`;
}

function drawTicks({shiftAt, isDated, entries}: Subject, scale: Scale): string[] {
  const distance = 48;
  const step = scale.step(distance);
  let day = '';
  return scale.ticks(distance, shiftAt(entries[0]?.time ?? 0)).map(tick => {
    const y = scale.at(tick);
    const wall = tick + shiftAt(tick);
    const date = isoDate(dateOf(wall));
    const isNewDay = isDated && date !== day;
    day = date;
    const line = element('line', {class: 'tick', x1: axis - 12, y1: y, x2: axis - 6, y2: y});
    const written = step < DAY ? clock(wall) : isDated ? date : `+${Math.round(wall / DAY)} d`;
    const text = element('text', {class: 'tick', x: axis - 16, y: y + 4, 'text-anchor': 'end'}, written);
    const above = isNewDay && step < DAY;
    const dateText = above ? element('text', {class: 'date', x: axis - 16, y: y - 10, 'text-anchor': 'end'}, date) : '';
    return `${line}${text}${dateText}`;
  });
}

function clock(wall: number): string {
  const minutes = Math.floor((((wall % DAY) + DAY) % DAY) / MINUTE);
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function drawEntry(entry: ShownEntry, scale: Scale, place: number): string {
  const {line, time, until, clock: written, milestones} = entry;
  const y = scale.at(time);
  const names = milestones.map(capital).join(', ');
  const text = withoutName(entry.text, names);
  const range = until === undefined ? '' : drawRange(y, scale.at(until));
  const leader = element('path', {
    class: 'leader',
    d: `M${axis + 8} ${y}C${axis + 26} ${y} ${axis + 16} ${place} ${labels - 8} ${place}`,
  });
  const parts = [
    element('tspan', {class: 'time'}, escapeXml(written)),
    ...(names ? [element('tspan', {class: 'milestone'}, escapeXml(names))] : []),
    escapeXml(shorten(text, labelLength - written.length - names.length)),
  ];
  const label = element('text', {x: labels, y: place + 4}, parts.join(' '));
  const target = element('rect', {
    class: 'target',
    x: labels - 8,
    y: place - rowHeight / 2,
    width: width - labels,
    height: rowHeight,
  });
  const said = [written, names, text].filter(part => part !== '').join(', ');
  return element(
    'g',
    {class: names ? 'entry milestone' : 'entry', role: 'link', 'data-line': line, 'aria-label': said},
    `${element('title', {}, escapeXml(said))}${target}${range}${leader}${drawMark(y, names !== '')}${label}`,
  );
}

/** `**Detected**: an alert fires` is not to say twice that it was detected. */
function withoutName(text: string, names: string): string {
  if (names === '' || !text.toLowerCase().startsWith(names.toLowerCase())) return text;
  const rest = text.slice(names.length);
  return /^[\p{L}\p{N}]/u.test(rest) ? text : rest.replace(/^[^\p{L}\p{N}]+/u, '');
}

function drawMark(y: number, isMilestone: boolean): string {
  if (!isMilestone) return element('circle', {class: 'mark', cx: axis, cy: y, r: 4});
  return element('path', {class: 'mark', d: `M${axis} ${round(y - 8)}l8 8l-8 8l-8 -8z`});
}

function drawRange(y: number, end: number): string {
  return element('line', {class: 'range', x1: axis, y1: y, x2: axis, y2: end});
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function shorten(text: string, length: number): string {
  const characters = [...text];
  const most = Math.max(8, length);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

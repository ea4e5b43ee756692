import {DAY, dateOf, isoDate, MINUTE, twoDigits} from '../../model/time/calendar.ts';
import {formatLength} from '../../model/timeline/milestone-metrics.ts';
import {element, escapeXml} from './markup.ts';
import type {Phase} from './phases.ts';
import {type Break, makeScale, type Scale} from './scale.ts';
import type {ShownEntry, Subject} from './subject.ts';

/** Pixels at a width of `width`; the picture is scaled to its place. */
const width = 540;
const margin = 12;
const axis = 98;
const labels = 130;
const lineHeight = 18;
const legendHeight = 56;
/** Characters on a line of a label: more would not fit in the width in usual fonts. */
const lineLength = 54;

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
  const scale = makeScale(times, Math.min(2400, Math.max(280, entries.length * 40)));
  const top = margin + (phases.length > 0 ? legendHeight : 0) + lineHeight / 2;
  const placed = spread(entries.map(entry => ({entry, y: scale.at(entry.time), lines: labelOf(entry)})));
  const lowest = placed.at(-1);
  const bottom = Math.max(scale.height, lowest ? lowest.place + (lowest.lines.length - 0.5) * lineHeight : 0);
  const drawn = [
    ...drawBand(scale),
    ...phases.map(phase => drawPhase(phase, scale)),
    ...scale.breaks.map(drawBreak),
    ...drawTicks(subject, scale),
    ...placed.map(label => drawEntry(label, scale)),
  ];
  const content = `${drawLegend(phases)}${element('g', {transform: `translate(0 ${top})`}, drawn.join('\n'))}`;
  return {width, height: Math.ceil(top + bottom + margin), content};
}

interface Label {
  readonly entry: ShownEntry;
  /** Where the entry stands on the axis. */
  readonly y: number;
  readonly lines: readonly string[];
}

interface PlacedLabel extends Label {
  /** Middle of its first line. */
  readonly place: number;
}

/** Labels below each other in the same order, each as near to its entry as going down once allows. */
function spread(wanted: readonly Label[]): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const label of wanted) {
    const place = Math.max(label.y, free);
    placed.push({...label, place});
    free = place + label.lines.length * lineHeight + 6;
  }
  return placed;
}

function drawLegend(phases: readonly Phase[]): string {
  const column = (width - 2 * margin) / 2;
  const items = phases.map(({name, from, to}, index) => {
    const x = margin + (index % 2) * column;
    const y = margin + Math.floor(index / 2) * 22;
    const length = formatLength((to - from) / MINUTE);
    const swatch = element('rect', {class: `phase ${name}`, x, y, width: 12, height: 12, rx: 2});
    const text = `${capital(name)} ${element('tspan', {class: 'length'}, length)}`;
    return `${swatch}${element('text', {x: x + 18, y: y + 11}, text)}`;
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

function drawEntry({entry, y, place, lines}: PlacedLabel, scale: Scale): string {
  const {line, until} = entry;
  const names = namesOf(entry);
  const range = until === undefined ? '' : drawRange(y, scale.at(until));
  const curve = `M${axis + 8} ${round(y)}C${axis + 22} ${round(y)} ${axis + 12} ${round(place)} ${labels - 6} ${round(place)}`;
  const rows = lines.map((each, index) =>
    element(
      'text',
      {x: labels, y: place + 5 + index * lineHeight},
      index === 0 ? firstLine(entry, each) : escapeXml(each),
    ),
  );
  const size = {width: width - labels + 4, height: lines.length * lineHeight + 4};
  const target = element('rect', {class: 'target', x: labels - 5, y: place - lineHeight / 2 - 2, rx: 3, ...size});
  const said = [entry.clock, names, wordsOf(entry)].filter(part => part !== '').join(', ');
  const title = element('title', {}, escapeXml(said));
  return element(
    'g',
    {class: names ? 'entry milestone' : 'entry', role: 'link', 'data-line': line, 'aria-label': said},
    `${title}${target}${range}${element('path', {class: 'leader', d: curve})}${drawMark(y, names !== '')}${rows.join('')}`,
  );
}

/** The time, what the entry is a milestone of, and as many of its words as two lines hold. */
function labelOf(entry: ShownEntry): string[] {
  const head = headOf(entry);
  const words = wordsOf(entry);
  return wrap(words === '' ? head : `${head} ${words}`);
}

function headOf(entry: ShownEntry): string {
  return [entry.clock, namesOf(entry)].filter(part => part !== '').join(' ');
}

function firstLine(entry: ShownEntry, line: string): string {
  const head = headOf(entry);
  if (!line.startsWith(head)) return escapeXml(line);
  const names = namesOf(entry);
  const time = element('tspan', {class: 'time'}, escapeXml(entry.clock));
  const name = names ? ` ${element('tspan', {class: 'milestone'}, escapeXml(names))}` : '';
  return `${time}${name}${escapeXml(line.slice(head.length))}`;
}

function wrap(text: string): string[] {
  if (text.length <= lineLength) return [text];
  const space = text.lastIndexOf(' ', lineLength);
  const cut = space > lineLength / 2 ? space : lineLength;
  return [text.slice(0, cut), shorten(text.slice(cut).trimStart(), lineLength)];
}

function namesOf({milestones}: ShownEntry): string {
  return milestones.map(capital).join(', ');
}

function wordsOf(entry: ShownEntry): string {
  return withoutName(entry.text, namesOf(entry));
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

/** What is measured at several lengths. */
export interface Series {
  readonly name: string;
  readonly points: {
    readonly words: number;
    /** Their median, and what one in twenty exceeds. */
    readonly milliseconds: number;
    readonly p95: number;
  }[];
}

const width = 720;
const height = 420;
const frame = {left: 64, right: 590, top: 24, bottom: 366};
/** In light and in dark surroundings; the lines differ in dashes, too. */
const colours = [
  {light: '#0b6bcb', dark: '#6cb6ff', dashes: ''},
  {light: '#b3470f', dark: '#f0a35e', dashes: '7 4'},
  {light: '#6a737d', dark: '#a3adb8', dashes: '2 4'},
];

/** Milliseconds over words, both axes logarithmic: a straight line that rises by one square for each is linear growth. */
export function growthPicture(series: readonly Series[]): string {
  const all = series.flatMap(({points}) => points);
  const words = all.map(point => point.words);
  const times = all.map(({milliseconds}) => milliseconds);
  const x = scale([Math.min(...words), Math.max(...words)], [frame.left + 12, frame.right]);
  const y = scale(
    [10 ** Math.floor(Math.log10(Math.min(...times))), 10 ** Math.ceil(Math.log10(Math.max(...times)))],
    [frame.bottom, frame.top],
  );
  const columns = (series[0]?.points ?? []).map(point => columnOf(x(point.words), point.words));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    '<title id="title">How long one waits after a keystroke as a postmortem grows, both axes logarithmic</title>',
    style(),
    ...decades(times).map(value => rowOf(y(value), value)),
    ...columns,
    `<text class="axis" x="${(frame.left + frame.right) / 2}" y="${height - 10}" text-anchor="middle">words</text>`,
    `<text class="axis" x="${frame.left}" y="${frame.top - 8}">milliseconds</text>`,
    ...series.flatMap(({name, points}, index) => {
      const places = points.map(point => ({x: round(x(point.words)), y: round(y(point.milliseconds))}));
      return [lineOf(places, index), ...places.map(place => dotOf(place, index)), nameOf(name, places.at(-1), index)];
    }),
    '</svg>',
    '',
  ].join('\n');
}

function style(): string {
  const own = (theme: 'light' | 'dark') =>
    colours.map((colour, index) => `.s${index} { --c: ${colour[theme]} }`).join(' ');
  return `<style>
svg { --ink: #24292f; --grid: #d8dee4; font: 13px system-ui, sans-serif }
text { fill: var(--ink) }
.axis { font-size: 12px }
.grid { stroke: var(--grid) }
.line { fill: none; stroke: var(--c); stroke-width: 2.5 }
.dot { fill: var(--c) }
.name { fill: var(--c); font-weight: 600 }
${own('light')}
@media (prefers-color-scheme: dark) {
svg { --ink: #d0d7de; --grid: #3d444d }
${own('dark')}
}
</style>`;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function rowOf(y: number, value: number): string {
  const at = round(y);
  return `<path class="grid" d="M${frame.left} ${at}H${frame.right}"/><text class="axis" x="${frame.left - 8}" y="${at + 4}" text-anchor="end">${value.toLocaleString('en-US')}</text>`;
}

function columnOf(x: number, words: number): string {
  const at = round(x);
  return `<path class="grid" d="M${at} ${frame.top}V${frame.bottom}"/><text class="axis" x="${at}" y="${frame.bottom + 18}" text-anchor="middle">${words.toLocaleString('en-US')}</text>`;
}

function lineOf(places: readonly Place[], index: number): string {
  const points = places.map(({x, y}) => `${x},${y}`).join(' ');
  const dashes = colours[index]?.dashes ?? '';
  return `<polyline class="line s${index}" points="${points}"${dashes && ` stroke-dasharray="${dashes}"`}/>`;
}

function dotOf({x, y}: Place, index: number): string {
  return `<circle class="dot s${index}" cx="${x}" cy="${y}" r="3.5"/>`;
}

function nameOf(name: string, {x, y}: Place = {x: 0, y: 0}, index = 0): string {
  return `<text class="name s${index}" x="${x + 10}" y="${y + 4}">${name}</text>`;
}

/** Powers of ten that are not below the least value's and not above the greatest's. */
function decades(values: readonly number[]): number[] {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({length: last - first + 1}, (_, index) => Number(`1e${first + index}`));
}

/** Maps logarithms of values to pixels. */
function scale([low, high]: [number, number], [from, to]: [number, number]): (value: number) => number {
  const span = Math.log(high / low);
  return value => from + ((to - from) * Math.log(value / low)) / span;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

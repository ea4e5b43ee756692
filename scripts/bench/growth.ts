import {postmortemOf} from './documents.ts';
import {growthPicture, type Series} from './growth-picture.ts';
import {countWords, median, quantile, short, table, withSeparators} from './samples.ts';
import {ownServers} from './servers.ts';
import {takeTurns} from './turns.ts';

const usual = 550;
const factors = [1, 2, 4, 8, 16, 32, 64];
/** Seconds of typing for each size. */
const seconds = 6;

export interface Growth {
  readonly table: string;
  /** SVG */
  readonly picture: string;
}

/** Milliseconds of a keystroke over stdio in ever longer postmortems: ours, ours without its memory, and the bare round trip. */
export async function benchGrowth(): Promise<Growth> {
  const [bare, edit, , full] = await ownServers();
  const servers = [edit, full, bare].filter(server => server !== undefined);
  const series: Series[] = [
    {name: 'one edit', points: []},
    {name: 'full read', points: []},
    {name: 'bare round trip', points: []},
  ];
  for (const factor of factors) {
    const text = postmortemOf(usual * factor);
    const turns = await takeTurns(servers, text, {seconds});
    for (const [index, {samples}] of turns.entries())
      series[index]?.points.push({
        words: countWords(text),
        milliseconds: median(samples),
        p95: quantile(samples, 0.95),
      });
  }
  return {table: growthTable(series), picture: growthPicture(series)};
}

function growthTable(series: readonly Series[]): string {
  const cells = (index: number, {points}: Series) => {
    const {milliseconds = Number.NaN, p95 = Number.NaN} = points[index] ?? {};
    return [milliseconds, p95, milliseconds / (points[0]?.milliseconds ?? Number.NaN)].map(short);
  };
  const rows = factors.map((factor, index) => [
    `${factor} ×`,
    withSeparators(series[0]?.points[index]?.words ?? 0),
    ...series.flatMap(each => cells(index, each)),
  ]);
  return table(['length', 'words', ...series.flatMap(({name}) => [`${name}, ms: p50`, 'p95', '× first'])], rows);
}

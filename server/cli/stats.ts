import {isoTime} from '../features/timeline-report.ts';
import {formatLength, type MetricName} from '../model/timeline/milestone-metrics.ts';
import type {Timeline} from '../model/timeline/timeline.ts';
import {Checker} from './checker.ts';
import {type Command, UsageError, whatIsBroken} from './command.ts';
import {visible} from './excerpt.ts';
import {findFiles} from './find-files.ts';
import {reasonOf} from './reason.ts';
import {counted} from './summary.ts';
import {readTextFile} from './text-file.ts';

const columns: readonly (readonly [MetricName, string])[] = [
  ['timeToDetect', 'TTD'],
  ['timeToAcknowledge', 'TTA'],
  ['timeToMitigate', 'TTM'],
  ['timeToResolve', 'TTR'],
  ['impactDuration', 'impact'],
];

/** One postmortem; minutes are `null` where they are not known. */
interface Row {
  readonly path: string;
  readonly date: string | null;
  readonly entries: number;
  readonly minutes: Readonly<Partial<Record<MetricName, number | null>>>;
}

export const stats: Command = {
  summary: 'Tabulate how long incidents took to be detected, mitigated and resolved.',
  usage: '[OPTION…] [PATH…]',
  options: {
    format: {type: 'string', value: 'FORMAT', description: "'text' (the default), 'csv' or 'json'"},
  },
  notes: `Minutes from milestone to milestone of each timeline; what is not known is left empty. The median of each column is of the
incidents that have a value. 'postmortem check --format json' has the definition of each figure beside it.
Exit codes: 0 done, 2 bad usage, unreadable input or a broken configuration.
${whatIsBroken}`,
  async run({args, text}, terminal) {
    const format = text('format') ?? 'text';
    const print = formats.get(format);
    if (!print) throw new UsageError(`there is no format '${format}'`);
    const {files, problems} = findFiles(args.length > 0 ? args : ['.']);
    const trouble = [...problems];
    const checker = new Checker();
    const rows: Row[] = [];
    for (const path of files) {
      try {
        const report = (await checker.judge(path, readTextFile(path).text))?.report;
        if (report) rows.push(rowOf(path, report.timeline));
      } catch (error) {
        trouble.push(`${path}: ${reasonOf(error)}`);
      }
    }
    terminal.out(print(rows));
    for (const problem of [...checker.problems, ...trouble]) terminal.err(`postmortem: ${problem}\n`);
    return trouble.length > 0 || checker.isBroken ? 2 : 0;
  },
};

function rowOf(path: string, timeline: Timeline | undefined): Row {
  const metrics = timeline?.metrics ?? [];
  const first = timeline?.entries.find(entry => entry.date);
  return {
    path,
    date: (first && isoTime(first)?.slice(0, 10)) ?? null,
    entries: timeline?.entries.length ?? 0,
    minutes: Object.fromEntries(metrics.map(({name, minutes}) => [name, minutes ?? null])),
  };
}

const formats = new Map<string, (rows: readonly Row[]) => string>([
  ['text', asTable],
  ['csv', asCsv],
  ['json', rows => `${JSON.stringify({version: 1, files: rows, median: medians(rows)})}\n`],
]);

function asTable(rows: readonly Row[]): string {
  if (rows.length === 0) return 'No postmortems.\n';
  const head = ['date', 'entries', ...columns.map(([, short]) => short), 'file'];
  const show = (minutes: number | null | undefined) =>
    minutes === null || minutes === undefined ? '' : formatLength(minutes);
  const body = rows.map(({path, date, entries, minutes}) => [
    date ?? '',
    String(entries),
    ...columns.map(([name]) => show(minutes[name])),
    visible(path),
  ]);
  const middle = medians(rows);
  const last = ['median', '', ...columns.map(([name]) => show(middle[name])), counted(rows.length, 'postmortem')];
  const table = [head, ...body, last];
  const widths = head.map((_, index) => Math.max(...table.map(row => row[index]?.length ?? 0)));
  return `${table
    .map(row =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}

function asCsv(rows: readonly Row[]): string {
  const head = ['path', 'date', 'entries', ...columns.map(([name]) => name)];
  const body = rows.map(({path, date, entries, minutes}) => [
    path,
    date ?? '',
    String(entries),
    ...columns.map(([name]) => String(minutes[name] ?? '')),
  ]);
  return `${[head, ...body].map(row => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function medians(rows: readonly Row[]): Partial<Record<MetricName, number | null>> {
  return Object.fromEntries(
    columns.map(([name]) => {
      const known = rows.map(({minutes}) => minutes[name]).filter(value => typeof value === 'number');
      known.sort((a, b) => a - b);
      return [name, known[Math.floor((known.length - 1) / 2)] ?? null];
    }),
  );
}

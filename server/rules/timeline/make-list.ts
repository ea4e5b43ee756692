import type {Report} from '../../evidence/report.ts';
import type {Line} from '../../model/reading.ts';
import type {Edit} from '../../model/text.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';
import type {Timeline} from '../../model/timeline/timeline.ts';
import {lineAt, newline} from '../structure/layout.ts';

/** Is the entry a line or an HTML element, which Markdown runs together with its neighbours or leaves to the browser? */
export function isLoose({form}: TimelineEntry): boolean {
  return form === 'line' || form === 'html';
}

/** How grave it is that entries are loose. Those that mostly are items of a list in HTML are a list to the reader. */
export function howLoose({text}: Report, {format, entries}: Timeline): 'warning' | 'information' | undefined {
  if (format === 'paragraph') return 'warning';
  if (format === 'html')
    return entries.filter(entry => isHtmlItem(text, entry)).length * 2 > entries.length ? undefined : 'warning';
  return format === 'lines' || entries.some(isLoose) ? 'information' : undefined;
}

/** Does `<li>` stand in front of the entry's time, with nothing but tags between? */
function isHtmlItem(text: string, {form, stamp, start}: TimelineEntry): boolean {
  if (form !== 'html') return false;
  const stop = stamp?.start ?? start;
  const before = text.slice(Math.max(0, stop - 200), stop).trimEnd();
  let end = before.length;
  while (before[end - 1] === '>') {
    const open = before.lastIndexOf('<', end - 1);
    if (open < 0) return false;
    if (/^<li[\s>]/i.test(before.slice(open, end))) return true;
    end = open;
    while (end > 0 && /\s/.test(before[end - 1] ?? 'x')) end--;
  }
  return false;
}

/**
 * The edits that make list items of loose entries. Times and words stay as they are; further lines of an entry are indented below
 * it, and blank lines between two entries go.
 *
 * @returns nothing where an entry stands in HTML tags with attributes, which would be lost.
 */
export function makeList(report: Report, entries: readonly TimelineEntry[]): Edit[] {
  const loose = entries.filter(isLoose);
  if (loose.some(entry => entry.form === 'html' && !hasPlainTags(report, entry))) return [];
  return loose.flatMap((entry, index) => [
    ...beginItem(report, entry, loose[index - 1]),
    ...bodyEdits(report, entry),
    ...endItem(report, entry, loose[index + 1]),
  ]);
}

/** The marker in front, on a line of its own. Marks that stood there instead go. */
function beginItem(report: Report, entry: TimelineEntry, before: TimelineEntry | undefined): Edit[] {
  const {text} = report;
  const line = lineAt(report, entry.start);
  if (!line) return [];
  const isFirstOnLine =
    (before?.start ?? -1) < line.start && /^[\s=*+•·>–—-]*$/.test(visible(report, line.start, entry.start));
  const end = newline(text);
  const stop =
    entry.stamp && /^[\s=•·–—-]*$/.test(text.slice(entry.start, entry.stamp.start)) ? entry.stamp.start : entry.start;
  if (isFirstOnLine) {
    const needsBlank = !before && isText(report.lines[line.index - 1]) && !report.lines[line.index - 1]?.item;
    return [{start: line.start, end: stop, text: `${needsBlank ? end : ''}- `}];
  }
  const from = startOfMarks(text, Math.max(line.start, before?.start ?? 0), entry.start);
  return [{start: from, end: stop, text: `${end}- `}];
}

/** Where the white space, dashes and bullets begin that stand directly in front of an offset. */
function startOfMarks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[\s*•–—-]/.test(text[at - 1] ?? 'x')) at--;
  return at;
}

/** Further lines are indented by two, and by what they were indented more than the least indented of them. */
function bodyEdits(report: Report, entry: TimelineEntry): Edit[] {
  const {text} = report;
  const lines = linesBehindFirst(report, entry).filter(line => line.kind !== 'blank');
  const least = Math.min(...lines.map(({indent}) => indent));
  const tags = entry.form === 'html' ? tagEdits(report, entry) : [];
  return [
    ...tags,
    ...lines.flatMap(line => {
      const space = /^[ \t]*/.exec(text.slice(line.start, line.end))?.[0] ?? '';
      const wanted = ' '.repeat(2 + line.indent - least);
      return space === wanted ? [] : [{start: line.start, end: line.start + space.length, text: wanted}];
    }),
  ];
}

/** One line end before the next item, a blank line before anything else that Markdown would draw into the list. */
function endItem(report: Report, entry: TimelineEntry, next: TimelineEntry | undefined): Edit[] {
  const {text} = report;
  const end = newline(text);
  const gap = next && lineAt(report, next.start);
  const between = gap && entry.end <= gap.start ? text.slice(entry.end, gap.start) : undefined;
  if (between !== undefined && /^\s*$/.test(between))
    return between === end ? [] : [{start: entry.end, end: gap?.start ?? entry.end, text: end}];
  const line = lineAt(report, entry.end);
  const below = line && report.lines[line.index + 1];
  const isLast = line !== undefined && visible(report, entry.end, line.end).trim() === '';
  return isLast && isText(below) && !below?.bullet ? [{start: line.end, end: line.end, text: end}] : [];
}

function isText(line: Line | undefined): boolean {
  return line?.kind === 'html' || (line?.level === 0 && (line.kind === 'text' || line.kind === 'code'));
}

function linesBehindFirst(report: Report, entry: TimelineEntry): Line[] {
  const first = lineAt(report, entry.start)?.index ?? 0;
  const last = lineAt(report, Math.max(entry.start, entry.end - 1))?.index ?? first;
  return entry.form === 'html' ? [] : report.lines.slice(first + 1, last + 1);
}

const tags = /<\/?([a-z][a-z0-9]*)(\s[^<>]{0,200})?>/gi;

function hasPlainTags(report: Report, {start}: TimelineEntry): boolean {
  const line = lineAt(report, start);
  const source = line ? report.text.slice(line.start, line.end) : '';
  return [...source.matchAll(tags)].every(([, , attributes]) => !attributes?.trim() || attributes.trim() === '/');
}

/** Tags between the entry's beginning and the end of its line. */
function tagEdits(report: Report, {start, end}: TimelineEntry): Edit[] {
  const line = lineAt(report, start);
  const stop = Math.min(end, line?.end ?? end);
  return [...report.text.slice(start, stop).matchAll(tags)].map(({0: tag, index}) => ({
    start: start + index,
    end: start + index + tag.length,
    text: '',
  }));
}

/** The source between two offsets, tags left out. */
function visible(report: Report, start: number, end: number): string {
  return report.text.slice(start, end).replaceAll(tags, ' ');
}

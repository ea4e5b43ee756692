import type {Report} from '../../evidence/report.ts';
import type {Line, Reading} from '../../model/reading.ts';
import type {TemplateSection} from '../../model/template.ts';
import type {TimelineEntry} from '../../model/timeline/entry.ts';

const leastEntries = 3;

/**
 * The line on which a timeline begins that has no title, where the section is a timeline and a heading in front of that line would have all
 * of it below, and nothing else.
 *
 * @param before the title that the timeline has to follow; `undefined` where it comes first.
 */
export function untitledTimeline(
  report: Report,
  spec: TemplateSection,
  before: {readonly start: number} | undefined,
): Line | undefined {
  const {timeline, lines, sections} = report;
  if (spec.kind !== 'timeline' || !timeline || timeline.titled || timeline.entries.length < leastEntries)
    return undefined;
  const [first] = timeline.entries;
  const last = timeline.entries.at(-1);
  const line = first?.said && lines[first.line];
  if (!line || !last || !standsAlone(report, line, first)) return undefined;
  const titles = sections.flatMap(section => section.titles.map(({start}) => start)).sort((a, b) => a - b);
  if (titles.filter(start => start < line.start).at(-1) !== before?.start) return undefined;
  const next = titles.find(start => start > line.start) ?? report.text.length;
  const end = Math.max(last.end, last.nested?.end ?? 0);
  return end <= next && isBlank(report, end, next) ? line : undefined;
}

/** Does a block of the document begin with the entry? */
function standsAlone(reading: Reading, line: Line, {form}: TimelineEntry): boolean {
  if (form === 'row' || form === 'html' || line.quote > 0) return false;
  if (form === 'heading') return true;
  let before = reading.lines[line.index - 1];
  while (before?.kind === 'blank') before = reading.lines[before.index - 1];
  return !before?.item && !line.item?.parent;
}

function isBlank({prose}: Reading, start: number, end: number): boolean {
  return prose.slice(start, end).trim() === '';
}

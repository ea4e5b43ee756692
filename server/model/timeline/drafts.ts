import type {Line} from '../reading.ts';
import {TimelineDraft} from './draft.ts';
import type {TimelineSource} from './entry.ts';
import {draftsIn, draftsLike, draftsOf, type Manner, mannerOf} from './lines.ts';
import type {TimelinePart, TimelineParts} from './parts.ts';
import {readRows} from './rows.ts';

/** Every line of the parts that has a time at its beginning or, in list items, at its end; and what stands between them. */
export function findDrafts(source: TimelineSource, {parts, titled}: TimelineParts): TimelineDraft[] {
  const drafts: TimelineDraft[] = [];
  for (const part of parts) {
    const reader: PartReader = {source, part, titled, drafts, runOn: undefined};
    for (let index = part.first; index < part.last; index++) {
      const line = source.lines[index];
      if (!line || line.quote > 0) continue;
      if (line.kind === 'table') index = readRows(source, part, index, drafts) - 1;
      else if (isReadable(line)) readLine(reader, line);
    }
  }
  return drafts;
}

interface PartReader {
  readonly source: TimelineSource;
  readonly part: TimelinePart;
  readonly titled: boolean;
  readonly drafts: TimelineDraft[];
  /** How the first line that holds several entries writes them: other lines may run on likewise. */
  runOn: Manner | undefined;
}

function isReadable({kind}: Line): boolean {
  return kind === 'text' || kind === 'heading' || kind === 'code' || kind === 'html';
}

function readLine(reader: PartReader, line: Line): void {
  const {source, part, titled, drafts} = reader;
  const start = Math.max(line.content.start, part.start);
  const end = Math.min(line.end, part.end);
  const isWhole = start === line.content.start && end === line.end;
  const origin = isWhole ? line.start : 0;
  const found = isWhole ? draftsOf(source, line, titled) : draftsIn(source, line, start, end, titled);
  for (const own of found) drafts.push(new TimelineDraft(line, part, own, origin, undefined));
  if (line.kind === 'html') return;
  const [first, second] = found;
  if (first && second) reader.runOn ??= mannerOf(source.prose, first, origin);
  if (first || !reader.runOn) return;
  for (const own of draftsLike(reader.runOn, source, start, end))
    drafts.push(new TimelineDraft(line, part, own, 0, undefined));
}

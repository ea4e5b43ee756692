import {move} from '../markdown/piece.ts';
import type {Line} from '../reading.ts';
import {moveStamp} from '../time/move-stamp.ts';
import type {TimelineDraft} from './draft.ts';
import type {TimelineSource} from './entry.ts';
import {draftsIn, draftsLike, draftsOf, type LineDraft} from './lines.ts';
import type {TimelinePart, TimelineParts} from './parts.ts';
import {readRows} from './rows.ts';

/** Every line of the parts that has a time at its beginning or, in list items, at its end; and what stands between them. */
export function findDrafts(source: TimelineSource, {parts, titled}: TimelineParts): TimelineDraft[] {
  const drafts: TimelineDraft[] = [];
  for (const part of parts) {
    const reader: PartReader = {source, part, titled, runOn: undefined};
    for (let index = part.first; index < part.last; index++) {
      const line = source.lines[index];
      if (!line || line.quote > 0) continue;
      if (line.kind === 'table') {
        const rows = readRows(source, part, index);
        drafts.push(...rows.drafts);
        index = rows.next - 1;
      } else if (isReadable(line)) drafts.push(...readLine(reader, line));
    }
  }
  return drafts;
}

interface PartReader {
  readonly source: TimelineSource;
  readonly part: TimelinePart;
  readonly titled: boolean;
  /** The first entry of a line that holds several: other lines may run on likewise. */
  runOn: TimelineDraft | undefined;
}

function isReadable(line: Line): boolean {
  return line.kind === 'heading' || line.kind === 'text' || line.kind === 'code' || line.kind === 'html';
}

function readLine(reader: PartReader, line: Line): TimelineDraft[] {
  const {source, part, titled} = reader;
  const start = Math.max(line.content.start, part.start);
  const end = Math.min(line.end, part.end);
  const isWhole = start === line.content.start && end === line.end;
  const found = isWhole ? draftsOf(source, line, titled) : draftsIn(source, line, start, end, titled);
  const drafts = found.map(draft => placeDraft(draft, line, part, isWhole ? line.start : 0));
  if (line.kind === 'html') return drafts;
  const [first, second] = drafts;
  if (second) reader.runOn ??= first;
  if (first || !reader.runOn) return drafts;
  return draftsLike(reader.runOn, source, line, start, end).map(draft => placeDraft(draft, line, part, 0));
}

function placeDraft(draft: LineDraft, line: Line, part: TimelinePart, by: number): TimelineDraft {
  return {
    kind: draft.kind,
    line,
    part,
    start: draft.start + by,
    stamp: draft.stamp && moveStamp(draft.stamp, by),
    separator: move(draft.separator, by),
    end: draft.end + by,
    form: draft.form,
    placement: draft.placement,
    columnZone: undefined,
  };
}

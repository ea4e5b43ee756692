import {rememberedByLine} from '../markdown/line-memory.ts';
import {lineIndexAt} from '../markdown/source-lines.ts';
import type {Line} from '../reading.ts';
import {findStamps} from '../time/find-stamps.ts';
import {moveStamp} from '../time/move-stamp.ts';
import type {SaidTime} from '../time/stamp.ts';
import type {TimelineReading, TimelineSource} from './entry.ts';

/** A reading that can be asked for the dates and times in its text. */
export function withStamps(reading: TimelineReading): TimelineSource {
  const {text, prose, lines, headings, sections, frontMatter} = reading;
  const stampsIn = (line: Line) => stampsOf(reading, line).map(stamp => moveStamp(stamp, line.start));
  const findStamp = (start: number, end: number, accepts: (said: SaidTime) => boolean) => {
    for (let index = lineIndexAt(lines, start); index < lines.length; index++) {
      const line = lines[index];
      if (!line || line.start >= end) break;
      for (const stamp of stampsOf(reading, line)) {
        const isInside = line.start + stamp.start >= start && line.start + stamp.end <= end;
        if (isInside && accepts(stamp)) return moveStamp(stamp, line.start);
      }
    }
    return undefined;
  };
  return {text, prose, lines, headings, sections, frontMatter, stampsIn, findStamp};
}

/** Does a time of day stand anywhere in the line? */
export function holdsTime(document: Pick<TimelineReading, 'text' | 'prose'>, line: Line): boolean {
  return stampsOf(document, line).some(({clock}) => clock?.minutes !== undefined);
}

/** Offsets are counted from the beginning of the line. */
const stampsOf = rememberedByLine(({prose}) => findStamps(prose, 0, prose.length));

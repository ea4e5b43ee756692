import type {Line, Reading} from '../reading.ts';
import {newQuestion} from '../remembering.ts';
import type {Span} from '../text.ts';
import type {OwnLine} from './own-line.ts';
import {loneLine, ownLine} from './placed-lines.ts';

/** A line by itself: offsets are counted from its beginning. */
export interface LoneLine {
  readonly text: string;
  readonly prose: string;
  readonly line: Line;
}

/**
 * Makes a function that is asked once of every line, in however many versions of the document the line stands unchanged.
 *
 * @param tell what follows from the line alone.
 */
export function rememberedByLine<Told>(tell: (lone: LoneLine) => Told) {
  const ask = rememberedByLineFor<undefined, Told>(tell);
  return (document: Pick<Reading, 'text' | 'prose'>, line: Line): Told => ask(document, line, undefined);
}

/**
 * As `rememberedByLine`, of a line and one thing more that hardly ever changes, such as the template.
 *
 * @param tell what follows from the two.
 */
export function rememberedByLineFor<Other, Told>(tell: (lone: LoneLine, other: Other) => Told) {
  const question = newQuestion<{readonly other: Other; readonly told: Told}>();
  return (document: Pick<Reading, 'text' | 'prose'>, line: Line, other: Other): Told => {
    const own = ownLine(line);
    const known = question.answerOf(own);
    if (known && known.other === other) return known.told;
    const told = tell(lone(document, line, own), other);
    question.keep(own, {other, told});
    return told;
  };
}

/**
 * As `rememberedByLine`, of a span of the document: its answer is kept as long as the line stands that it lies in, and it is asked
 * about the same part of it. Spans that leave the line are asked about each time.
 *
 * @param tell what follows from the text and prose of a span, and an offset in it that the caller names.
 */
export function rememberedInLine<Told>(tell: (text: string, prose: string, at: number) => Told) {
  const question = newQuestion<{
    readonly from: number;
    readonly to: number;
    readonly at: number;
    readonly told: Told;
  }>();
  return ({text, prose}: Pick<Reading, 'text' | 'prose'>, line: Line | undefined, {start, end}: Span, at = 0): Told => {
    if (!line || start < line.start || end > line.end) return tell(text.slice(start, end), prose.slice(start, end), at);
    const own = ownLine(line);
    const [from, to] = [start - line.start, end - line.start];
    const known = question.answerOf(own);
    if (known && known.from === from && known.to === to && known.at === at) return known.told;
    const told = tell(text.slice(start, end), prose.slice(start, end), at);
    question.keep(own, {from, to, at, told});
    return told;
  };
}

function lone({text, prose}: Pick<Reading, 'text' | 'prose'>, line: Line, own: OwnLine): LoneLine {
  const {start, end} = line;
  return {
    text: text.slice(start, end),
    prose: prose.slice(start, end),
    line: loneLine(own),
  };
}

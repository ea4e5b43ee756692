import {rememberedByLine, rememberedInLine} from '../markdown/line-memory.ts';
import type {Line} from '../reading.ts';
import type {Span} from '../text.ts';
import type {TimelineSource} from './entry.ts';
import {findHints, type Hints} from './milestone-hints.ts';
import {longestSearched} from './milestone-words.ts';
import {countSentences} from './sentences.ts';

/** What an entry's own words tell, wherever it stands. */
export interface OwnWords {
  readonly sentences: number;
  readonly hints: Hints;
}

/**
 * What the words of an entry tell. As long as the lines stand unchanged in which they lie, they are read once.
 *
 * @param line on which the entry begins
 * @param entry from its beginning to the end of its words
 * @param textStart where its words begin
 */
export function ownWordsOf(source: TimelineSource, line: Line, entry: Span, textStart: number): OwnWords {
  const at = textStart - entry.start;
  return entry.end <= line.end ? inLine(source, line, entry, at) : acrossLines(source, line, entry, at);
}

const inLine = rememberedInLine(readWords);

/** @param at where the words begin; a mark of a milestone may stand before them. */
function readWords(text: string, prose: string, at: number): OwnWords {
  const end = Math.min(text.length, at + longestSearched);
  const hints = findHints(text.slice(0, end), prose.slice(0, end), {start: at, end});
  return {sentences: countSentences(prose.slice(at)), hints};
}

/** Something for each line that is the same in every version of the document in which the line stands unchanged. */
const identityOf = rememberedByLine((): Identity => ({words: undefined}));

interface Identity {
  /** The words of the entry that begins on this line and goes on below it, and what they were read from. */
  words: (Read & {readonly told: OwnWords}) | undefined;
}

interface Read {
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly below: readonly Identity[];
}

function acrossLines(source: TimelineSource, line: Line, {start, end}: Span, at: number): OwnWords {
  const first = identityOf(source, line);
  const read = {start: start - line.start, end: end - line.start, at, below: linesBelow(source, line, end)};
  if (first.words && isSame(first.words, read)) return first.words.told;
  const told = readWords(source.text.slice(start, end), source.prose.slice(start, end), at);
  first.words = {told, ...read};
  return told;
}

function linesBelow(source: TimelineSource, line: Line, end: number): Identity[] {
  const below: Identity[] = [];
  for (let index = line.index + 1; index < source.lines.length; index++) {
    const next = source.lines[index];
    if (!next || next.start >= end) break;
    below.push(identityOf(source, next));
  }
  return below;
}

function isSame(a: Read, b: Read): boolean {
  if (a.start !== b.start || a.end !== b.end || a.at !== b.at || a.below.length !== b.below.length) return false;
  return a.below.every((line, index) => line === b.below[index]);
}

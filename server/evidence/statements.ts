import {type Stretch, stretchesOf} from '../model/markdown/stretches.ts';
import type {Reading} from '../model/reading.ts';
import type {Span} from '../model/text.ts';
import {lexicon} from './classes.ts';
import type {ClassHit} from './lexicon.ts';
import {readPlaces} from './places.ts';
import {readSentences, type Sentence, type Sentences} from './sentences.ts';
import type {Token} from './tokens.ts';

/**
 * What a stretch of the document tells, as long as its text stands unchanged. Offsets are counted from its beginning; sentences
 * name their tokens by index.
 */
export interface Telling extends Sentences {
  readonly prose: string;
  /** Members of word classes that begin at each token. */
  readonly classes: readonly (readonly ClassHit[])[];
  /** Its first token of its own: those before are a label's that stands before the stretch. */
  readonly first: number;
}

/** A telling where it stands in this version of the document. */
export interface PlacedTelling {
  readonly telling: Telling;
  /** UTF-16 offset of its beginning. */
  readonly offset: number;
  /** Index of its first sentence among those of the document. */
  readonly firstSentence: number;
}

/** A sentence of the document: offsets are the document's, tokens those of its telling. */
export interface Statement extends Sentence {
  readonly telling: Telling;
  /** The sentence as its telling has it: one object as long as that stands. */
  readonly own: Sentence;
  /** What its tokens' offsets are counted from. */
  readonly offset: number;
}

/** A document as evidence sees it: sentences, the section of each, and which word classes stand where. Made once per version. */
export interface Statements {
  readonly reading: Reading;
  readonly tellings: readonly PlacedTelling[];
  readonly sentences: readonly Statement[];
  /** Index of the section in which each sentence stands, or one of `Place`. */
  readonly places: readonly number[];
}

export function readStatements(reading: Reading): Statements {
  const tellings: PlacedTelling[] = [];
  const sentences: Statement[] = [];
  let label: Label | undefined;
  for (const stretch of stretchesOf(reading)) {
    const telling = tellingOf(stretch, label);
    const placed = {telling, offset: stretch.start, firstSentence: sentences.length};
    if (telling.sentences.length > 0) tellings.push(placed);
    for (const sentence of telling.sentences) sentences.push(place(sentence, placed));
    label = labelAfter(placed, label);
  }
  return {reading, tellings, sentences, places: readPlaces(reading, sentences)};
}

/** Where a token stands in the document. */
export function spanOf({telling, offset}: Statement, token: number): Span | undefined {
  const found = telling.tokens[token];
  return found && {start: found.start + offset, end: found.end + offset};
}

function place(sentence: Sentence, {telling, offset}: PlacedTelling): Statement {
  return {
    start: sentence.start + offset,
    end: sentence.end + offset,
    first: sentence.first,
    last: sentence.last,
    context: sentence.context,
    isLabel: sentence.isLabel,
    isBrief: sentence.isBrief,
    asks: sentence.asks,
    telling,
    own: sentence,
    offset,
  };
}

/** A label at the end of a telling: what comes next is read with it. */
interface Label {
  readonly from: PlacedTelling;
  readonly sentence: Sentence;
}

function labelAfter(placed: PlacedTelling, before: Label | undefined): Label | undefined {
  const {sentences, tokens, first} = placed.telling;
  const sentence = sentences.at(-1);
  if (!sentence) return tokens.length === first ? before : undefined;
  return sentence.isLabel && sentence.last === tokens.length ? {from: placed, sentence} : undefined;
}

interface Known {
  readonly telling: Telling;
  readonly label: Telling | undefined;
  /** How far before the stretch the label's telling begins. */
  readonly back: number;
}

const known = new WeakMap<Stretch['piece'], Known>();

function tellingOf({piece, start}: Stretch, label: Label | undefined): Telling {
  const back = label ? start - label.from.offset : 0;
  const found = known.get(piece);
  if (found && found.label === label?.from.telling && found.back === back) return found.telling;
  const telling = read(piece, label, back);
  known.set(piece, {telling, label: label?.from.telling, back});
  return telling;
}

function read(piece: Stretch['piece'], label: Label | undefined, back: number): Telling {
  if (!label) {
    const sentences = readSentences(piece);
    return {...sentences, prose: piece.prose, classes: findClasses(piece.prose, sentences, []), first: 0};
  }
  const {telling} = label.from;
  const {first, last} = label.sentence;
  const tokens = telling.tokens.slice(first, last);
  const sentences = readSentences(
    piece,
    tokens.map(token => ({...token, start: token.start - back, end: token.end - back})),
  );
  const classes = findClasses(piece.prose, sentences, telling.classes.slice(first, last));
  return {...sentences, prose: piece.prose, classes, first: tokens.length};
}

const none: readonly ClassHit[] = [];
const dynamic = {
  number: lexicon.id('number') ?? -1,
  percent: lexicon.id('percent') ?? -1,
  time: lexicon.id('time') ?? -1,
  name: lexicon.id('name') ?? -1,
};

/** @param label classes of the tokens before those of the first sentence */
function findClasses(
  prose: string,
  {tokens, sentences}: Sentences,
  label: readonly (readonly ClassHit[])[],
): (readonly ClassHit[])[] {
  const found = tokens.map((_, at) => label[at] ?? none);
  for (const {first, last, isLabel} of sentences) {
    for (let at = first; at < last; at++) {
      const token = tokens[at];
      if (!token || token.kind === 'label' || token.kind === 'break') continue;
      const hits: ClassHit[] = [];
      if (token.kind === 'time' || token.kind === 'date') hits.push({class: dynamic.time, length: 1});
      else lexicon.find(tokens, at, last, hits);
      if (token.kind === 'number') hits.push({class: dynamic.number, length: 1});
      if (!isLabel && at > first && isName(prose, token, tokens[at - 1])) hits.push({class: dynamic.name, length: 1});
      const percent = percentLength(tokens, at, last, hits);
      if (percent > 0) hits.push({class: dynamic.percent, length: percent});
      if (hits.length > 0) found[at] = hits;
    }
  }
  return found;
}

/** A capital letter within a sentence, but for abbreviations. */
function isName(prose: string, token: Token, before: Token | undefined): boolean {
  if (prose[token.start] === '@') return true;
  if (!token.capital || token.word.length < 2 || before?.kind !== 'word') return false;
  const second = prose[token.start + 1] ?? '';
  return second === second.toLowerCase();
}

/** `30 %`, `30 percent`, `thirty per cent`: how many tokens. */
function percentLength(tokens: readonly Token[], at: number, last: number, hits: readonly ClassHit[]): number {
  if (at + 1 >= last || !hits.some(hit => hit.class === dynamic.number)) return 0;
  const next = tokens[at + 1]?.word;
  if (next === 'percent' || next === 'pct' || next === 'percentage') return 2;
  return next === 'per' && tokens[at + 2]?.word === 'cent' ? 3 : 0;
}

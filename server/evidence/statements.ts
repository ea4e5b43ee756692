import type {Reading} from '../model/reading.ts';
import {lexicon} from './classes.ts';
import type {ClassHit} from './lexicon.ts';
import {readPlaces} from './places.ts';
import {readSentences, type Sentence} from './sentences.ts';
import type {Token} from './tokens.ts';

/** A document as evidence sees it: sentences, the section of each, and which word classes stand where. Made once per version. */
export interface Statements {
  readonly reading: Reading;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** Members of word classes that begin at each token. */
  readonly classes: readonly (readonly ClassHit[])[];
  /** Index of the section in which each sentence stands, or one of `Place`. */
  readonly places: readonly number[];
}

export function readStatements(reading: Reading): Statements {
  const {tokens, sentences} = readSentences(reading);
  const classes = findClasses(reading.prose, tokens, sentences);
  return {reading, tokens, sentences, classes, places: readPlaces(reading, sentences)};
}

const none: readonly ClassHit[] = [];
const dynamic = {
  number: lexicon.id('number') ?? -1,
  percent: lexicon.id('percent') ?? -1,
  time: lexicon.id('time') ?? -1,
  name: lexicon.id('name') ?? -1,
};

function findClasses(prose: string, tokens: readonly Token[], sentences: readonly Sentence[]): (readonly ClassHit[])[] {
  const found: (readonly ClassHit[])[] = new Array(tokens.length).fill(none);
  for (const {first, last, isLabel} of sentences) {
    for (let at = first; at < last; at++) {
      const token = tokens[at];
      if (!token || token.kind === 'label' || token.kind === 'break') continue;
      const hits: ClassHit[] = [];
      if (token.kind === 'time' || token.kind === 'date') hits.push({class: dynamic.time, length: 1});
      else lexicon.find(tokens, at, last, hits);
      if (token.kind === 'number') hits.push({class: dynamic.number, length: 1});
      if (!isLabel && at > first && isName(prose, token, tokens[at - 1])) hits.push({class: dynamic.name, length: 1});
      const percent = percentLength(tokens, at, hits);
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
function percentLength(tokens: readonly Token[], at: number, hits: readonly ClassHit[]): number {
  if (!hits.some(hit => hit.class === dynamic.number)) return 0;
  const next = tokens[at + 1]?.word;
  if (next === 'percent' || next === 'pct' || next === 'percentage') return 2;
  return next === 'per' && tokens[at + 2]?.word === 'cent' ? 3 : 0;
}

import {lexicon} from './classes.ts';
import {type ClassHit, membersAt} from './lexicon.ts';
import type {Sentences} from './sentences.ts';
import type {Token} from './tokens.ts';

const none: readonly ClassHit[] = [];

/** Classes whose members are known by their shape. */
const number = shaped('number', 1);
const name = shaped('name', 1);
const time = [shaped('time', 1)];
const percent = lexicon.id('percent') ?? -1;

function shaped(name: string, length: number): ClassHit {
  return {class: lexicon.id(name) ?? -1, length};
}

interface Told extends Sentences {
  readonly prose: string;
  /** The first token that is no label's before the stretch. */
  readonly first: number;
}

/** Members of word classes that begin at each token of a telling, its label's included. */
export function findClasses({prose, tokens, sentences, first}: Told): (readonly ClassHit[])[] {
  const found: (readonly ClassHit[])[] = [];
  for (let at = 0; at < first; at++) found.push(classesAt(tokens, at, first, false));
  for (const sentence of sentences) {
    while (found.length < sentence.first) found.push(none);
    for (let at = sentence.first; at < sentence.last; at++) {
      const mayBeName = at > sentence.first && !sentence.isLabel;
      found.push(classesAt(tokens, at, sentence.last, mayBeName && isName(prose, tokens[at], tokens[at - 1])));
    }
  }
  while (found.length < tokens.length) found.push(none);
  return found;
}

function classesAt(tokens: readonly Token[], at: number, last: number, isNamed: boolean): readonly ClassHit[] {
  const token = tokens[at];
  if (!token) return none;
  if (token.kind === 'time' || token.kind === 'date') return time;
  if (token.facts.settled && !isNamed) return token.facts.members.short;
  const members = membersAt(token.facts.members, tokens, at, last);
  const isNumber = token.kind === 'number';
  const isAmount = isNumber || includes(members, number.class);
  const after = isAmount ? percentWords(tokens, at, last) : 0;
  // Of most words all is known beforehand.
  if (!isNumber && !isNamed && after === 0) return members;
  const hits = [...members];
  if (isNumber) hits.push(number);
  if (isNamed) hits.push(name);
  if (after > 0) hits.push({class: percent, length: 1 + after});
  return hits;
}

function includes(hits: readonly ClassHit[], id: number): boolean {
  for (const hit of hits) if (hit.class === id) return true;
  return false;
}

/** A capital letter within a sentence, but for abbreviations. */
function isName(prose: string, token: Token | undefined, before: Token | undefined): boolean {
  if (!token?.capital) return false;
  if (prose[token.start] === '@') return true;
  if (token.word.length < 2 || before?.kind !== 'word') return false;
  const second = prose[token.start + 1] ?? '';
  return second === second.toLowerCase();
}

/** How many tokens behind this one say "percent", as in `30 %`, `30 percent`, `thirty per cent`. */
function percentWords(tokens: readonly Token[], at: number, last: number): number {
  if (at + 1 >= last) return 0;
  const next = tokens[at + 1]?.word;
  if (next === 'percent' || next === 'pct' || next === 'percentage') return 1;
  return next === 'per' && tokens[at + 2]?.word === 'cent' ? 2 : 0;
}

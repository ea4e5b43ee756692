import {lexicon} from './classes.ts';
import {wordKeys} from './inflection.ts';
import {type Members, noMembers} from './lexicon.ts';

/** What follows from a word alone, wherever it stands. */
export interface WordFacts {
  /** In lower case, without a possessive ending. */
  readonly text: string;
  /** Under which phrases and word classes look it up. */
  readonly keys: readonly string[];
  /** What it begins of the word classes. */
  readonly members: Members;
  /** Of which classes it is a member depends on no word behind it. */
  readonly settled: boolean;
  readonly capital: boolean;
  /** A date or a time may begin with it: `May`, `noon`. */
  readonly mayBeTime: boolean;
}

const initials = {class: lexicon.id('initials') ?? -1, length: 1};

/** A number may be followed by "percent". */
const number = lexicon.id('number');

/** Of what is no word. */
export const noFacts: WordFacts = {
  text: '',
  keys: [],
  members: noMembers,
  settled: true,
  capital: false,
  mayBeTime: false,
};

/** @param written the word as it stands in the text, its possessive ending included. */
export const factsOfWord = rememberedByText(written => {
  const raw = written.toLowerCase().replaceAll('’', "'");
  const text = raw.endsWith("'s") ? raw.slice(0, -2) : raw;
  const keys = wordKeys(text);
  const known = lexicon.membersFrom(keys);
  const members = /^[A-Z]{2,3}$/.test(written) ? {...known, short: [...known.short, initials]} : known;
  const first = written[0] ?? '';
  return {
    text,
    keys,
    members,
    settled: members.long.length === 0 && !members.short.some(hit => hit.class === number),
    capital: first !== first.toLowerCase(),
    mayBeTime: isMonth(raw) || raw.startsWith('noon') || raw.startsWith('midnight'),
  };
});

/** @param written digits, with commas and points between them. */
export const factsOfNumber = rememberedByText(written => {
  const keys = [written];
  const members = lexicon.membersFrom(keys);
  return {text: written, keys, members, settled: false, capital: false, mayBeTime: false};
});

const months = 'january february march april may june july august september sept october november december'.split(' ');

/** The name of a month, or how it may be cut short. */
function isMonth(word: string): boolean {
  return word.length >= 3 && months.some(month => month.startsWith(word));
}

/** How many words are remembered before they are forgotten all together, and how long they may be. */
const MANY = 20_000;
const LONG = 64;

function rememberedByText(tell: (written: string) => WordFacts): (written: string) => WordFacts {
  const known = new Map<string, WordFacts>();
  return written => {
    const found = known.get(written);
    if (found) return found;
    const facts = tell(written);
    if (written.length > LONG) return facts;
    if (known.size >= MANY) known.clear();
    known.set(detached(written), facts);
    return facts;
  };
}

/** The same text in memory of its own: a slice keeps alive what it was cut from. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

import {type ClassSource, Lexicon} from './lexicon.ts';
import {deeds} from './words/deeds.ts';
import {faults} from './words/faults.ts';
import {numbers} from './words/numbers.ts';
import {people} from './words/people.ts';

/** The word classes that phrases may name. */
export const classSources: readonly ClassSource[] = [numbers, people, faults, deeds];

/** `<time>`, `<percent>`, `<name>`, `<initials>` and digits are found by their shape. */
export const lexicon = new Lexicon(...classSources);

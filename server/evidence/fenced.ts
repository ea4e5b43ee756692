import type {Reading} from '../model/reading.ts';
import type {Span} from '../model/text.ts';
import {sectionLines} from './places.ts';

/** A line that somebody wrote for readers: words from a capital letter on, and nothing that only programs write. */
const sentence = /^(?:[-*+•]|\d{1,2}[.)])?[ \t]*[A-Z][a-z]+(?:[ \t]+[\w'’(),/-]+){3,}[.:;!]?$/;

/**
 * Sentences within the fences of a section: some write their lists as code.
 *
 * @param section its id in the template
 * @returns nothing where there are fewer of them than asked for
 */
export function fencedSentence(reading: Reading, section: string, least: number): Span | undefined {
  const found = sectionLines(reading, section)
    .filter(({kind}) => kind === 'fence')
    .filter(({start, end}) => sentence.test(reading.text.slice(start, end).trim()));
  const [first] = found;
  return first && found.length >= least ? {start: first.start, end: first.end} : undefined;
}

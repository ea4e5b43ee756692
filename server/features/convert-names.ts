import {read} from '../model/read.ts';
import type {Reading} from '../model/reading.ts';
import {editDistance, emptyWords, nameTokens} from '../model/sections/names.ts';
import type {TemplateSection} from '../model/template.ts';
import {applyEdits, type Span} from '../model/text.ts';

/** What the sections of a document are called, to be looked up by `plainName`. */
export function namesIn({text, sections, template, wrapper}: Reading): ReadonlySet<string> {
  const fence = wrapper?.cut === undefined ? [wrapper?.open, wrapper?.close].filter(mark => mark !== undefined) : [];
  // A fence around everything is taken away first, and titles may show only then.
  const bare = applyEdits(
    text,
    fence.map(mark => ({...mark, text: ''})),
  );
  if (bare !== text) return namesIn({...read(bare, template), wrapper: undefined});
  return new Set(sections.flatMap(({titles}) => titles.map(({name}) => plainName(nameIn(text, name).name))));
}

/** A name without marks and white space, which are moved when a title becomes a heading. */
export function plainName(name: string): string {
  return name.replaceAll(/[*_\s]/g, '');
}

/** The longest names are taken for each other up to so many letters. */
const mostSlips = 4;

/** Does a name that is nearly one of the section's have a word more than that one: "Corrective measures now"? */
export function addsWord(name: string, {title, aliases, parts}: TemplateSection): boolean {
  const words = nameTokens(name).filter(word => !emptyWords.has(word));
  const near = [title, ...aliases, ...parts].map(each => {
    const joined = nameTokens(each).join('');
    const slipsOf = (tokens: readonly string[]) => editDistance(tokens.join(''), joined, mostSlips);
    return {slips: slipsOf(words), slipsOf};
  });
  const {slips, slipsOf} = near.reduce((least, each) => (each.slips < least.slips ? each : least));
  return slips > 0 && slips <= mostSlips && words.some((_, at) => slipsOf(words.toSpliced(at, 1)) < slips);
}

/** What a section is called, without a number or a picture in front of it and a colon behind it. */
export function nameIn(text: string, {start, end}: Span): Span & {readonly name: string} {
  const named = text.slice(start, end).replace(/(?<![\s:])[\s:]+$/, '');
  const name = named.replace(beforeName, '');
  return {name, start: start + named.length - name.length, end: start + named.length};
}

/** A number or a picture in front of a name. */
const beforeName = /^[^\p{L}\p{N}]*(?:\d{1,3}[.):]\s+)?[^\p{L}\p{N}]*/u;

/** The name, with marks around it where some are within: it may hold one half of a pair, as in `**Issue** Summary`. */
export function withMarks(text: string, {start, end}: Span): Span {
  if (!/[*_]/.test(text.slice(start, end))) return {start, end};
  let [from, to] = [start, end];
  while (isMark(text[from - 1])) from--;
  while (isMark(text[to])) to++;
  return {start: from, end: to};
}

function isMark(character: string | undefined): boolean {
  return character === '*' || character === '_';
}

import type {Span} from '../../model/text.ts';
import {findZone, readZone} from '../../model/time/zone-scan.ts';
import {everywhere} from '../places.ts';
import type {Kind} from '../question.ts';
import type {Sentence} from '../sentences.ts';
import type {Statement} from '../statements.ts';
import {rememberedByTelling, type Telling} from '../telling.ts';

export const timeZone: Kind = {
  summary: 'A time zone for the times: an abbreviation, an offset or a name, stated anywhere once.',
  phrases: ['zone', 'times', 'time'],
  negations: [],
  find: ({statements, places}) => zoneAmong(statements.in(places.own)) ?? zoneAmong(statements.in(everywhere)),
};

function zoneAmong(sentences: Iterable<Statement>): Span | undefined {
  for (const {telling, index, placed} of sentences) {
    const zone = zonesIn(telling)[index];
    if (zone) return {start: zone.start + placed.offset, end: zone.end + placed.offset};
  }
  return undefined;
}

/** How much of a sentence is searched for the name of a zone, in characters. */
const LONGEST = 500;

const zoneWords = new Set(['times', 'timezone', 'zone', 'timeline', 'chronology']);
/** They say many things; of zones they tell where one follows: `Time (UTC+5)`. */
const timeWords = new Set(['time', 'times', 'datetime', 'timestamp', 'timestamps']);

/** By sentence, with offsets of the telling. */
const zonesIn = rememberedByTelling(telling => telling.sentences.map(sentence => zoneIn(telling, sentence)));

/** Beside a time of day, or in a sentence that speaks of times or their zone. */
function zoneIn({tokens, prose}: Telling, sentence: Sentence): Span | undefined {
  let hasTime = false;
  for (let at = sentence.first; at < sentence.last; at++) {
    const token = tokens[at];
    if (token?.kind !== 'time') {
      hasTime ||= token?.kind === 'date' || zoneWords.has(token?.word ?? '');
      const named = token && timeWords.has(token.word) ? zoneNamedAfter(prose, token.end, sentence.end) : undefined;
      if (named) return named;
      continue;
    }
    hasTime = true;
    const zone = zoneAfter(prose, token.end, sentence.end);
    if (zone) return zone;
  }
  const end = Math.min(sentence.end, sentence.start + LONGEST);
  const zone = hasTime ? findZone(prose, sentence.start, end) : undefined;
  return zone && {start: zone.start, end: zone.end};
}

/** `10:05 UTC`, `10:05 AM (Pacific Time)`, `10:05+02:00` */
function zoneAfter(prose: string, at: number, end: number): Span | undefined {
  let start = at;
  while (start < end && ' \u00a0([,\t'.includes(prose[start] ?? '')) start++;
  const zone =
    readZone(prose, start, end, prose[start - 1] === '(') ?? (start === at ? readZone(prose, at, end) : undefined);
  return zone && {start: zone.start, end: zone.end};
}

/** `**Time** (UTC)` has the blanks of its marks before the bracket. */
const joint = /[ \u00a0]{0,4}(?:[([,–—-][ \u00a0]?)?(?:(?:all|in) ){0,2}/y;

/** `Time (UTC)`, `Time - UTC`, `Times (all in CET)` */
function zoneNamedAfter(prose: string, at: number, end: number): Span | undefined {
  joint.lastIndex = at;
  const between = joint.exec(prose)?.[0] ?? '';
  const zone = readZone(prose, at + between.length, end, /[([]/.test(between));
  // Two letters without a mark before them are too often something else.
  const isCertain = zone && (zone.end - zone.start > 2 || between.trim() !== '');
  return isCertain ? {start: zone.start, end: zone.end} : undefined;
}

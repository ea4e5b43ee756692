import type {Span} from '../../model/text.ts';
import {lexicon} from '../classes.ts';
import type {Kind, Question} from '../question.ts';
import type {Statement, Telling} from '../statements.ts';
import type {Token} from '../tokens.ts';

export const duration: Kind = {
  summary: 'From when to when it lasted: a start and an end, or a start and a duration.',
  phrases: [
    '~end|~revert|~restore|~resolve|~recover|~conclude|~finish|~fix|~return|~resume|~cease',
    'until|till|through|lasted|lasting|back|over|up|online|operational|normal',
    'came|brought|was|were back|up|online',
  ],
  negations: [],
  find: question => {
    const own = question.statements.sentences.filter((_, index) => question.isOwn(index));
    return (
      range(question, own) ??
      startAndEnd(question, own) ??
      startAndLength(question, own) ??
      endInTimeline(question, own)
    );
  },
};

/** Two times, or dates, with nothing but "to" and their own zones between them. */
function range(question: Question, own: readonly Statement[]): Span | undefined {
  for (const sentence of own) {
    const times = timesIn(sentence);
    for (let at = 1; at < times.length; at++) {
      const [from, to] = [times[at - 1], times[at]];
      if (from && to && joins(question.statements.reading.prose.slice(from.end, to.start)))
        return {start: from.start, end: to.end};
    }
    const open = times.at(-1);
    if (open) {
      const rest = question.statements.reading.prose.slice(open.end, Math.min(sentence.end, open.end + 24));
      const end = /^[^\n\d]{0,12}(?:to|until|till|-|–) ?\d{1,2}\b(?! ?%)/i.exec(rest);
      if (end) return {start: open.start, end: open.end + end[0].length};
    }
  }
  return undefined;
}

const joint = /(?:^|[\s)\]])(?:to|until|till|til|through|thru|and|up to|-|–|—|−|~|→|->)(?:[\s([]|$)|^\s*[-–—]\s*$/i;

function joins(between: string): boolean {
  return between.length < 40 && joint.test(between) && between.split(/\s+/).length < 9;
}

/** Two times, of which one stands beside a word that tells of the end. */
function startAndEnd(question: Question, own: readonly Statement[]): Span | undefined {
  const timed = new Set(own.filter(sentence => timesIn(sentence).length > 0));
  const all = [...timed].flatMap(sentence => timesIn(sentence));
  const clocks = all.filter(({kind}) => kind === 'time');
  const times = clocks.length > 0 ? clocks : all;
  const last = times.at(-1);
  if (!last || times.length < 2) return undefined;
  const ends = question.hits.find(hit => {
    const sentence = question.sentence(hit.sentence);
    return sentence !== undefined && timed.has(sentence);
  });
  return ends && {start: last.start, end: last.end};
}

/** "lasted two hours" beside a time of day or a date, here or in the document's entries. */
function startAndLength(question: Question, own: readonly Statement[]): Span | undefined {
  const length = own.map(sentence => lengthIn(sentence)).find(span => span !== undefined);
  if (!length) return undefined;
  return question.statements.tellings.some(({telling}) => hasTime(telling)) ? length : undefined;
}

/** A start in the section and an end told by the last entries of the timeline. */
function endInTimeline(question: Question, own: readonly Statement[]): Span | undefined {
  const start = own.flatMap(sentence => timesIn(sentence)).find(time => time.kind === 'time');
  if (!start) return undefined;
  const {reading, places} = question.statements;
  const ends = question.hits.find(hit => {
    const place = places[hit.sentence] ?? -1;
    const sentence = question.sentence(hit.sentence);
    if (reading.sections[place]?.spec.kind !== 'timeline' || !sentence) return false;
    return timesIn(sentence).length > 0;
  });
  return ends && {start: start.start, end: start.end};
}

/** Times and dates, with offsets of the document. */
function timesIn({telling, offset, first, last}: Statement): (Span & Pick<Token, 'kind'>)[] {
  const found: (Span & Pick<Token, 'kind'>)[] = [];
  for (let at = first; at < last; at++) {
    const token = telling.tokens[at];
    if (token?.kind === 'time' || token?.kind === 'date')
      found.push({start: token.start + offset, end: token.end + offset, kind: token.kind});
  }
  return found;
}

const timed = new WeakMap<Telling, boolean>();

function hasTime(telling: Telling): boolean {
  const known = timed.get(telling);
  if (known !== undefined) return known;
  const found = telling.tokens.some(({kind}) => kind === 'time');
  timed.set(telling, found);
  return found;
}

const unit = lexicon.id('unit');
const number = lexicon.id('number');
const articles = new Set(['a', 'an', 'half']);

function lengthIn({telling, offset, first, last}: Statement): Span | undefined {
  const {tokens, classes} = telling;
  const span = (from: Token, to: Token) => ({start: from.start + offset, end: to.end + offset});
  for (let at = first; at + 1 < last; at++) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token || !next) continue;
    const isAmount =
      classes[at]?.some(hit => hit.class === number) || articles.has(token.word) || isCompact(token.word);
    if (isCompact(token.word)) return span(token, token);
    if (isAmount && classes[at + 1]?.some(hit => hit.class === unit)) return span(token, next);
  }
  return undefined;
}

/** `45min`, `2h` */
function isCompact(word: string): boolean {
  return /^\d+(?:h|hr|hrs|min|mins|m|hours?|minutes?)$/.test(word);
}

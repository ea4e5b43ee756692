import type {Span} from '../../model/text.ts';
import {isDigit} from '../../model/time/chars.ts';
import {lexicon} from '../classes.ts';
import {type Kind, type Question, tokenOf} from '../question.ts';
import type {Sentence} from '../sentences.ts';
import type {Statement} from '../statements.ts';
import {rememberedByTelling} from '../telling.ts';
import type {Token} from '../tokens.ts';

export const duration: Kind = {
  summary: 'From when to when it lasted: a start and an end, or a start and a duration.',
  phrases: [
    '~end|~revert|~restore|~resolve|~recover|~conclude|~finish|~fix|~return|~resume|~cease',
    'until|till|through|lasted|lasting|back|over|up|online|operational|normal',
    'came|brought|was|were back|up|online',
  ],
  negations: [],
  hints: ['<outage> ...2 :', '<outage> ...2 from|between', '^start|started|end|ended time|date? :'],
  find: question => {
    const timed = [...timedSentences(question)];
    return (
      range(question, timed) ??
      startAndEnd(question, timed) ??
      startAndLength(question) ??
      endInTimeline(question, timed) ??
      rangeInTimeline(question) ??
      fieldsInTimeline(question)
    );
  },
};

type Time = Span & Pick<Token, 'kind'>;

/** A sentence that has times or dates in it. */
interface Timed {
  readonly sentence: Statement;
  readonly times: readonly Time[];
}

function* timedSentences(question: Question): Generator<Timed> {
  for (const sentence of question.ownSentences()) {
    const times = timesIn(sentence);
    if (times.length > 0) yield {sentence, times};
  }
}

/** Two times, or dates, with nothing but "to" and their own zones between them. */
function range(question: Question, timed: readonly Timed[]): Span | undefined {
  const {prose} = question.statements.reading;
  for (const {sentence, times} of timed) {
    for (let at = 1; at < times.length; at++) {
      const [from, to] = [times[at - 1], times[at]];
      if (from && to && joins(prose.slice(from.end, to.start))) return {start: from.start, end: to.end};
    }
    const open = times.at(-1);
    if (open) {
      const rest = prose.slice(open.end, Math.min(sentence.end, open.end + 24));
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
function startAndEnd(question: Question, timed: readonly Timed[]): Span | undefined {
  const all = timed.flatMap(({times}) => times);
  const clocks = all.filter(({kind}) => kind === 'time');
  const times = clocks.length > 0 ? clocks : all;
  const last = times.at(-1);
  if (!last || times.length < 2) return undefined;
  return timed.some(({sentence}) => question.hits.has(sentence)) ? {start: last.start, end: last.end} : undefined;
}

/** "lasted two hours" beside a time of day or a date, here or in the document's entries. */
function startAndLength(question: Question): Span | undefined {
  for (const sentence of question.ownSentences()) {
    const length = lengthIn(sentence);
    if (length) return question.statements.tellings.some(({telling}) => hasClock(telling)) ? length : undefined;
  }
  return undefined;
}

/** A start in the section and an end told by the last entries of the timeline. */
function endInTimeline(question: Question, timed: readonly Timed[]): Span | undefined {
  const start = timed.flatMap(({times}) => times).find(({kind}) => kind === 'time');
  if (!start) return undefined;
  let seen: Sentence | undefined;
  return question.hits.first(timelinesOf(question), ({statement}) => {
    if (statement.own === seen) return undefined;
    seen = statement.own;
    return timesIn(statement).length > 0 ? {start: start.start, end: start.end} : undefined;
  });
}

/** "First outage: 15:30-18:00" as an entry of the timeline. */
function rangeInTimeline(question: Question): Span | undefined {
  let seen: Sentence | undefined;
  return question.hints.first(timelinesOf(question), ({statement}) => {
    if (statement.own === seen) return undefined;
    seen = statement.own;
    const times = timesIn(statement);
    return times.length > 1 ? range(question, [{sentence: statement, times}]) : undefined;
  });
}

/** "Start time: 15:30" and "End time: 18:00" in the timeline. */
function fieldsInTimeline(question: Question): Span | undefined {
  let isStarted = false;
  return question.hints.first(timelinesOf(question), hit => {
    const field = tokenOf(hit, hit.first)?.word;
    const [said] = field && hit.isLabel ? question.labelled(hit) : [];
    const time = said && timesIn(said).at(-1);
    if (!field || !time) return undefined;
    isStarted ||= field.startsWith('start');
    return isStarted && field.startsWith('end') ? {start: time.start, end: time.end} : undefined;
  });
}

function timelinesOf({statements}: Question): readonly Span[] {
  const {sections} = statements.reading;
  return statements.places.where(place => sections[place]?.spec.kind === 'timeline');
}

/** Times and dates, with offsets of the document. */
function timesIn({telling, placed: {offset}, own: {first, last, timed}}: Statement): Time[] {
  const found: Time[] = [];
  for (let at = first; timed && at < last; at++) {
    const token = telling.tokens[at];
    if (token?.kind === 'time' || token?.kind === 'date')
      found.push({start: token.start + offset, end: token.end + offset, kind: token.kind});
  }
  return found;
}

const hasClock = rememberedByTelling(({tokens}) => tokens.some(({kind}) => kind === 'time'));

const unit = lexicon.id('unit');
const number = lexicon.id('number');
const articles = new Set(['a', 'an', 'half']);

function lengthIn({telling, own: {first, last}, placed: {offset}}: Statement): Span | undefined {
  const {tokens, classes} = telling;
  const span = (from: Token, to: Token) => ({start: from.start + offset, end: to.end + offset});
  for (let at = first; at + 1 < last; at++) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token || !next) continue;
    if (isCompact(token.word)) return span(token, token);
    if (!classes[at + 1]?.some(hit => hit.class === unit)) continue;
    if (articles.has(token.word) || classes[at]?.some(hit => hit.class === number)) return span(token, next);
  }
  return undefined;
}

/** `45min`, `2h` */
function isCompact(word: string): boolean {
  return isDigit(word, 0) && /^\d+(?:h|hr|hrs|min|mins|m|hours?|minutes?)$/.test(word);
}

import type {PhraseHit} from '../phrases.ts';
import type {Kind, Question} from '../question.ts';
import type {Statement} from '../statements.ts';
import {detections, notDetections} from './detected-how.ts';

export const detectedWhen: Kind = {
  summary: 'That it was detected, at a time: of the same entry in the section, of the same sentence elsewhere.',
  phrases: [
    ...detections,
    '<anomaly>|it|failure|alert|alerts ...3 ~detect|~report|~notice|~discover|~identify|~observe|~spot|~raise|~flag|~find|~trigger|~fire|~receive|~appear|~surface|~recognize|~encounter|~acknowledge|~disclose',
    '~detect|~discover|~report|~notice|~observe|~spot ...3 <anomaly>',
    'detected|detection|discovered|discovery|noticed|identification ...4 :',
    'first|initial|initially|originally detected|noticed|noted|reported|observed|alert|report|detection|sign|signs|discovered|seen|symptoms',
    'became|become|made aware',
    '^detected|detection|discovery|discovered|noticed|reported',
    '^when ...4 detected|discovered|noticed|identified ...3 :',
    'time ...1 detection|detected|discovery',
  ],
  negations: notDetections,
  find: question => {
    const timed = timedSentences(question);
    const isDated = (hit: PhraseHit) => timed.has(hit.sentence) || hasTime(question, hit);
    return question.own(isDated) ?? question.anywhere(hit => hasTime(question, hit));
  },
};

/** Sentences of the section that have a time before them: the time of an entry stands before what it says. */
function timedSentences(question: Question): ReadonlySet<number> {
  const timed = new Set<number>();
  let isTimed = false;
  question.statements.sentences.forEach((sentence, index) => {
    isTimed = question.isOwn(index) && (isTimed || hasTimeIn(sentence));
    if (isTimed) timed.add(index);
  });
  return timed;
}

function hasTimeIn(sentence: Statement | undefined): boolean {
  if (!sentence) return false;
  for (let at = sentence.context; at < sentence.last; at++) {
    const kind = sentence.telling.tokens[at]?.kind;
    if (kind === 'time' || kind === 'date') return true;
  }
  return false;
}

/** A time in the sentence, or in what its label stands before. */
function hasTime(question: Question, hit: PhraseHit): boolean {
  if (hasTimeIn(question.sentence(hit.sentence))) return true;
  return hit.isLabel && question.labelled(hit).some(hasTimeIn);
}

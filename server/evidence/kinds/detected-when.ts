import type {Hit} from '../hits.ts';
import type {Kind, Question} from '../question.ts';
import type {Statement} from '../statements.ts';
import {detections, findings, isAmongFirst, notDetections} from './detected-how.ts';

export const detectedWhen: Kind = {
  summary: 'That it was detected, at a time: of the same entry in the section, of the same sentence elsewhere.',
  phrases: [
    ...detections,
    '<anomaly>|it|failure|alert|alerts ...3 ~detect|~report|~notice|~discover|~identify|~observe|~spot|~raise|~flag|~find|~trigger|~fire|~receive|~appear|~surface|~recognize|~encounter|~acknowledge|~disclose|~realize|~realise',
    '~detect|~discover|~report|~notice|~observe|~spot ...3 <anomaly>',
    'detected|detection|discovered|discovery|noticed|identification ...4 :',
    'first|initial|initially|originally detected|noticed|noted|reported|observed|alert|report|detection|sign|signs|discovered|seen|symptoms',
    'became|become|made aware',
    '^detected|detection|discovery|discovered|noticed|reported',
    '^when ...4 detected|discovered|noticed|identified ...3 :',
    'time ...1 detection|detected|discovery',
  ],
  negations: [
    ...notDetections,
    '~discover|~find|~identify|~spot|~notice|~detect ...3 typo|typos|typographical|misspelled|misspelling|misspelt|mistyped|misconfiguration|misconfigured',
    'error|errors|exception|exceptions is|are ~raise',
  ],
  hints: findings,
  find: question => {
    const isTimed = timedInOrder(question);
    const isFirst = isAmongFirst(question);
    return (
      question.own(hit => isTimed(hit.statement) || hasTime(question, hit)) ??
      question.ownHinted(hit => isFirst(hit) && hasTime(question, hit)) ??
      question.anywhere(hit => hasTime(question, hit))
    );
  },
};

/**
 * Have sentences of the section a time in them or before them? The time of an entry stands before what it says. To be asked in the
 * order of the text.
 */
function timedInOrder(question: Question): (asked: Statement) => boolean {
  const sentences = question.statements.in(question.places.own);
  let last: Statement | undefined;
  let isTimed = false;
  return asked => {
    while (!last || last.start < asked.start) {
      const {value: next} = sentences.next();
      if (!next) return false;
      isTimed = next.own.timed || (isTimed && last !== undefined && question.statements.isNext(last, next));
      last = next;
    }
    return isTimed;
  };
}

/** A time in the sentence, or in what its label stands before. */
function hasTime(question: Question, hit: Hit): boolean {
  if (hit.statement.own.timed) return true;
  if (hit.isLabel) for (const sentence of question.labelled(hit)) if (sentence.own.timed) return true;
  return false;
}

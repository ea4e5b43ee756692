import type {Kind, Question} from '../question.ts';

const WORDS = 4;

export const improvements: Kind = {
  summary: 'What can be done better: any text in the section.',
  phrases: [
    'will|plan|plans|should|must|need|needs|going|aim ...3 ~improve|~implement|~add|~enhance|~introduce|~prevent|~ensure|~strengthen',
    'to ~prevent|~avoid ...6 future|again|similar|recurrence|happening',
    '^lesson|lessons|improvement|improvements|prevention ...4 :',
  ],
  negations: [],
  find: question => ownText(question) ?? question.anywhere(),
};

function ownText(question: Question) {
  const {sentences} = question.statements;
  const text = sentences.find(
    (sentence, index) => question.isOwn(index) && !sentence.isLabel && sentence.last - sentence.first > WORDS,
  );
  return text && {start: text.start, end: text.end};
}

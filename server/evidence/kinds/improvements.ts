import type {Kind, Question} from '../question.ts';

const WORDS = 2;

export const improvements: Kind = {
  summary: 'What can be done better: any text in the section.',
  phrases: [
    'will|plan|plans|should|must|need|needs|going|aim ...3 ~improve|~implement|~add|~enhance|~introduce|~prevent|~ensure|~strengthen',
    'to ~prevent|~avoid ...6 future|again|similar|recurrence|happening',
    '^lesson|lessons|improvement|improvements|prevention|opportunities|recommendations|remediation|remediations|takeaways|learnings|actions ...4 :',
    '^review|resulting|future|further|follow|next|action up? action|actions|steps|items|work|ups :',
    '^how|what ...6 prevent|avoid ...5 :',
    '^what could ...4 better ...3 :',
  ],
  negations: [],
  find: question => ownText(question) ?? question.anywhere(),
};

function ownText(question: Question) {
  const {sentences} = question.statements;
  const text = sentences.find(
    (sentence, index) => question.isOwn(index) && !sentence.isLabel && sentence.last - sentence.first >= WORDS,
  );
  return text && {start: text.start, end: text.end};
}

import {fencedSentence} from '../fenced.ts';
import type {Kind} from '../question.ts';

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
  find: question =>
    question.ownSentence(({length}) => length >= WORDS) ??
    fencedSentence(question.statements.reading, question.requirement.section, 1) ??
    question.planned(),
};

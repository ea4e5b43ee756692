import type {Kind} from '../question.ts';

export const impact: Kind = {
  summary: 'What was down or slow, or what users saw of it.',
  phrases: [
    '<symptom>',
    'impact ...3 :',
    '~affect|~impact',
    '~experience|~suffer',
    'data loss',
    'lost ...3 data',
    'what ...2 users ... experiencing :',
  ],
  negations: ['no|without|zero|minimal user|customer? impact', 'not ~affect|~impact'],
  find: question => question.own(),
};

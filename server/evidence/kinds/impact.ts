import type {Kind} from '../question.ts';

export const impact: Kind = {
  summary: 'What was down or slow, or what users saw of it.',
  phrases: [
    '<symptom>',
    '<service> ...4 was|were|is|are|could|did|would|had|failed|returned|showed|displayed|took|stopped|went|became|kept|began|started|remained',
    '<user> ...3 could|were|was|saw|got|received|had|found|lost|waited|experienced|noticed|encountered|faced|met|would|did',
    'for|by|to all|our|the|many|most|some? ...2 <user>',
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

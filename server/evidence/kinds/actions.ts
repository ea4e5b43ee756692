import type {Kind} from '../question.ts';

export const actions: Kind = {
  summary: 'What was investigated, tried or assumed.',
  phrases: [
    '<investigate>',
    'actions? taken ...2 :',
    '<suspect>',
    'debugging|troubleshooting ...2 began|begins|started',
  ],
  negations: [
    'to prevent|avoid|ensure ...3 <investigate>',
    'should|will|must|would be? ...1 <investigate>',
    'no|lack|without of? ...1 <investigate>',
  ],
  find: question => question.anywhere(),
};

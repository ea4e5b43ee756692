import type {Kind} from '../question.ts';

export const phrases: Kind = {
  summary: 'One of the phrases that the template gives, in the section itself.',
  phrases: [],
  negations: [],
  find: question => question.own(),
};

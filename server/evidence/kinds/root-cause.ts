import type {Kind} from '../question.ts';
import {causes, notCauses} from './cause.ts';

export const rootCause: Kind = {
  summary: 'The cause, named in the section itself: by a label, as "caused by" or as a defect that led to it.',
  phrases: causes,
  negations: notCauses,
  find: question => question.own(),
};

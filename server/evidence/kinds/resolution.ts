import type {Kind} from '../question.ts';
import {deeds, fixes, isDeed, notFixes} from './fix.ts';

export const resolution: Kind = {
  summary: 'What ended the incident, in the timeline or where the document tells of the fix.',
  phrases: fixes,
  negations: notFixes,
  hints: deeds,
  find: question => question.ownLast() ?? question.ownHinted(isDeed) ?? question.anywhere(),
};

import type {Hit} from '../hits.ts';
import type {Kind} from '../question.ts';
import {deeds, fixes, isBeginning, isDeed, notFixes} from './fix.ts';

export const resolution: Kind = {
  summary: 'What ended the incident, in the timeline or where the document tells of the fix.',
  phrases: fixes,
  negations: notFixes,
  hints: deeds,
  find: question => question.ownLast(isEnding) ?? question.ownHinted(isDeed) ?? question.anywhere(isEnding),
};

function isEnding(hit: Hit): boolean {
  return !isBeginning(hit);
}

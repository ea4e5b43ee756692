import type {Hit} from '../hits.ts';
import type {Kind} from '../question.ts';
import {deeds, fixes, isBeginning, isDeed, notFixes} from './fix.ts';

export const resolution: Kind = {
  summary: 'What ended the incident, in the timeline or where the document tells of the fix.',
  phrases: fixes,
  negations: notFixes,
  hints: deeds,
  doubts: ['misleading|wrong|false ...4 :', 'in vain', 'to no avail'],
  find: question => {
    const isMeant = ({statement}: Hit) => !question.doubts.has(statement);
    const helped = (hit: Hit) => isEnding(hit) && isMeant(hit);
    return (
      question.ownLast(helped) ??
      question.ownHinted(hit => isDeed(hit) && isMeant(hit)) ??
      question.anywhere(helped) ??
      question.anywhere(isEnding)
    );
  },
};

function isEnding(hit: Hit): boolean {
  return !isBeginning(hit);
}

import {lexicon} from '../classes.ts';
import type {Hit} from '../hits.ts';
import {isOfClass, type Kind} from '../question.ts';

/** Ways of telling how something was mended, as against that it was. */
export const fixes: readonly string[] = [
  '<mended>|<remedy>',
  '^<mend>|<handle>|<mending>|<handling>',
  'by|and|then|with|after|through|via|involved|required|included|requires|includes|was|is <mending>|<handling>',
  'by|through|with|via ...2 <mending>|<handling>',
  '<team>|<me> ...2 <mend>|<handle>',
  'was|were|been|is|are|got|being ...1 <handled>',
  '^to ~resolve|~fix|~solve|~mitigate|~restore|~remedy|~address ...8 <team>|<me>|was|were',
  '~run|~start|~try|~do ...3 again',
  '~run|~execute|~write|~use|~apply ...4 puppet|manifest|script|playbook|command|migration|patch|hotfix|tool|backup',
  '~automate the|our|this|it',
  '~use ...4 to ~fix|~resolve|~repair|~correct|~restore|~solve|~mend',
  'was|were fully? automated',
  'recovery|failover|failback ...3 automated|automatic|automatically',
  'automatically recovered|recovers|restored|restores|healed|heals|restarted|restarts|rescheduled|respawned',
  'and|then <handled>',
  '^the? resolution|fix|solution|recovery|remedy|mitigation|remediation|workaround ...3 :',
  '^how ...4 resolved|fixed|solved|restored|mitigated ...3 :',
  '~resolve|~solve|~mitigate|~restore|~recover|~address ...4 by|with|through|using|via|after|when',
  'solution|fix|resolution|remedy|patch|workaround was|is|involved|required|consisted|included',
];

export const notFixes: readonly string[] = [
  'inadvertently|accidentally|mistakenly|incorrectly|wrongly|erroneously|unintentionally|improperly|poorly <mended>|<handled>|<mend>|<handle>',
  '<mended>|<handled> inadvertently|accidentally|mistakenly|incorrectly|wrongly|erroneously|unintentionally|improperly',
  "not|never|cannot|unable|failed|fail|fails|without|didn't|wasn't|couldn't|hasn't ...2 <mended>|<handled>|<mend>|<handle>",
  'lack|absence of ...2 <mended>|<handled>|<mend>|<handle>',
  'unable|failing|failed|difficult to <mend>|<handle>',
  "not|never|no|isn't|wasn't ...2 automated|automatic|automatically",
  'resolution|fix|solution|remedy|patch|workaround was|is at|pending|overdue|still|unknown|unclear|under',
  '<mend>|<handle> if|unless|until the|a|an|any|it|this|that|we|there|needed|necessary|required|one',
  '<mend>|<handle>|<remedy>|deployment|solution ...1 in|under code? review|progress',
  '<mend>|<handle>|<remedy>|deployment|solution is|are? expected|planned|scheduled|due <time>|by|on|for|next|in|tomorrow|soon',
];

/** Whatever somebody did may have mended it, but for looking and telling. */
export const deeds: readonly string[] = ['<me>|<team> ...1 <past>'];

const seeing = lexicon.id('seeing');

export function isDeed(hit: Hit): boolean {
  return !isOfClass(hit, hit.last - 1, seeing);
}

export const fix: Kind = {
  summary: 'How it was fixed: what was done, not only that it was resolved.',
  phrases: fixes,
  negations: notFixes,
  hints: deeds,
  find: question => question.own(isTold) ?? question.ownHinted(isDeed) ?? question.anywhere(isTold),
};

const WORDS = 4;

/** The bare "Fixed." tells nothing. */
function isTold({isLabel, statement}: Hit): boolean {
  return isLabel || statement.length >= WORDS;
}

import {lexicon} from '../classes.ts';
import type {Hit} from '../hits.ts';
import {isOfClass, type Kind, type Question, tokenOf} from '../question.ts';
import {namedCauses} from './cause.ts';

/** Ways of telling how something was mended, as against that it was. */
export const fixes: readonly string[] = [
  '<mended>|<remedy>',
  '^<mend>|<handle>|<mending>|<handling>',
  '^manually|finally|successfully|quickly|immediately|temporarily <mend>|<handle>',
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
  'start|stop|end|release|update|change|deployment time|date :',
  'will|would|shall|must be <mended>|<handled>',
  'increased ...1 error|errors|latency|traffic|load|response|failure|failures|timeouts|demand',
  'unable|failing|failed|difficult to <mend>|<handle>',
  "not|never|no|isn't|wasn't ...2 automated|automatic|automatically",
  'resolution|fix|solution|remedy|patch|workaround was|is at|pending|overdue|still|unknown|unclear|under',
  '<mend>|<handle> if|unless|until the|a|an|any|it|this|that|we|there|needed|necessary|required|one',
  '<mend>|<handle>|<remedy>|deployment|solution ...1 in|under code? review|progress',
  '<mend>|<handle>|<remedy>|deployment|solution is|are? expected|planned|scheduled|due <time>|by|on|for|next|in|tomorrow|soon',
  '<handled> and ...4 unconsciously|unknowingly|unwittingly|inadvertently|accidentally|unintentionally',
  'incorrect|wrong|invalid|misconfigured|faulty|erroneous|misspelled|misspelt ...4 was|were|been|being|got added|set|applied|introduced|deployed|pushed|created|released|inserted|configured|installed',
  'alert|alerts|alarm|alarms|error|errors|exception|exceptions|ticket|tickets|issue|issues|concern|concerns|question|questions was|were|is|are|been|being|got raised',
  'stopped|stops running|working|responding ...1 after|following|since ...3 <mended>|<remedy>|<change>',
  '<mend>|<handle> ...6 but|however|yet|though ...4 persists|persisted|persist|remained|continued|continues',
  'after|following ...2 <remedy>|<change> ...5 longer|not ...1 running|working|available|responding|accessible|reachable|started|online|serving',
  'rebooted|restarted ...2 due|because|owing|unexpectedly',
  'down|offline|unavailable|inaccessible|unresponsive|crashed|failed|broke|broken|lost ...2 after|following|since ...3 <remedy>|<change>',
];

/** Whatever somebody did may have mended it, but for looking and telling. */
export const deeds: readonly string[] = ['<me>|<team> ...1 <past>'];

const seeing = lexicon.id('seeing');

export function isDeed(hit: Hit): boolean {
  return !isOfClass(hit, hit.last - 1, seeing);
}

export const fix: Kind = {
  summary: 'How it was fixed: what was done, not only that it was resolved, and not what had gone wrong.',
  phrases: fixes,
  negations: notFixes,
  hints: deeds,
  doubts: namedCauses,
  find: question =>
    question.own(isLabelled) ??
    question.own(hit => isTold(hit) && !question.doubts.has(hit.statement)) ??
    question.own(hit => isTold(hit) && isMeant(question, hit)) ??
    question.ownHinted(isDeed) ??
    question.anywhere(hit => isTold(hit) && isMeant(question, hit)),
};

const handle = lexicon.id('handle');
const mend = lexicon.id('mend');
const me = lexicon.id('me');

/** "Resolution:", but not "Resolution and root cause:", which may stand before either. */
function isLabelled(hit: Hit): boolean {
  if (!hit.isLabel) return false;
  for (let at = hit.first; at < hit.last; at++) if (tokenOf(hit, at)?.word.startsWith('cause')) return false;
  return true;
}

/** Where a sentence names a cause, "was added" tells of what went wrong; "we added" and "was restarted" may tell of the fix. */
function isMeant(question: Question, hit: Hit): boolean {
  return !isVague(hit) || !question.doubts.has(hit.statement);
}

function isVague(hit: Hit): boolean {
  if (hit.isLabel || isOfClass(hit, hit.first, me)) return false;
  let isHandled = false;
  for (let at = hit.first; at < hit.last; at++) {
    if (isOfClass(hit, at, mend)) return false;
    isHandled ||= isOfClass(hit, at, handle);
  }
  return isHandled;
}

const starting = new Set(['start', 'starts', 'started', 'stop', 'stops', 'stopped']);

/** "Started the server" may mend it, "started ringing" does not. */
export function isBeginning(hit: Hit): boolean {
  if (!starting.has(tokenOf(hit, hit.last - 1)?.word ?? '')) return false;
  const next = [tokenOf(hit, hit.last), tokenOf(hit, hit.last + 1)];
  return next.some(token => token?.word.endsWith('ing'));
}

const WORDS = 4;

/** The bare "Fixed." tells nothing. */
function isTold(hit: Hit): boolean {
  return hit.isLabel || (hit.statement.length >= WORDS && !isBeginning(hit));
}

import {lexicon} from '../classes.ts';
import type {Hit} from '../hits.ts';
import {isOfClass, type Kind, type Question, tokenOf} from '../question.ts';

/** Not of the users, but of what they ask for. */
const ofRequests = [
  '<percent> of the|our|all|its|total|incoming? ...2 requests|calls|transactions|queries|servers|pods|nodes|instances|responses|jobs|orders|messages',
  '<percent> of ...3 api|http|https|web|evaluation|login|search|checkout|payment|database|read|write|authentication|incoming|inbound|client|customer|user requests|calls|transactions|queries|responses|jobs|orders|messages',
  '<percent> of the|our|all|its? ...1 <measure>',
  '<user> interface|session|sessions|satisfaction|data|requests|request|traffic|engagement|authentication|agent|table',
  '<percent> ...4 user|customer|client experience',
  '<user> experience ...3 ~degrade|~drop|~decrease|~reduce|~improve|~decline ...3 <percent>',
  '<percent> ...4 traffic ...2 routed|rerouted|sent|directed|redirected|went|served|shifted|distributed|forwarded',
];

export const affectedShare: Kind = {
  summary: 'The share of users affected: in percent, as a fraction or in words.',
  phrases: [
    '<percent> ...5 <user>',
    '<percent> ...3 affected|impacted',
    "<percent> of ...5 unable|could|couldn't|cannot|from|without",
    '~prevent|~stop|~block|~lock|~leave ...3 <percent> of',
    '~affect|~impact ...4 <percent>',
    '<user> ...5 <percent>',
    '<part> of ...4 <user>|them',
    'most|half of? ...2 <user>',
    'one|two|three|a third|thirds|quarter|quarters|fifth|fifths|tenth of ...2 <user>',
    '<all> ...2 <user>',
    '<all> of ...4 <user>',
    '<user> affected|impacted ...2 : ...3 <part>|all|most|everyone',
    'affected|impacted <user> ...2 : ...3 <part>|all|most|everyone',
    '<number> <number> of ...3 <user>',
    'all|entire|whole ...4 user|customer base',
    '<everyone>',
    '<number> out? of|in <number> <user>',
    '<user> worldwide|globally|everywhere',
    '<user> ...2 around|across|over the globe|world',
    'percentage|share|proportion|percent of ...2 <user> ...4 <percent>',
  ],
  negations: [
    '<percent> <measure>',
    ...ofRequests,
    '~rise|~increase|~drop|~decrease|~fall|~grow|~jump|~climb|~spike|~decline|~improve ...2 <percent>',
    '<percent> <measure> <measure>',
    '<percent> ...1 <measure> in|of|on|for',
    '~restore|~regain|~recover|~resume|back|~confirm|~resolve ...6 <all>|<percent> ...3 <user>',
    'available|accessible|operational|working|online again ...6 <all>|<percent> ...3 <user>',
    'was|were|is|are|became|becomes|again|fully|now|once available|accessible|operational|working|online ...6 <all>|<percent> ...3 <user>',
    '<all>|<percent> ...3 <user> ...2 ~restore|~regain|~recover|~resume|again|back|normal',
    '<all>|<percent> ...3 <user> ...3 were|was|are|is|be able',
    '~ensure|~notify|~inform|~tell|~communicate|~apologize|~apologise|~thank|~serve|~assure ...5 <all>|<part> ...3 <user>',
    'emailed|emailing|updated|updating|messaged|messaging ...1 <all>|<part> ...3 <user>',
    '~send|~post ...3 email|emails|update|updates|message|messages ...2 <all>|<part> ...3 <user>',
    'at any',
    'tested|used|visited|expected by ...1 <all>',
    'from <user> worldwide|globally|everywhere',
    '~describe|~state|~specify|~give ...8 percentage|share|proportion of',
    '<user> update|updates|record|records|row|rows|profile|profiles|id|ids|name|names|app|apps',
  ],
  hints: [
    '<symptom>|<user> ...3 ~see|~get|~receive|~lose|~notice',
    '<symptom>',
    '~affect|~impact|~experience|~suffer|~hit|could|able|unaffected',
  ],
  find: question =>
    question.anywhere(hit => isCounted(question, hit) || (question.hints.has(hit.statement) && isShare(question, hit))),
};

/** The same, and a share of what was asked of the service. */
export const affectedRequests: Kind = {
  ...affectedShare,
  summary: 'The share of users or of their requests: in percent, as a fraction or in words.',
  phrases: [
    ...affectedShare.phrases,
    '<percent>|<part>|most|half of? ...4 requests|calls|queries|responses',
    'requests|calls|queries|errors ...4 <percent>',
  ],
  negations: affectedShare.negations.filter(negation => !ofRequests.includes(negation)),
};

const everyone = lexicon.id('everyone');

/** Outside of the section "nobody" may be said of anybody. */
function isShare(question: Question, hit: Hit): boolean {
  return question.isOwn(hit.statement) || (!isOfClass(hit, hit.first, everyone) && !isVague(hit));
}

const vague = new Set(['any', 'each', 'anyone', 'anybody']);

function isVague(hit: Hit): boolean {
  return vague.has(tokenOf(hit, hit.first)?.word ?? '');
}

/** In the section itself every share counts, but for "anyone", which counts only beside what went wrong. */
function isCounted(question: Question, hit: Hit): boolean {
  return question.isOwn(hit.statement) && !isVague(hit);
}

import {lexicon} from '../classes.ts';
import type {Hit} from '../hits.ts';
import {isOfClass, type Kind, tokenOf} from '../question.ts';

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
  find: question => question.own(hit => hit.isLabel) ?? question.own(tellsOfImpact),
};

/** Beside nothing else these only say that there was an incident. */
const bare = new Set(['outage', 'outages', 'downtime', 'disruption', 'disruptions', 'interruption', 'interruptions']);
const service = lexicon.id('service');
const user = lexicon.id('user');

function tellsOfImpact(hit: Hit): boolean {
  if (hit.last - hit.first > 1 || !bare.has(tokenOf(hit, hit.first)?.word ?? '')) return true;
  const {first, last} = hit.statement.own;
  for (let at = first; at < last; at++) if (isOfClass(hit, at, service) || isOfClass(hit, at, user)) return true;
  return false;
}

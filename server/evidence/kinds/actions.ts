import type {Hit} from '../hits.ts';
import {type Kind, type Question, tokenOf} from '../question.ts';

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
    '<user> ~try|~attempt|~check|~use|~open|~test|~log',
    'who ...1 ~try|~attempt|~check|~use|~open|~test|~log',
    'a|an|the|in isolated',
    'ssh lockout|key|keys|port',
    'stack|skills|techniques debugging',
    'debugging project|projects|task|tasks|exercise|exercises',
  ],
  find: question =>
    question.own(isDone) ?? question.own() ?? question.anywhere(hit => isDone(hit) && !isInHeading(question, hit)),
};

/** Systems do these things, too: "monitoring alerts", "when queried". In the section itself they are better than nothing. */
const ofSystems = /^(?:monitor|quer|log|run|us(?:e|ed|es|ing)$|work|read|open|chang|updat|increas)/;

function isDone(hit: Hit): boolean {
  return hit.isLabel || !ofSystems.test(tokenOf(hit, hit.first)?.word ?? '');
}

/** "A week of debugging" */
function isInHeading({statements}: Question, {statement}: Hit): boolean {
  return statements.reading.headings.some(({start, end}) => statement.start >= start && statement.start < end);
}

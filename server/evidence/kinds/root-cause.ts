import type {Title} from '../../model/reading.ts';
import type {Span} from '../../model/text.ts';
import type {Kind, Question} from '../question.ts';
import {causes, notCauses} from './cause.ts';

/** That there is a cause, or where to read of it. */
const mentions: readonly string[] = [
  'root? cause analysis',
  'root cause and resolution',
  '~detail|~describe|~cover|~outline|~explain|~present|~summarize|~summarise|~discuss|~document ...6 root? cause',
  'root? cause ...1 is|are|was ...1 described|detailed|explained|outlined|covered|given|found below|above|later|in',
  'root? cause was|is|has|been been? found|identified|discovered|determined|located|established|fixed|resolved by|and|at|within|after',
  '~look|~hunt for ...2 root? cause',
];

export const rootCause: Kind = {
  summary: 'The cause, named in the section itself: by a label, as "caused by" or as a defect that led to it.',
  phrases: causes,
  negations: [...notCauses, ...mentions],
  find: question => question.own() ?? field(question),
};

/** "Root cause: a full disk" right below the section's text, on one line: a field of it, even where it opens a section too. */
function field(question: Question): Span | undefined {
  const {reading} = question.statements;
  const titles = reading.sections.flatMap(({spec, titles}) => titles.map(title => ({id: spec.id, title})));
  titles.sort((a, b) => a.title.start - b.title.start);
  const next = titles.find(({title, id}, at) => {
    const before = titles[at - 1];
    return (
      id !== question.requirement.section &&
      before?.id === question.requirement.section &&
      isField(reading.prose, title)
    );
  });
  if (!next) return undefined;
  return question.hits.first([{start: next.title.start, end: next.title.bodyStart}], ({statement}) => statement.span);
}

/** No heading, and its text begins on its own line. */
function isField(prose: string, {match, level, bodyStart}: Title): boolean {
  if (match !== 'part' || level > 0) return false;
  let at = bodyStart;
  while (prose[at] === ' ' || prose[at] === '\t' || prose[at] === ':') at++;
  return at < prose.length && prose[at] !== '\n' && prose[at] !== '\r' && !atLineStart(prose, bodyStart);
}

function atLineStart(prose: string, at: number): boolean {
  return at === 0 || prose[at - 1] === '\n' || prose[at - 1] === '\r';
}

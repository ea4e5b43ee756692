import {lineIndexAt} from '../../model/markdown/source-lines.ts';
import type {Line, Reading} from '../../model/reading.ts';
import {fencedSentence} from '../fenced.ts';
import type {Hit} from '../hits.ts';
import {everywhere, sectionLines} from '../places.ts';
import {type Kind, type Question, tokenOf} from '../question.ts';
import type {Statement} from '../statements.ts';

const FEW = 2;

export const tasks: Kind = {
  summary:
    'A list of tasks: list items, table rows or lines that each say what to do, in a fence, too; or what a label such as "Tasks:" stands before.',
  phrases: [
    '^a? list? of? specific? tasks|task|todo|todos|actionables ...5 :',
    '^to do|dos ...3 :',
    '^immediate|short|long|next|remedial|concrete|specific|planned|urgent|further term? action|actions|steps|measures :',
    '^action|follow items|item|up|ups ...3 :',
    '^review|resulting|future|remediation|required|agreed|proposed|recommended|our|further|key action|actions|steps|work :',
    '^actions|followups|remediations|recommendations|next :',
    '^next steps :',
    '^how|what ...3 will|can|do|done|doing ...3 prevent ...5 :',
    '^what|how ...4 to prevent|avoid ...5 :',
    '<mend>|<handle>|<investigate>|<undertake>',
  ],
  negations: [],
  find: question =>
    listed(question) ??
    question.planned(isLabel) ??
    lined(question) ??
    fencedSentence(question.statements.reading, question.requirement.section, FEW),
};

/** "Tasks:", but not "Task 1:", which is only one of them. */
function isLabel(hit: Hit): boolean {
  if (!hit.isLabel) return false;
  const before = tokenOf(hit, hit.last - 2);
  return before?.kind !== 'number' || hit.last - hit.first !== NUMBERED;
}

/** Tokens of "Task 1:" */
const NUMBERED = 3;

/** Items, more than one but of a checklist. */
function listed({requirement, statements: {reading}}: Question) {
  let first: Line | undefined;
  let count = 0;
  for (const line of sectionLines(reading, requirement.section)) {
    if (line.words.length < FEW || !(line.bullet || isRow(line) || isMeantAsItem(reading.text, line))) continue;
    first ??= line;
    count++;
    if (count === FEW || first.item?.checked !== undefined) return written(reading, first);
  }
  return undefined;
}

function written({prose}: Reading, {content, end}: Line) {
  return prose.slice(content.start, end).trim() ? {start: content.start, end} : undefined;
}

/** A raw `<li>` */
export function isHtmlItem(text: string, {kind, start, end}: Line): boolean {
  return kind === 'html' && /<li[\s>]/i.test(text.slice(start, end));
}

/** A raw `<li>`; a dash without the space that Markdown wants. */
function isMeantAsItem(text: string, line: Line): boolean {
  if (line.kind === 'html') return isHtmlItem(text, line);
  const {content, lead} = line;
  if (lead?.whole) return false;
  // Most lines begin otherwise, and to see that takes no expression.
  return (
    '-*•·–'.includes(text[content.start] ?? ' ') &&
    /^[-*•·–][\p{L}\d]/u.test(text.slice(content.start, content.start + 3))
  );
}

function isRow(line: Line): boolean {
  return line.kind === 'table' && line.cells.length > 1;
}

/** Lines of their own that begin with what to do, or with a label and then what to do. */
function lined({requirement, statements: {reading}, hits}: Question) {
  const own = new Set(sectionLines(reading, requirement.section));
  let first: Line | undefined;
  return hits.first(everywhere, ({statement, first: token, isLabel}) => {
    const start = isLabel ? undefined : statement.spanOf(token)?.start;
    const line = start === undefined ? undefined : reading.lines[lineIndexAt(reading.lines, start)];
    if (!line || line === first || !own.has(line) || !begins(statement, line, token)) return undefined;
    if (first) return {start: first.content.start, end: first.end};
    first = line;
    return undefined;
  });
}

/** Is the token the first one of a line of some words, or the first one behind a label on it? */
function begins(sentence: Statement, line: Line, token: number): boolean {
  const isOn = (at: number) => {
    const start = at < sentence.telling.first ? undefined : sentence.spanOf(at)?.start;
    return start !== undefined && start >= line.start && start < line.end;
  };
  let first = token;
  while (isOn(first - 1)) first--;
  let last = token;
  while (isOn(last)) last++;
  return last - first > FEW && (token === first || sentence.telling.tokens[token - 1]?.kind === 'label');
}

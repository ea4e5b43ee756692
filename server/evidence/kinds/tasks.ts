import type {Line} from '../../model/reading.ts';
import {sectionLines} from '../places.ts';
import type {Kind, Question} from '../question.ts';
import type {Token} from '../tokens.ts';

const FEW = 2;

export const tasks: Kind = {
  summary:
    'A list of tasks: list items, table rows or lines that each say what to do; or what a label such as "Tasks:" stands before.',
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
  find: question => listed(question) ?? question.anywhere(hit => hit.isLabel) ?? lined(question),
};

function listed(question: Question) {
  const {reading} = question.statements;
  const items = sectionLines(reading, question.requirement.section).filter(
    line => line.words.length >= FEW && (line.bullet || isRow(line) || isMeantAsItem(reading.text, line)),
  );
  const [first] = items;
  const isChecklist = first?.item?.checked !== undefined;
  if (!first || (items.length < FEW && !isChecklist)) return undefined;
  return reading.prose.slice(first.content.start, first.end).trim()
    ? {start: first.content.start, end: first.end}
    : undefined;
}

/** A raw `<li>`; a dash without the space that Markdown wants. */
function isMeantAsItem(text: string, {kind, start, end, content}: Line): boolean {
  if (kind === 'html') return /<li[\s>]/i.test(text.slice(start, end));
  return /^[-*•·–][\p{L}\d]/u.test(text.slice(content.start, content.start + 3));
}

function isRow(line: Line): boolean {
  return line.kind === 'table' && line.cells.length > 1;
}

/** Lines of their own that begin with what to do, or with a label and then what to do. */
function lined(question: Question) {
  const {tokens} = question.statements;
  const deeds = new Set(question.hits.filter(hit => !hit.isLabel).map(hit => hit.first));
  let next = 0;
  const lines = sectionLines(question.statements.reading, question.requirement.section).filter(line => {
    while (next < tokens.length && (tokens[next]?.start ?? 0) < line.start) next++;
    const first = next;
    while (next < tokens.length && (tokens[next]?.start ?? 0) < line.end) next++;
    if (next - first <= FEW) return false;
    for (let at = first; at < next; at++)
      if (deeds.has(at) && (at === first || isLabelEnd(tokens[at - 1]))) return true;
    return false;
  });
  const [first] = lines;
  return first && lines.length >= FEW ? {start: first.content.start, end: first.end} : undefined;
}

function isLabelEnd(token: Token | undefined): boolean {
  return token?.kind === 'label';
}

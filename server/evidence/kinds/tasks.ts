import type {Line} from '../../model/reading.ts';
import type {Kind, Question} from '../question.ts';

const FEW = 2;

export const tasks: Kind = {
  summary:
    'A list of tasks: list items, table rows or lines that each say what to do; or what a label such as "Tasks:" stands before.',
  phrases: [
    '^a? list? of? specific? tasks|task|todo|todos|actionables ...5 :',
    '^to do|dos ...3 :',
    '^action|follow items|item|up ...3 :',
    '<mend>|<handle>|<investigate>',
  ],
  negations: [],
  find: question => listed(question) ?? question.anywhere(hit => hit.isLabel) ?? lined(question),
};

function listed(question: Question) {
  const {reading} = question.statements;
  const items = ownLines(question).filter(line => line.words.length >= FEW && (line.bullet || isRow(line)));
  const [first] = items;
  const isChecklist = first?.item?.checked !== undefined;
  if (!first || (items.length < FEW && !isChecklist)) return undefined;
  return reading.prose.slice(first.content.start, first.end).trim()
    ? {start: first.content.start, end: first.end}
    : undefined;
}

function isRow(line: Line): boolean {
  return line.kind === 'table' && line.cells.length > 1;
}

function ownLines(question: Question): Line[] {
  const section = question.statements.reading.sections.find(({spec}) => spec.id === question.requirement.section);
  const titles = section?.titles ?? [];
  return question.statements.reading.lines.filter(line =>
    titles.some(title => title.bodyStart <= line.start && line.start < title.bodyEnd),
  );
}

/** Lines of their own that begin with what to do, or with a label and then what to do. */
function lined(question: Question) {
  const {tokens} = question.statements;
  const starts = new Set(question.hits.filter(hit => !hit.isLabel).map(hit => tokens[hit.first]?.start ?? -1));
  const afterLabel = new Set(tokens.flatMap((token, at) => (tokens[at - 1]?.kind === 'label' ? [token.start] : [])));
  const lines = ownLines(question).filter(line => line.words.length > FEW && saysWhatToDo(line, starts, afterLabel));
  const [first] = lines;
  return first && lines.length >= FEW ? {start: first.content.start, end: first.end} : undefined;
}

function saysWhatToDo(line: Line, starts: ReadonlySet<number>, afterLabel: ReadonlySet<number>): boolean {
  return line.words.some((word, index) => starts.has(word) && (index === 0 || afterLabel.has(word)));
}

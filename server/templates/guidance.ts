import {rememberedByLine, rememberedByLineFor} from '../model/markdown/line-memory.ts';
import {read} from '../model/read.ts';
import type {Line, Reading} from '../model/reading.ts';
import type {Template} from '../model/template.ts';
import {findPlaceholders} from './placeholders.ts';

/** What a template tells its authors: none of it should stand in a finished document. */
interface Guidance {
  /** Plain lines, as `plainLine` makes them, within comments. */
  readonly comments: ReadonlySet<string>;
  /** Plain lines that readers see, example rows of tables included. */
  readonly visible: ReadonlySet<string>;
  /** Every plain line of the scaffold. */
  readonly all: ReadonlySet<string>;
}

/** Lines of a document that are guidance of its template, those that stand together in one list. */
export function guidanceLeftIn(report: Reading): Line[][] {
  const candidates = plainLinesOf(report.template);
  if (!report.lines.some(line => canBeLeft(line) && isAmong(report, line, candidates))) return [];
  const guidance = guidanceOf(report.template);
  if (guidance.comments.size === 0 && guidance.visible.size === 0) return [];
  const groups: Line[][] = [];
  const {lines} = report;
  for (let index = 0; index < lines.length; index++) {
    const group = commentAt(report, index) ?? lines.slice(index, index + 1);
    if (isLeft(group, report, guidance)) {
      const last = groups.at(-1);
      if (last?.at(-1)?.index === index - 1) last?.push(...group);
      else groups.push([...group]);
    }
    index += group.length - 1;
  }
  return groups;
}

/** The lines of the comment that begins on a line. */
function commentAt({lines, text}: Reading, index: number): Line[] | undefined {
  if (lines[index]?.kind !== 'comment') return undefined;
  let end = index;
  const isOpen = (line: Line | undefined) =>
    line?.kind === 'comment' && !text.slice(line.start, line.end).includes('-->');
  while (isOpen(lines[end]) && lines[end + 1]?.kind === 'comment') end++;
  return lines.slice(index, end + 1);
}

function isLeft(group: readonly Line[], report: Reading, {comments, visible, all}: Guidance): boolean {
  const [first] = group;
  if (!first || !canBeLeft(first)) return false;
  const said = group.map(line => plain(report, line)).filter(Boolean);
  if (said.length === 0) return false;
  if (first.kind === 'comment') return said.every(line => comments.has(line));
  return said.every(line => visible.has(line)) && !isAnswered(first, report, all);
}

function canBeLeft({kind}: Line): boolean {
  return kind === 'comment' || kind === 'text' || kind === 'table';
}

/** A question with something new below it, before the next heading. */
function isAnswered(line: Line, report: Reading, all: ReadonlySet<string>): boolean {
  const {lines, text} = report;
  if (!/\?[^?\w]*$/.test(text.slice(line.start, line.end))) return false;
  const next = lines.slice(line.index + 1).find(({kind}) => kind !== 'blank');
  return next !== undefined && next.level === 0 && !all.has(plain(report, next));
}

const plainLines = new WeakMap<Template, ReadonlySet<string>>();

/** Every plain line of the scaffold that says something. A document without any needs no look at the scaffold's Markdown. */
function plainLinesOf(template: Template): ReadonlySet<string> {
  const remembered = plainLines.get(template);
  if (remembered) return remembered;
  const lines = new Set(
    template.scaffold
      .split(/[\r\n]+/)
      .map(plainLine)
      .filter(Boolean),
  );
  plainLines.set(template, lines);
  return lines;
}

const known = new WeakMap<Template, Guidance>();

function guidanceOf(template: Template): Guidance {
  const remembered = known.get(template);
  if (remembered) return remembered;
  const reading = read(template.scaffold, template);
  const comments = new Set(reading.lines.flatMap(line => (line.kind === 'comment' ? asGuidance(line, reading) : [])));
  const all = new Set(reading.lines.map(line => plain(reading, line)));
  const guidance = {comments, visible: comments.size > 0 ? new Set<string>() : visibleGuidance(reading), all};
  known.set(template, guidance);
  return guidance;
}

/** Letters and digits in lower case, one space between words: how lines are compared. */
function plainLine(text: string): string {
  const words = /[^\0-\x7f]/.test(text) ? /[\p{L}\p{N}]+/gu : /[a-z\d]+/g;
  return text.toLowerCase().match(words)?.join(' ') ?? '';
}

const plain = rememberedByLine(({text}) => plainLine(text));
const isAmong = rememberedByLineFor(({text}, lines: ReadonlySet<string>) => lines.has(plainLine(text)));

/** Shorter lines are labels. Words. */
const fewest = 4;

function asGuidance(line: Line, reading: Reading): string[] {
  const said = plain(reading, line);
  return said.split(' ').length < 3 ? [] : [said];
}

/** Where a template says in comments what to write, what readers see is meant to stay; where it has none, it is guidance. */
function visibleGuidance(reading: Reading): Set<string> {
  const lines = reading.lines.filter((line, index) => {
    const source = reading.text.slice(line.start, line.end);
    if (/:[^:\w]*$/.test(source) || /^\W*all times\b/i.test(source)) return false;
    if (line.kind === 'table') return isExampleRow(reading.lines[index - 1], source);
    return line.kind === 'text' && (line.words.length >= fewest || findPlaceholders(source).length > 0);
  });
  return new Set(lines.map(line => plain(reading, line)).filter(Boolean));
}

/** A row with something in every cell, but for the head of a table. */
function isExampleRow(before: Line | undefined, source: string): boolean {
  const isHead = before?.kind !== 'table' && before?.kind !== 'rule';
  const cells = source.replaceAll(/^\s*\||\|\s*$/g, '').split('|');
  return !isHead && cells.length > 1 && cells.every(cell => plainLine(cell) !== '');
}

import {lineIndexAt} from '../../model/markdown/source-lines.ts';
import type {Line, ListItem, Reading, Title} from '../../model/reading.ts';
import type {Edit} from '../../model/text.ts';
import {isLetter, skipSpaces} from '../../model/time/chars.ts';
import {readStamp} from '../../model/time/find-stamps.ts';
import {bodyEnd, isUnderline, newline} from './layout.ts';

/**
 * Once a title is a heading, lines below it that were indented to belong to its paragraph, list item or block of code would be code
 * or parts of nothing. The edits give them the indentation that makes them text and lists again.
 *
 * @param line on which the title stands.
 * @param first line of the body.
 */
export function outdent(reading: Reading, title: Title, line: Line, first: Line | undefined): Edit[] {
  const end = bodyEnd(reading, title);
  const body = first ? reading.lines.slice(first.index, lineIndexAt(reading.lines, end - 1) + 1) : [];
  if (!line.bullet)
    return runsOf(body).flatMap((run, index) => outdentRun(reading, run, line.kind === 'code' || index === 0));
  return [...itemColumns(reading, line, body)].flatMap(([each, width]) => cut(reading.text, each, width));
}

/** Lines of the title's own list item move to the left by the width of its mark; lines beside it by the indentation of the item. */
function* itemColumns(reading: Reading, line: Line, body: readonly Line[]): Iterable<[Line, number]> {
  const {item} = line;
  const width = columnsBetween(reading.text, line);
  for (const each of body) {
    if (each.kind === 'blank') continue;
    const inside = isInside(each.item, item);
    if (inside && each.indent >= width) yield [each, width];
    else if (inside || each.item) yield [each, Math.min(each.indent, inside ? each.indent : line.indent)];
  }
}

function isInside(item: ListItem | undefined, outer: ListItem | undefined): boolean {
  for (let at = item; at; at = at.parent) if (at.start === outer?.start) return true;
  return false;
}

/** Columns before the text of the list item that the line begins. */
function columnsBetween(text: string, line: Line): number {
  const marker = line.item ? line.item.marker.end - line.item.marker.start : 1;
  const after = line.item ? text.slice(line.item.marker.end, line.content.start) : ' ';
  return line.indent + marker + (after.startsWith('\t') ? 4 : Math.max(1, Math.min(4, after.length)));
}

/** Lines that are indented, blank ones left out, up to one that is not. */
interface Run {
  readonly lines: readonly Line[];
  /** The line of the body after it, if that is not blank. */
  readonly next: Line | undefined;
}

function runsOf(body: readonly Line[]): Run[] {
  const runs: Run[] = [];
  let lines: Line[] = [];
  // As long as nothing ends the title's paragraph, its lines may be indented without being code.
  let joined = true;
  const end = (next: Line | undefined) => {
    if (lines.length > 0) runs.push({lines, next});
    lines = [];
  };
  for (const [index, each] of body.entries()) {
    if (each.kind === 'blank' || (each.bullet && each.kind !== 'code')) joined = false;
    const least = lines.length > 0 ? 1 : 4;
    const isJoined = joined && each.indent >= least && (each.kind === 'text' || each.kind === 'html');
    if (each.kind === 'code' || isJoined) lines.push(each);
    else if (each.kind !== 'blank') end(body[index - 1]?.kind === 'blank' ? undefined : each);
  }
  end(undefined);
  return runs;
}

/**
 * @param isFirst what follows a title was indented because of it; further down, code is more likely.
 */
function outdentRun(reading: Reading, {lines, next}: Run, isFirst: boolean): Edit[] {
  const {text} = reading;
  const code = lines.filter(({kind}) => kind === 'code');
  if (code.length > 0 && !readsAsText(reading, code, isFirst)) return [];
  const outline = outlineOf(reading, lines) ?? entriesOf(reading, lines);
  const runsOn = next && (outline ? !next.bullet : isUnderline(text, next));
  const separate = runsOn ? [{start: next.start, end: next.start, text: newline(text)}] : [];
  if (outline) return [...lines.flatMap((line, index) => cut(text, line, line.indent, outline[index])), ...separate];
  const nesting = new Nesting(Math.min(...code.map(({indent}) => indent)));
  const moved = lines.flatMap(line => {
    const kept = line.kind === 'code' ? nesting.keep(reading, line) : 0;
    return line.kind === 'code' || line.indent >= 4 ? cut(text, line, line.indent - kept) : [];
  });
  return [...moved, ...separate];
}

/**
 * Labels with what belongs to them indented below: an item for each line keeps them apart. A deeper line that goes on in lower case
 * is the rest of the one above.
 *
 * @returns what each line begins with; `undefined` where there is one level only, or a list already.
 */
function outlineOf(reading: Reading, lines: readonly Line[]): string[] | undefined {
  if (lines.some(line => beginsItem(reading, line))) return undefined;
  const outer: number[] = [];
  let [above, deepest] = [0, 0];
  const begins = lines.map(({indent, content}, index) => {
    const before = lines[index - 1];
    const isEnded = !before || /[.:?!]\s*$/.test(reading.text.slice(before.start, before.end));
    const goesOn = !isEnded && indent > above && /^\p{Ll}/u.test(reading.text.slice(content.start, content.end));
    const depth = () => '  '.repeat(outer.length - 1);
    if (goesOn) return `${depth()}  `;
    while (outer.length > 0 && (outer.at(-1) ?? 0) >= indent) outer.pop();
    outer.push(indent);
    above = indent;
    deepest = Math.max(deepest, outer.length);
    return `${depth()}- `;
  });
  return deepest > 1 ? begins : undefined;
}

/** Lines that begin with a time would become one paragraph: an item for each keeps them apart. What follows an entry belongs to it. */
function entriesOf(reading: Reading, lines: readonly Line[]): string[] | undefined {
  if (lines.some(line => beginsItem(reading, line))) return undefined;
  const {prose} = reading;
  const isEntry = lines.map(({content, end}) => {
    const stamp = readStamp(prose, skipSpaces(prose, content.start, end), end, {leading: true});
    return stamp?.clock?.minutes !== undefined && !isLetter(prose, stamp.end);
  });
  if (!isEntry[0] || isEntry.filter(Boolean).length < 2) return undefined;
  return isEntry.map(begins => (begins ? '- ' : '  '));
}

function beginsItem({text}: Reading, {content}: Line): boolean {
  return /^(?:[-*+]|\d{1,9}[.)])\s/.test(text.slice(content.start, content.start + 12));
}

/** How deep the items of a list stand that was indented as a whole. */
class Nesting {
  readonly #base: number;
  #indent = -1;
  #kept = -2;

  constructor(base: number) {
    this.#base = base;
  }

  keep(reading: Reading, line: Line): number {
    const {indent} = line;
    if (!beginsItem(reading, line)) return 0;
    const deeper = indent - this.#base;
    if (indent > this.#indent) this.#kept = Math.min(deeper, this.#kept + 2);
    else if (indent < this.#indent) this.#kept = Math.min(deeper, this.#kept);
    this.#indent = indent;
    return this.#kept;
  }
}

const codeSign = /[{}\\]|;$|=>|==|\(\)|^(?:[$#>%]|\/\/|<|sudo |curl |at )|^[^\p{L}\p{N}]*$/u;
/** What Markdown would take for something else than text. */
const blockSign = /^(?:[#>]|[-=`~]{3})|[<\\]/;

/**
 * Text that was pasted with an indentation reads as prose; commands, logs and configuration do not. Prose may have a line or two that
 * look like code.
 */
function readsAsText({text}: Reading, lines: readonly Line[], isFirst: boolean): boolean {
  const sources = lines.map(({content}) => text.slice(content.start, content.end));
  if (sources.some(source => blockSign.test(source))) return false;
  if (sources.filter(source => codeSign.test(source)).length * 4 > lines.length) return false;
  const sentences = lines.filter(({words}, index) => words.length >= 8 || /[.:?!]$/.test(sources[index] ?? ''));
  return isFirst || sentences.length * 2 >= lines.length;
}

/** Takes columns of white space off the beginning of a line and puts a mark there; of a tab that is wider, spaces are left. */
function cut(text: string, {start}: Line, width: number, mark = ''): Edit[] {
  if (width === 0 && mark === '') return [];
  let [at, column] = [start, 0];
  for (; column < width && (text[at] === ' ' || text[at] === '\t'); at++)
    column += text[at] === '\t' ? 4 - (column % 4) : 1;
  return [{start, end: at, text: ' '.repeat(Math.max(0, column - width)) + mark}];
}

import type {Line, ListItem, Reading, Title} from '../../model/reading.ts';
import type {Edit} from '../../model/text.ts';
import {bodyEnd} from './layout.ts';

/**
 * Once a title is a heading, lines below it that were indented to belong to its paragraph, list item or block of code would be code
 * or parts of nothing. The edits give them the indentation that makes them text and lists again.
 *
 * @param line on which the title stands.
 * @param first line of the body.
 */
export function outdent(reading: Reading, title: Title, line: Line, first: Line | undefined): Edit[] {
  const end = bodyEnd(reading, title);
  const body = first ? reading.lines.slice(first.index).filter(({start}) => start < end) : [];
  const columns = line.bullet ? [...itemColumns(reading, line, body)] : [...textColumns(reading, line, body)];
  return columns.flatMap(([each, width]) => (width > 0 ? cut(reading.text, each, width) : []));
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

function* textColumns(reading: Reading, line: Line, body: readonly Line[]): Iterable<[Line, number]> {
  const filled = body.filter(({kind}) => kind !== 'blank');
  const code = filled.filter(({kind}) => kind === 'code');
  const isText =
    (line.kind === 'code' || code.length === filled.length) && !code.some(each => looksLikeCode(reading, each));
  let joined = true;
  const nesting = new Nesting(Math.min(...code.map(({indent}) => indent)));
  for (const each of body) {
    if (each.kind === 'blank' || (each.bullet && each.kind !== 'code')) joined = false;
    else if (each.kind === 'code') yield [each, isText ? each.indent - nesting.keep(reading, each) : 0];
    else if (joined && each.indent >= 4 && (each.kind === 'text' || each.kind === 'html')) yield [each, each.indent];
  }
}

/** How deep the items of a list stand that was indented as a whole. */
class Nesting {
  readonly #base: number;
  #indent = -1;
  #kept = -2;

  constructor(base: number) {
    this.#base = base;
  }

  keep({text}: Reading, {indent, content}: Line): number {
    if (!/^(?:[-*+]|\d{1,9}[.)])\s/.test(text.slice(content.start, content.start + 12))) return 0;
    const deeper = indent - this.#base;
    if (indent > this.#indent) this.#kept = Math.min(deeper, this.#kept + 2);
    else if (indent < this.#indent) this.#kept = Math.min(deeper, this.#kept);
    this.#indent = indent;
    return this.#kept;
  }
}

const codeSign = /[{}\\]|;$|=>|==|\(\)|^(?:[$#>%]|\/\/|<|sudo |curl |at )|^\W*$/;

/** Text that was pasted with an indentation reads as prose; commands, logs and configuration do not. */
function looksLikeCode({text}: Reading, {content}: Line): boolean {
  return codeSign.test(text.slice(content.start, content.end));
}

/** Takes columns of white space off the beginning of a line; of a tab that is wider, spaces are left. */
function cut(text: string, {start}: Line, width: number): Edit {
  let [at, column] = [start, 0];
  for (; column < width && (text[at] === ' ' || text[at] === '\t'); at++)
    column += text[at] === '\t' ? 4 - (column % 4) : 1;
  return {start, end: at, text: ' '.repeat(Math.max(0, column - width))};
}

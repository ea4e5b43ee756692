import type {Line, Reading, Title} from '../../model/reading.ts';
import type {Edit, Span} from '../../model/text.ts';
import {hasWordsBefore, isUnderline, newline, titlesInOrder} from './layout.ts';
import {canBeginBlock} from './open-blocks.ts';
import {outdent} from './outdent.ts';
import {unwrap, wrapperAround} from './unwrap.ts';

/**
 * The edits that make a heading of a title, and of what follows it the body of a section.
 *
 * @param line on which the title stands.
 * @returns `undefined` where that takes more than moving marks and white space: among links and tags.
 */
export function makeHeading(reading: Reading, title: Title, line: Line, level: number): Edit[] | undefined {
  const {lines, text} = reading;
  const wrapper = wrapperAround(reading, line.start);
  if (wrapper) return unwrap(reading, wrapper);
  if (line.item?.checked || !canBeginBlock(reading, line.start)) return undefined;
  if (line.quote > 0) return makeQuotedHeading(reading, title, line, level);
  const runIn = title.bodyStart <= line.end;
  const begin = runIn ? bodyBegin(reading, title, line) : line.end;
  const written = text.slice(title.start, begin);
  const name = plainTitle(written);
  if (!name) return undefined;
  const body = text.slice(begin, line.end).trim();
  const {rest, number} = leading(text, title, line);
  const below = lines[line.index + 1];
  const underlined = below !== undefined && isUnderline(text, below);
  const last = underlined && !body ? below : line;
  const next = lines[last.index + 1];
  const nl = newline(text);
  const above = rest ? nl + nl : line.index > 0 && lines[line.index - 1]?.kind !== 'blank' ? nl : '';
  const under = body ? nl + nl + startOf(written, body) + body : '';
  const after = body ? underlined : next && next.kind !== 'blank' && !opensSection(reading, next);
  const heading = `${rest}${above}${'#'.repeat(level)} ${number}${name}${under}${after ? nl : ''}`;
  const kept = [rest, name, body].filter(part => part !== '');
  const moved = outdent(reading, title, line, next);
  const separated = next ? keepRule(reading, next).filter(({start}) => moved.every(each => each.start !== start)) : [];
  return [...replaceAround(text, {start: line.start, end: last.end}, heading, kept), ...separated, ...moved];
}

/** A rule right below the text would make a heading of the paragraph that the text is now. */
function keepRule({lines, text}: Reading, first: Line): Edit[] {
  let last = first;
  for (let line = lines[first.index + 1]; line; line = lines[line.index + 1]) {
    if (!/^(?:text|heading|rule)$/.test(line.kind)) return [];
    if (isUnderline(text, line) && line.indent < 4 && !last.item)
      return [{start: line.start, end: line.start, text: newline(text)}];
    last = line;
  }
  return [];
}

/** In a quote the title stays where it is, and so does what is below it. */
function makeQuotedHeading({lines, text}: Reading, title: Title, line: Line, level: number): Edit[] | undefined {
  const next = lines[line.index + 1];
  const isQuoted = ({start, end}: Span) => /^ {0,3}>(?! {5}|[ >]*\t)/.test(text.slice(start, end));
  if (title.bodyStart <= line.end || line.item || hasWordsBefore(line, title.start) || !isQuoted(line))
    return undefined;
  if (next && next.kind !== 'blank' && !isQuoted(next)) return undefined;
  const {start} = line.content;
  const name = plainTitle(text.slice(start, line.end));
  return name ? replaceAround(text, {start, end: line.end}, `${'#'.repeat(level)} ${name}`, [name]) : undefined;
}

/**
 * Where the text behind a run-in title begins, with what the mask of the text does not show: the marks of a link or of code, and the
 * mark of the first item of a list that goes on below.
 */
function bodyBegin({lines, prose, text}: Reading, {name, bodyStart}: Title, {index, end}: Line): number {
  for (let at = name.end; at < bodyStart; at++) {
    if (prose[at] === ' ' && !/[\s*_-]/.test(text[at] ?? '')) return at;
  }
  const {bullet, item} = lines[index + 1] ?? {};
  const mark = /\s([-+*])\s*$/.exec(text.slice(name.end, bodyStart));
  const isItem = bullet && mark && mark[1] === text[item?.marker.start ?? end];
  return isItem ? name.end + mark.index + 1 : bodyStart;
}

/** What stands before the title on its line: text, where a line end was lost; the number of an ordered item. */
function leading(text: string, title: Title, line: Line): {rest: string; number: string} {
  if (hasWordsBefore(line, title.start)) return {rest: text.slice(line.start, title.start).trimEnd(), number: ''};
  const numbered = line.bullet && line.item?.ordered;
  return {rest: '', number: numbered ? `${text.slice(line.item.marker.start, line.item.marker.end)} ` : ''};
}

/** The title without marks of emphasis, headings and tags, and without a closing colon or dash; empty where there is more to it. */
function plainTitle(written: string): string {
  const untagged = written.replaceAll(/<\/?(?:b|strong|i|em|u|p|br|center)\s*\/?>/gi, '').trim();
  if (/[<>`]|\]\(/.test(untagged)) return '';
  const unmarked = untagged
    .replace(/^#{1,6}/, '')
    .replace(/\s#+$/, '')
    .replaceAll('*', '')
    .replaceAll(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '');
  return unmarked.replace(/(?<![\s:–—-])[\s:–—-]+$/, '').trim();
}

/** Emphasis that begins in the title and ends in the text behind it goes to the text; what would begin a block is escaped. */
function startOf(written: string, body: string): string {
  const mark = /^[*_]{1,3}/.exec(written)?.[0];
  if (mark && !written.slice(mark.length).includes(mark) && body.split(mark).length % 2 === 0) return mark;
  return /^(?:#{1,6}\s|>|[=~`]{3}|-{3})/.test(body) ? '\\' : '';
}

function opensSection(reading: Reading, {index}: Line): boolean {
  return titlesInOrder(reading).some(({title}) => title.line === index);
}

/** Replaces a span by a text in which some parts of the span stand unchanged, in the same order: they are not touched. */
function replaceAround(source: string, span: Span, text: string, kept: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  let [from, at] = [span.start, 0];
  for (const part of kept) {
    const [start, to] = [source.indexOf(part, from), text.indexOf(part, at)];
    if (start < 0 || to < 0 || start + part.length > span.end) continue;
    edits.push({start: from, end: start, text: text.slice(at, to)});
    [from, at] = [start + part.length, to + part.length];
  }
  edits.push({start: from, end: span.end, text: text.slice(at)});
  return edits.filter(edit => edit.start < edit.end || edit.text !== '');
}

import type {Heading, Reading} from '../../model/reading.ts';
import type {Edit} from '../../model/text.ts';

/**
 * The edits that give a heading another level, ATX, setext or HTML.
 *
 * @returns `undefined` where there is no such level, or no such heading.
 */
export function setLevel(reading: Reading, heading: Heading, level: number): Edit[] | undefined {
  if (level < 1 || level > 6) return undefined;
  const line = reading.lines[heading.line];
  if (!line) return undefined;
  const source = reading.text.slice(line.start, line.end);
  if (heading.marker === 'html') return htmlLevel(source, line.start, heading.level, level);
  const before = source.slice(0, line.content.start - line.start);
  const marks = /(?<!#)#{1,6}(?=[ \t]+$|$)/.exec(before);
  if (marks) return [{...spanOf(line.start + marks.index, marks[0].length), text: '#'.repeat(level)}];
  return setextLevel(reading, heading, level);
}

function htmlLevel(source: string, base: number, from: number, level: number): Edit[] | undefined {
  const tags = [...source.matchAll(/<\/?h([1-6])(?=[\s>])/gi)].filter(([, digit]) => digit === String(from));
  if (tags.length !== 2) return undefined;
  return tags.map(({0: tag, index}) => ({...spanOf(base + index + tag.length - 1, 1), text: String(level)}));
}

function setextLevel({text, lines}: Reading, {line: index}: Heading, level: number): Edit[] | undefined {
  const [line, underline] = [lines[index], lines[index + 1]];
  if (!line || !underline) return undefined;
  const marks = /(?<![=-])[=-]+(?=[ \t]*$)/.exec(text.slice(underline.start, underline.end));
  if (!marks) return undefined;
  const span = spanOf(underline.start + marks.index, marks[0].length);
  if (level <= 2) return [{...span, text: (level === 1 ? '=' : '-').repeat(marks[0].length)}];
  const start = {start: line.content.start, end: line.content.start, text: `${'#'.repeat(level)} `};
  return [start, {start: line.end, end: underline.end, text: ''}];
}

function spanOf(start: number, length: number): {start: number; end: number} {
  return {start, end: start + length};
}

import {lineIndexAt} from '../../model/markdown/source-lines.ts';
import type {Line, Reading, Section} from '../../model/reading.ts';
import type {Span} from '../../model/text.ts';
import type {Fix} from '../rule.ts';
import {blankBefore} from './insert-section.ts';
import {blockOf, isTogether, lineAt, nameOf, newline, tailStart} from './layout.ts';
import {canBeginBlock} from './open-blocks.ts';

/**
 * Moves a whole section, subsections included, before or after another one.
 *
 * @returns `undefined` where it cannot be moved cleanly: a title is no heading, or something else stands in between.
 */
export function moveSection(
  reading: Reading,
  section: Section,
  place: 'before' | 'after',
  other: Section,
): Fix | undefined {
  if (!reading.sections.every(each => isClean(reading, each))) return undefined;
  const [from, to] = [blockWithAnchor(reading, section), blockWithAnchor(reading, other)];
  if (!from || !to || (from.start < to.end && to.start < from.end)) return undefined;
  const at = place === 'before' ? to.start : to.end;
  if (![at, from.start, from.end].every(offset => canBeginBlock(reading, offset))) return undefined;
  const nl = newline(reading.text);
  const block = reading.text.slice(from.start, from.end).trimEnd();
  const lead = blankBefore(reading.text, at, nl);
  const edits = [
    {start: at, end: at, text: lead + block + (at === reading.text.length ? nl : nl + nl)},
    {...withBlankLinesAtEnd(reading, from), text: from.end < reading.text.length ? gap(reading, from, nl) : ''},
  ];
  const title = `Move '${nameOf(section)}' ${place} '${nameOf(other)}'`;
  return {title, edits, safe: true};
}

/** Every title is a heading, none in a list or quote, and they all stand together. */
function isClean(reading: Reading, section: Section): boolean {
  return section.titles.every(title => {
    const line = lineAt(reading, title.start);
    const plain = line?.item === undefined && line?.quote === 0;
    return title.real && title.marker === 'heading' && plain && isTogether(reading, section);
  });
}

/** The section with the anchor, or the comment to this program, right above its title. */
function blockWithAnchor(reading: Reading, section: Section): Span | undefined {
  const block = blockOf(reading, section);
  if (!block) return undefined;
  const end = block.end === reading.text.length ? tailStart(reading) : withAnchors(reading, block.end);
  return {start: withAnchors(reading, block.start), end};
}

/** Offset of the first of the anchors and comments that stand on lines of their own right above the line at the offset. */
function withAnchors({lines, text}: Reading, offset: number): number {
  let index = lineIndexAt(lines, offset);
  for (let above = lines[index - 1]; above && isAnchor(text, above); above = lines[index - 1]) index--;
  return lines[index]?.start ?? offset;
}

function isAnchor(text: string, {kind, start, end}: Line): boolean {
  const source = text.slice(start, end).trim();
  if (kind === 'comment') return source.startsWith('<!--') && source.endsWith('-->');
  return kind === 'html' && /^<a\s/i.test(source);
}

/** What stands before and after the span would be one block without it; at the beginning of the text nothing is. */
function gap({lines, text}: Reading, {start, end}: Span, nl: string): string {
  const [before, after] = [lines[lineIndexAt(lines, start) - 1], lines[lineIndexAt(lines, end)]];
  return before && before.kind !== 'blank' && after?.kind !== 'blank' ? blankBefore(text, start, nl) : '';
}

/** At the end of the text, the blank lines before the span belong to it: none are left over. */
function withBlankLinesAtEnd({lines, text}: Reading, {start, end}: Span): Span {
  if (end < text.length) return {start, end};
  let index = lineIndexAt(lines, start);
  while (index > 1 && lines[index - 1]?.kind === 'blank') index--;
  return {start: lines[index]?.start ?? start, end};
}

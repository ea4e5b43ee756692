import {rememberedByLine} from '../../model/markdown/placed-lines.ts';
import type {Line} from '../../model/reading.ts';
import {isDigit} from '../../model/time/chars.ts';
import {readStamp} from '../../model/time/find-stamps.ts';
import {sectionLines} from '../places.ts';
import type {Kind, Question} from '../question.ts';

const FEW = 2;

export const timelineBullets: Kind = {
  summary: 'Entries that are list items and begin with a time, most of those that have one.',
  phrases: [],
  negations: [],
  find: question => {
    let first: Line | undefined;
    const count = {entries: 0, bullets: 0, top: 0};
    for (const line of linesOf(question)) {
      if (line.bullet && line.item?.depth === 1) count.top++;
      if (!beginsWithTime(question, line)) continue;
      count.entries++;
      if (!line.bullet) continue;
      count.bullets++;
      first ??= line;
    }
    if (!first || count.bullets < FEW || count.bullets * 2 < count.entries) return undefined;
    return count.bullets * 3 >= count.top ? {start: first.content.start, end: first.end} : undefined;
  },
};

/** The section's text; where there is no such section, all of it. */
function linesOf({requirement, statements: {reading}}: Question): readonly Line[] {
  const section = reading.sections.find(({spec}) => spec.id === requirement.section);
  return section?.titles.length ? sectionLines(reading, requirement.section) : reading.lines;
}

function beginsWithTime({statements: {reading}}: Question, line: Line): boolean {
  if (line.kind !== 'text' && line.kind !== 'code' && line.kind !== 'html') return false;
  return isTimed(reading, line);
}

const isTimed = rememberedByLine(({prose, line: {content, end}}) => {
  const start = afterPreposition(prose, firstWord(prose, content.start, end));
  const stamp = readStamp(prose, start, end, {leading: true});
  return stamp?.clock !== undefined || stamp?.date !== undefined || stamp?.elapsed !== undefined;
});

/** Emoji and other marks may stand before the time. */
function firstWord(prose: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isDigit(prose, at) && !/[\p{L}\p{N}[(~]/u.test(prose[at] ?? '')) at++;
  return at;
}

const preposition =
  /(?:at|around|about|approximately|approx\.|circa|from|by|on|before|after|between|until) +(?:about )?/iy;

/** "At 10:05" begins with a time too. */
function afterPreposition(prose: string, at: number): number {
  preposition.lastIndex = at;
  return preposition.test(prose) ? preposition.lastIndex : at;
}

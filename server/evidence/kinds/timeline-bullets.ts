import {rememberedByLine} from '../../model/markdown/line-memory.ts';
import type {Line} from '../../model/reading.ts';
import {isDigit} from '../../model/time/chars.ts';
import {readStamp} from '../../model/time/find-stamps.ts';
import {sectionLines} from '../places.ts';
import type {Kind, Question} from '../question.ts';
import {isHtmlItem} from './tasks.ts';

const FEW = 2;

export const timelineBullets: Kind = {
  summary: 'Entries that are list items and begin with a time, most of those that have one.',
  phrases: [],
  negations: [],
  find: question => {
    const {reading} = question.statements;
    let first: Line | undefined;
    let [entries, bullets, top] = [0, 0, 0];
    for (const line of linesOf(question)) {
      const looks = looksOf(reading, line);
      if (looks.isOutermost) top++;
      if (!looks.isTimed) continue;
      entries++;
      if (!looks.isBullet) continue;
      bullets++;
      first ??= line;
    }
    if (!first || bullets < FEW || bullets * 2 < entries) return undefined;
    return bullets * 3 >= top ? {start: first.content.start, end: first.end} : undefined;
  },
};

/** The section's text; where there is no such section, all of it. */
function linesOf({requirement, statements: {reading}}: Question): readonly Line[] {
  const section = reading.sections.find(({spec}) => spec.id === requirement.section);
  return section?.titles.length ? sectionLines(reading, requirement.section) : reading.lines;
}

/** What an entry is told by. */
const looksOf = rememberedByLine(({text, prose, line}) => {
  const isHtml = isHtmlItem(text, line);
  return {
    isTimed: beginsWithTime(prose, line),
    isBullet: line.bullet || isHtml,
    isOutermost: isHtml || (line.bullet && line.item?.depth === 1),
  };
});

function beginsWithTime(prose: string, {kind, content, end}: Line): boolean {
  if (kind !== 'text' && kind !== 'code' && kind !== 'html') return false;
  const start = afterPreposition(prose, firstWord(prose, content.start, end));
  const stamp = readStamp(prose, start, end, {leading: true});
  return stamp?.clock !== undefined || stamp?.date !== undefined || stamp?.elapsed !== undefined;
}

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

import {rememberedByLineFor} from '../../model/markdown/line-memory.ts';
import type {Line, Reading} from '../../model/reading.ts';
import {type Names, namesOf} from '../../model/sections/names.ts';
import type {TemplateSection} from '../../model/template.ts';
import {documentTitle} from './layout.ts';

const longestTitle = 12;

/** The first line that could be the title of a section that is missing, although it was taken for a label or a heading of another. */
export function possibleTitle(reading: Reading, spec: TemplateSection): Line | undefined {
  const named = documentTitle(reading)?.line;
  const names = namesOf(reading.template);
  return reading.lines.find(
    line =>
      line.words.length > 0 && (line.index === named ? namedStrictly : namedLoosely)(reading, line, names) === spec,
  );
}

/** The section that a line names, where it is a heading maybe with words of its own around the name. */
const namedLoosely = rememberedByLineFor(({prose, line}, names: Names) => sectionOf(prose, line, names, true));
const namedStrictly = rememberedByLineFor(({prose, line}, names: Names) => sectionOf(prose, line, names, false));

function sectionOf(prose: string, line: Line, names: Names, loose: boolean): TemplateSection | undefined {
  if (!/^(?:heading|text|code|html)$/.test(line.kind)) return undefined;
  const {start, end} = line.lead?.whole ? line.lead : line.content;
  const text = prose.slice(start, end).trim();
  if (line.words.length <= longestTitle && !/[.,;!]$/.test(text)) {
    const isMarked = loose && (line.level > 0 || line.lead?.whole === true);
    const whole = names.match(text.replace(/^#+/, ''), isMarked);
    if (whole) return whole.match !== 'part' || line.level > 0 ? whole.section : undefined;
  }
  const label = line.lead ? prose.slice(line.lead.start, line.lead.end) : beforeMark(text);
  const found = label === undefined ? undefined : names.match(label.trim(), false);
  return found?.match === 'title' ? found.section : undefined;
}

/** What stands before a colon or a dash, if that is near the beginning. */
function beforeMark(text: string): string | undefined {
  const end = text.slice(0, 70).search(/:|\s[-–—]\s/);
  return end > 0 ? text.slice(0, end).replaceAll(/^[*_]+|(?<![*_])[*_]+$/g, '') : undefined;
}

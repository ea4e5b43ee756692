import type {PlacedPiece} from '../markdown/pieces.ts';
import {lineIndexAt} from '../markdown/source-lines.ts';
import type {Heading, Line, Section, Title, Words} from '../reading.ts';
import type {Template, TemplateSection} from '../template.ts';
import type {Span} from '../text.ts';
import {chooseTitles} from './choose-titles.ts';
import {namesOf} from './names.ts';
import {withoutPhases} from './phases.ts';
import {type Candidate, findCandidates} from './titles.ts';

/**
 * Finds the template's sections in a text, whatever marks them.
 *
 * @param whole the text, to its end, even where it is not read so far
 * @param prose what is read of it
 */
export function readSections(
  pieces: readonly PlacedPiece[],
  lines: readonly Line[],
  whole: string,
  prose: string,
  headings: readonly Heading[],
  words: Words,
  template: Template,
): Section[] {
  const named = findCandidates(pieces, template, namesOf(template));
  const candidates = withoutPhases(named, headings, lines, prose);
  const chosen = chooseTitles(candidates, template.sections, headings[0]?.start, words);
  const labels = new Set(candidates.map(candidate => candidate.line.index));
  const titles = chosen.map((candidate, index): [TemplateSection, Title] => {
    const next = chosen[index + 1];
    const limit = next ? opening(next) : prose.length;
    return [candidate.section, toTitle(candidate, bodyEnd(candidate, limit, headings, labels, words))];
  });
  const nested = nestedSections(template);
  return template.sections.map(spec => {
    const own = titles.filter(([section]) => section === spec).map(([, title]) => title);
    const inside = titles.filter(([section]) => nested.get(spec.id)?.has(section.id)).map(([, title]) => title);
    const section = toSection(spec, own, inside, headings, words);
    const goesOn = ({bodyEnd}: Title) => bodyEnd === prose.length && bodyEnd < whole.length;
    const isFilled = (title: Title) => hasFigure(title, lines, whole) || goesOn(title);
    return section.status === 'empty' && own.some(isFilled) ? {...section, status: statusOf(own)} : section;
  });
}

/** Ids of the sections below each section, at any depth. */
function nestedSections(template: Template): Map<string, Set<string>> {
  const nested = new Map(template.sections.map(section => [section.id, new Set<string>()]));
  const parents = new Map(template.sections.map(section => [section.id, section.parent]));
  for (const section of template.sections) {
    for (let parent = section.parent; parent; parent = parents.get(parent)) nested.get(parent)?.add(section.id);
  }
  return nested;
}

/** Where the text of the section before ends: marks and white space before a title on its line are the title's. */
function opening({start, line}: Candidate): number {
  return start === line.content.start ? line.start : start;
}

/** Where the text under a title ends: at the next title, or before it at a heading that begins something else. */
function bodyEnd(
  title: Candidate,
  limit: number,
  headings: readonly Heading[],
  labels: ReadonlySet<number>,
  words: Words,
): number {
  if (!title.real || title.runIn) return limit;
  const closing = within(headings, title.start + 1, limit).filter(
    heading => heading.level <= title.level && !labels.has(heading.line),
  );
  const first = closing[0];
  if (!first) return limit;
  // A title whose own text is missing, above several headings of its own level: the author set the sub-headings too high.
  const bare = words.count({start: title.bodyStart, end: first.start}) === 0;
  return bare && closing.length > 1 && closing.every(heading => heading.level === title.level) ? limit : first.start;
}

function toTitle(candidate: Candidate, end: number): Title {
  const {start, line, marker, level, real, text, name, match, bodyStart} = candidate;
  return {
    start,
    end: candidate.end,
    line: line.index,
    marker,
    level,
    real,
    text,
    name,
    match,
    bodyStart: Math.min(bodyStart, end),
    bodyEnd: end,
  };
}

function toSection(
  spec: TemplateSection,
  titles: readonly Title[],
  inside: readonly Title[],
  headings: readonly Heading[],
  words: Words,
): Section {
  const body = (list: readonly Title[]) =>
    list.reduce((sum, title) => sum + words.count({start: title.bodyStart, end: title.bodyEnd}), 0);
  const own = titles.reduce((sum, title) => sum + words.count({start: title.start, end: title.bodyEnd}), 0);
  const below = inside.reduce((sum, title) => sum + words.count({start: title.start, end: title.bodyEnd}), 0);
  const subsections = titles.flatMap(title => within(headings, title.bodyStart, title.bodyEnd));
  if (titles.length === 0) return {spec, status: 'missing', titles, words: 0, subsections};
  const filled = body(titles) + body(inside) > 0;
  return {spec, status: filled ? statusOf(titles) : 'empty', titles, words: own + below, subsections};
}

/** The spans that begin from `start` on and before `end`, of spans in order. */
function within<T extends Span>(spans: readonly T[], start: number, end: number): T[] {
  let first = lineIndexAt(spans, start);
  while (first < spans.length && (spans[first]?.start ?? 0) < start) first++;
  let last = first;
  while (last < spans.length && (spans[last]?.start ?? 0) < end) last++;
  return spans.slice(first, last);
}

function statusOf(titles: readonly Title[]): 'present' | 'unmarked' {
  return titles.some(title => title.real) ? 'present' : 'unmarked';
}

/** A picture, code or an address says something without words. */
function hasFigure({bodyStart, bodyEnd}: Title, lines: readonly Line[], text: string): boolean {
  for (let index = lineIndexAt(lines, bodyStart); index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.start >= bodyEnd) return false;
    if (line.kind === 'fence') return true;
    if (
      line.kind !== 'comment' &&
      /!\[|<(?:img|svg|picture|video)\b|https?:\/\//i.test(text.slice(line.start, line.end))
    )
      return true;
  }
  return false;
}

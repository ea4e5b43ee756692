import type {Words} from '../reading.ts';
import type {TemplateSection} from '../template.ts';
import type {Candidate} from './titles.ts';

/**
 * Which candidates are titles, and which are labels inside a section ("Root Cause:" in the summary).
 *
 * First every section gets its anchor, the candidate that looks most like its title. Then names that are only a part of a section,
 * or that run into text, are taken where they stand in the template's order between the anchors.
 *
 * @param found candidates, in the order of the text.
 * @param firstHeading where the document's first heading begins, which may be the title of the document.
 * @param words tells whether there is anything between two titles.
 * @returns the titles, in the order of the text.
 */
export function chooseTitles(
  found: readonly Candidate[],
  sections: readonly TemplateSection[],
  firstHeading: number | undefined,
  words: Words,
): Candidate[] {
  const order = new Map(sections.map((section, index) => [section.id, index]));
  const style = styleOf(found);
  const candidates = found.filter(
    each => each.line.start !== firstHeading || !isDocumentTitle(each, found, style, words),
  );
  const strong = candidates.filter(candidate => isStrong(candidate, style));
  const anchors = pickAnchors(strong, style);
  for (const candidate of byScore(candidates, style)) {
    if (anchors.has(candidate.section.id) || !mayFill(candidate, style)) continue;
    if (isInOrder(candidate, [...anchors.values()], order)) anchors.set(candidate.section.id, candidate);
  }
  const rooms = new Map([...anchors].map(([id, anchor]) => [id, {anchor, ...roomOf(anchor, candidates)}]));
  const more = candidates.filter(candidate => isMore(candidate, rooms.get(candidate.section.id), style));
  return [...new Set([...anchors.values(), ...more])].sort((a, b) => a.start - b.start);
}

/** How this author marks sections. */
interface Style {
  /** Sections that real headings name, by the template's titles or aliases. */
  readonly headings: number;
  /** Level that most of these headings have; 0 where there are none. */
  readonly level: number;
  /** The deepest level at which a heading is a section's own title; 0 where none is. */
  readonly deepest: number;
  /** Sections named by list items. */
  readonly lists: number;
}

function styleOf(candidates: readonly Candidate[]): Style {
  const headings = candidates.filter(c => c.real && c.match !== 'part' && !c.runIn);
  const levels = new Map<number, number>();
  for (const {level, match} of headings) levels.set(level, (levels.get(level) ?? 0) + (match === 'title' ? 1.5 : 1));
  const level = [...levels].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
  const deepest = Math.max(0, ...headings.filter(({match}) => match === 'title').map(each => each.level));
  const lists = new Set(
    candidates.filter(c => c.marker === 'list' && !c.runIn && c.match !== 'part').map(c => c.section.id),
  );
  return {headings: new Set(headings.map(c => c.section.id)).size, level, deepest, lists: lists.size};
}

/**
 * `# Outage of the mail queue` above sections of a lower level; `# Outage` where another line has the template's own title of the section,
 * or where there is nothing below it before the next section, and no section has a heading.
 */
function isDocumentTitle(first: Candidate, found: readonly Candidate[], style: Style, words: Words): boolean {
  if (!first.real || first.match === 'title') return false;
  if (first.level < style.level && style.headings > 1) return true;
  if (first.level > 1 || style.headings > 1) return false;
  const next = found.find(({start}) => start > first.start);
  const isBare = next !== undefined && words.count({start: first.bodyStart, end: next.start}) === 0;
  return isBare || found.some(each => each.section === first.section && each.match === 'title' && !each.runIn);
}

function isStrong(candidate: Candidate, style: Style): boolean {
  if (candidate.match === 'part') return false;
  if (candidate.runIn && !isOwnHeading(candidate))
    return isLongTitle(candidate) && candidate.marker !== 'list' && style.headings < 2;
  if (candidate.marker === 'list') return style.lists >= 2 && style.headings < 2;
  if (candidate.real) return candidate.match === 'title' || candidate.level <= Math.max(style.level, 1);
  return candidate.match === 'title' || style.headings < 2;
}

/** The template's own title in a heading, whatever text runs on behind it. */
function isOwnHeading({real, match}: Candidate): boolean {
  return real && match === 'title';
}

/** The template's own title, of so many words that it is no label by chance. */
function isLongTitle({match, section, real}: Candidate): boolean {
  return !real && match === 'title' && section.title.split(' ').length > 2;
}

const markerScores = {heading: 3, html: 3, bold: 3, plain: 2.5, list: 1.5};
const matchScores = {title: 3, alias: 2, near: 1.75, part: 0.5};

function score(candidate: Candidate, style: Style): number {
  const marker = candidate.real ? 4 : markerScores[candidate.marker];
  const match = matchScores[candidate.match];
  const level = candidate.real && candidate.level === style.level ? 0.5 : 0;
  return marker + match + level + lengthScore(candidate) - (candidate.runIn ? 1.5 : 0);
}

/** Nobody writes three words of a title by chance, not even with a slip. */
function lengthScore({match, section, text}: Candidate): number {
  if (section.title.split(' ').length <= 2) return 0;
  if (match === 'title') return 1.25;
  return match === 'near' && text.split(' ').length > 2 ? 0.5 : 0;
}

function byScore(candidates: readonly Candidate[], style: Style): Candidate[] {
  const scored = candidates.map(candidate => ({candidate, score: score(candidate, style)}));
  scored.sort((a, b) => b.score - a.score || a.candidate.start - b.candidate.start);
  return scored.map(({candidate}) => candidate);
}

function pickAnchors(strong: readonly Candidate[], style: Style): Map<string, Candidate> {
  const anchors = new Map<string, Candidate>();
  for (const candidate of byScore(strong, style)) {
    if (!anchors.has(candidate.section.id)) anchors.set(candidate.section.id, candidate);
  }
  return anchors;
}

/** May it be the title of a section that has no better one, if the order is right? */
function mayFill(candidate: Candidate, style: Style): boolean {
  if (candidate.real && candidate.match === 'part')
    return style.level === 0 || candidate.level <= Math.max(style.level, style.deepest);
  if (candidate.marker === 'list') {
    const isLabel = candidate.line.lead?.style === 'bold' && style.lists >= 2 && style.headings < 2;
    return candidate.match === 'title' && (!candidate.runIn || isLabel);
  }
  if (!candidate.real && style.headings >= 2) return candidate.match === 'title';
  return true;
}

function isInOrder(candidate: Candidate, anchors: readonly Candidate[], order: ReadonlyMap<string, number>): boolean {
  const rank = (c: Candidate) => order.get(c.section.id) ?? 0;
  const before = anchors.filter(anchor => anchor.start < candidate.start).sort((a, b) => b.start - a.start)[0];
  const after = anchors.filter(anchor => anchor.start > candidate.start).sort((a, b) => a.start - b.start)[0];
  if (!before && candidate.match === 'part' && candidate.runIn) return false;
  return (!before || rank(before) <= rank(candidate)) && (!after || rank(candidate) <= rank(after));
}

/** Is it a further title of a section that has its anchor: a duplicate, or another part of it? */
function isMore(candidate: Candidate, room: Room | undefined, style: Style): boolean {
  if (!room || (candidate.runIn && !isOwnHeading(candidate)) || candidate === room.anchor) return false;
  const {anchor, start, end} = room;
  if (candidate.real)
    return anchor.real
      ? candidate.level <= anchor.level
      : candidate.match === 'title' && candidate.level <= style.level;
  const isPartly = anchor.match !== 'title' && lengthScore(anchor) === 0;
  if (isPartly && isAlike(candidate, anchor) && start < candidate.start && candidate.start < end) return true;
  return candidate.match === 'title' && candidate.marker === anchor.marker && anchor.match === 'title';
}

/** Are both marked in the same way? What comes behind a title and is only a part stands inside it, unless that is a part, too. */
function isAlike(candidate: Candidate, anchor: Candidate): boolean {
  if (candidate.marker !== anchor.marker || candidate.match === 'title') return false;
  if (anchor.match === 'part') return candidate.match === 'part';
  if (anchor.marker === 'list' || candidate.text.endsWith(':') || anchor.text.endsWith(':')) return false;
  return candidate.match === 'part' ? candidate.start < anchor.start : candidate.start > anchor.start;
}

/** An anchor, and between which offsets nothing of another section stands. */
interface Room {
  readonly anchor: Candidate;
  readonly start: number;
  readonly end: number;
}

function roomOf(anchor: Candidate, all: readonly Candidate[]): Omit<Room, 'anchor'> {
  let start = Number.NEGATIVE_INFINITY;
  let end = Number.POSITIVE_INFINITY;
  for (const each of all) {
    if (each.section === anchor.section || each.match === 'part') continue;
    if (each.start <= anchor.start) start = Math.max(start, each.start);
    if (each.start >= anchor.start) end = Math.min(end, each.start);
  }
  return {start, end};
}

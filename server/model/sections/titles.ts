import {trim} from '../markdown/draft.ts';
import {move, type Piece} from '../markdown/piece.ts';
import type {PlacedPiece} from '../markdown/pieces.ts';
import type {Line, Marker} from '../reading.ts';
import {newQuestion} from '../remembering.ts';
import type {Template, TemplateSection} from '../template.ts';
import type {Span} from '../text.ts';
import type {NameMatch, Names} from './names.ts';

/** Something that may open a section, before it is weighed against the others. */
export interface Candidate extends Span {
  readonly line: Line;
  readonly section: TemplateSection;
  readonly match: NameMatch['match'];
  readonly marker: Marker;
  readonly level: number;
  readonly real: boolean;
  readonly name: Span;
  /** As the author wrote it, without marks. */
  readonly text: string;
  /** Text follows on the same line: "Issue Summary: On Monday …". */
  readonly runIn: boolean;
  readonly bodyStart: number;
}

/** What names a section of the template in a piece. */
const namedIn = newQuestion<{readonly names: Names; readonly found: readonly Candidate[]}>();

/** Every line, or part of a line, that names a section of the template, in order. */
export function findCandidates(pieces: readonly PlacedPiece[], template: Template, names: Names): Candidate[] {
  const candidates: Candidate[] = [];
  for (const placed of pieces) {
    const known = namedIn.answerOf(placed.piece);
    const found = known?.names === names ? known.found : readCandidates(placed.piece, template, names);
    if (known?.found !== found) namedIn.keep(placed.piece, {names, found});
    for (const candidate of found) candidates.push(placeCandidate(candidate, placed));
  }
  return candidates;
}

function readCandidates(piece: Piece, template: Template, names: Names): Candidate[] {
  return candidatesIn(piece, template, names).map(found => {
    const text = piece.prose.slice(found.start, found.end).trim();
    return {text: text.replaceAll(/[ \t]+/g, ' '), ...found};
  });
}

function placeCandidate(candidate: Candidate, {start, lines}: PlacedPiece): Candidate {
  const line = lines[candidate.line.index] ?? candidate.line;
  const real = candidate.real && line.real;
  return {
    ...candidate,
    ...move(candidate, start),
    line,
    real,
    name: move(candidate.name, start),
    bodyStart: candidate.bodyStart + start,
  };
}

type Unread = Omit<Candidate, 'text'>;

function candidatesIn({source, lines, prose}: Piece, template: Template, names: Names): Unread[] {
  const candidates: Unread[] = [];
  for (const line of lines) {
    if (!mayHoldTitle(line, source)) continue;
    const next = lines[line.index + 1]?.start ?? prose.length;
    const candidate =
      line.level > 0
        ? heading(line, prose, names, next)
        : (whole(line, prose, names, next) ?? runIn(line, prose, names));
    if (candidate) candidates.push(candidate);
    else if (line.words.length > 3) candidates.push(...midLine(line, prose, next, template, names));
  }
  return candidates;
}

function heading(line: Line, prose: string, names: Names, next: number): Unread | undefined {
  const found = names.match(prose.slice(line.content.start, line.content.end), true);
  if (!found) return undefined;
  const marker = line.kind === 'html' && line.real ? 'html' : 'heading';
  const colon = prose.indexOf(':', line.content.start + found.end - 1);
  const long = line.words.length > 10 && colon > 0 && colon < line.content.end - 1;
  return make(line, found, {
    marker,
    level: line.level,
    real: line.real,
    runIn: long,
    bodyStart: long ? colon + 1 : next,
  });
}

/** A line that is nothing but a title. */
function whole(line: Line, prose: string, names: Names, next: number): Unread | undefined {
  if (line.words.length > 12) return undefined;
  const hashes = prose[line.content.start] === '#' ? hashesOf(prose.slice(line.content.start, line.content.end)) : 0;
  const bold = line.lead?.whole ? line.lead : undefined;
  const content = trim(prose, bold ?? {start: line.content.start + hashes, end: line.content.end});
  const text = prose.slice(content.start, content.end);
  if (!text || /[.,;!]$/.test(text)) return undefined;
  const found = names.match(text, bold !== undefined || hashes > 0);
  if (!found) return undefined;
  const marker: Marker = line.bullet ? 'list' : bold ? 'bold' : 'plain';
  return make({...line, content}, found, {marker, level: hashes, real: false, runIn: false, bodyStart: next, line});
}

/** Of a heading that lacks the blank behind them. */
function hashesOf(text: string): number {
  return /^#{1,6}(?=[^#\s])/.exec(text)?.[0].length ?? 0;
}

/** `Issue Summary: On Monday …`, `**Timeline:** All times …`. */
function runIn(line: Line, prose: string, names: Names): Unread | undefined {
  const head = prose.slice(line.content.start, Math.min(line.content.end, line.content.start + 70));
  const colon = line.lead ? line.lead.end - line.content.start : head.search(/:(?!\d)|\s[-–—]\s/);
  if (colon <= 0) return undefined;
  const end = line.content.start + colon;
  const after = /^[\s*_]*(?::|[-–—](?=\s))?/.exec(prose.slice(end, end + 12))?.[0].length ?? 0;
  const separated = prose.slice(end - 1, end + after).trim().length > 1 || /:$/.test(prose.slice(0, end).slice(-1));
  if (!separated && line.lead) return undefined;
  const text = prose.slice(line.lead?.start ?? line.content.start, end);
  // "TODO: ask Noor" is a note.
  if (!line.lead && /^\s*to[ -]?do\W*$/i.test(text)) return undefined;
  const found = names.match(text.trimEnd(), false);
  if (!found) return undefined;
  const offset = (line.lead?.start ?? line.content.start) - line.content.start;
  const moved = {...found, start: found.start + offset, end: found.end + offset};
  const marker: Marker = line.bullet ? 'list' : line.lead ? 'bold' : 'plain';
  return {
    ...make(line, moved, {marker, level: 0, real: false, runIn: true, bodyStart: end + after}),
    start: line.content.start,
    end: Math.max(end + after, end),
  };
}

/** Lines of text; and a line without cells right below a table, which Markdown takes for a row. */
function mayHoldTitle({kind, words, cells, content}: Line, source: string): boolean {
  if (words.length === 0) return false;
  if (kind === 'table') return cells.length === 1 && !source.slice(content.start, content.end).includes('|');
  return kind === 'heading' || kind === 'text' || kind === 'code' || kind === 'html';
}

const capitalised = /[.!?]['"”’)]?[ \t]+(\p{Lu}[\p{L} &,-]{5,60}?):/gu;

/**
 * A title with a colon after a full stop in the middle of a line, or at its end, where a line end was lost. In the middle it must be
 * the template's own title and more than one word, for labels look like that too.
 */
function midLine(line: Line, prose: string, next: number, template: Template, names: Names): Unread[] {
  const content = prose.slice(line.content.start, line.content.end).trimEnd();
  const stop = content.search(/[.!?]/);
  if (stop < 0 || content.lastIndexOf(':') < stop) return [];
  const found: Unread[] = [];
  for (const {0: whole, 1: text = '', index} of content.matchAll(capitalised)) {
    const start = line.content.start + index + whole.indexOf(text);
    const end = line.content.start + index + whole.length;
    const known = names.match(text, false);
    const closes = index + whole.length === content.length;
    if (known?.match !== 'title' || (!closes && text.trim().split(' ').length < 2)) continue;
    if (!template.sections.includes(known.section)) continue;
    const shape = {marker: 'plain', level: 0, real: false, runIn: !closes, bodyStart: closes ? next : end} as const;
    const name = {start, end: start + text.length};
    found.push({start, end, line, section: known.section, match: 'title', name, ...shape});
  }
  return found;
}

interface Shape {
  readonly marker: Marker;
  readonly level: number;
  readonly real: boolean;
  readonly runIn: boolean;
  readonly bodyStart: number;
  readonly line?: Line;
}

function make(line: Line, found: NameMatch, shape: Shape): Unread {
  const origin = shape.line ?? line;
  const name = {start: line.content.start + found.start, end: line.content.start + found.end};
  const {start, end} = origin.content;
  return {start, end, section: found.section, match: found.match, name, ...shape, line: origin};
}

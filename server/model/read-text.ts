import {readConflicts} from './conflicts.ts';
import {readFrontMatter} from './front-matter.ts';
import {longestText, mostLines} from './markdown/limits.ts';
import {type Lines, readLines, readSomeLines} from './markdown/lines.ts';
import type {Version} from './markdown/pieces.ts';
import {endOfLines} from './markdown/source-lines.ts';
import type {Conflict, FrontMatter, Reading} from './reading.ts';

/** What was read of a text so far. */
export interface ReadAhead {
  readonly isWhole: boolean;
}

/** What is read of a text, line by line. */
export interface TextLines extends Lines {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  readonly conflicts: readonly Conflict[];
}

interface Known extends Version {
  /** The text was longer. */
  readonly isCut: boolean;
}

/** What each reading was made of: known to the reader alone. It is found by the lines, which what is made of a reading has too. */
const knownBy = new WeakMap<Reading['lines'] | ReadAhead, Known>();

/** What was found in the texts that were read ahead to their ends. */
const foundBy = new WeakMap<ReadAhead, TextLines & {readonly whole: string}>();

/** How much is read at once, in UTF-16 units: in the worst case some tens of milliseconds. */
const stride = 4000;

/**
 * Reads a text a stretch at a time: so often that `isWhole` is true, and `read` has next to nothing left to do.
 *
 * @param before what was read before, of the same text or an earlier version.
 */
export function readAhead(whole: string, before?: Reading | ReadAhead): ReadAhead {
  const known = knownOf(before);
  const {found, version, text} = withinLimits(whole, known, each => readSome(each, known));
  const ahead = {isWhole: version === undefined || found !== undefined};
  if (found) foundBy.set(ahead, {whole, ...found});
  const made = version ? {isCut: text !== whole, ...version} : known;
  if (made) knownBy.set(ahead, made);
  return ahead;
}

/**
 * Reads all lines of a text within the limits.
 *
 * @param previous an earlier version, or what was read ahead: what stands unchanged is not read again.
 */
export function readText(whole: string, previous: Reading | ReadAhead | undefined): TextLines {
  const ahead = previous && !('lines' in previous) ? foundBy.get(previous) : undefined;
  if (ahead?.whole === whole) return ahead;
  const known = knownOf(previous);
  return withinLimits(whole, known, text => readAll(text, known));
}

/** Notes what a reading was made of, for the next version of its text. */
export function keepVersion({lines, version, text}: TextLines, whole: string): void {
  knownBy.set(lines, {isCut: text !== whole, ...version});
}

function knownOf(previous: Reading | ReadAhead | undefined): Known | undefined {
  return previous && knownBy.get('lines' in previous ? previous.lines : previous);
}

/** Lines are counted beforehand only where there may be too many: most versions have as many as the one before. */
function withinLimits<Some extends {readonly text: string; readonly count: number}>(
  whole: string,
  known: Known | undefined,
  readIt: (text: string) => Some,
): Some {
  const text = withinLength(whole);
  const some = readIt(known && !known.isCut ? text : withinLines(text));
  if (some.count <= mostLines) return some;
  const cut = withinLines(text);
  return cut.length < some.text.length ? readIt(cut) : some;
}

/** What is read at once. No version where nothing can be read ahead; all that was found where the end was reached. */
function readSome(text: string, known: Known | undefined) {
  const conflicts = readConflicts(text);
  // Their marks are blanked before anything is read: that is done whole, as long as the conflicts stand.
  if (conflicts.length > 0) return {text, count: 0, version: undefined, found: undefined};
  const [start, frontMatter] = beginningOf(text);
  const {version, all, count} = readSomeLines(text, start, frontMatter, known, stride);
  return {text, count, version, found: all && {text, frontMatter, conflicts, ...all}};
}

function readAll(text: string, known: Known | undefined) {
  const [start, frontMatter] = beginningOf(text);
  const conflicts = readConflicts(text);
  const all = readLines(text, start, frontMatter, conflicts, known);
  return {text, count: all.lines.length, frontMatter, conflicts, ...all};
}

/** Where Markdown begins, and what stands before it; a byte-order mark is passed over. */
function beginningOf(text: string): readonly [number, FrontMatter | undefined] {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const frontMatter = readFrontMatter(text, start);
  return [frontMatter?.end ?? start, frontMatter];
}

/** The text up to the last whole line within so many UTF-16 units. */
function withinLength(text: string): string {
  if (text.length <= longestText) return text;
  const lineEnd = text.lastIndexOf('\n', longestText);
  return text.slice(0, lineEnd > 0 ? lineEnd + 1 : longestText);
}

function withinLines(text: string): string {
  // A copy: to search the concatenation that an edit leaves behind takes long for each line.
  const end = endOfLines(text.slice(0, longestText + 1), mostLines);
  return end < text.length ? text.slice(0, end) : text;
}

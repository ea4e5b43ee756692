/**
 * What is read while one types must never be felt: micromark takes time that grows with the square of some counts, and recurses into
 * nested blocks. Beyond these limits, which no postmortem of the corpora comes near, a text is read more simply, and its author is told.
 */

/** UTF-16 units of a document that are read at all: some fifty thousand words. */
export const longestText = 300_000;

/** Lines of a document that are read at all. */
export const mostLines = 5000;

/** UTF-16 units of the YAML in front of a document. */
export const longestFrontMatter = 8000;

/** UTF-16 units of a stretch without a blank line. */
const longestPiece = 20_000;

/** Marks (`*`, `_`, `[`, `]`, `<`, backtick, `!`) outside of tables, in a stretch without a blank line. */
const mostMarks = 1000;

/** Lines of a stretch without a blank line. */
const mostLinesAtOnce = 1500;

/** Sides of cells (`|`) in a stretch without a blank line. */
const mostCellSides = 2000;

/** Quotes and list items within each other. */
const deepestNesting = 40;

/** Underlines of headings, in a stretch without a blank line. */
const mostUnderlines = 100;

const underline = /^ {0,3}(?:=+|-+)[ \t]*$/gm;
const mark = /[*_[\]<`!&]/g;
const nesting = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){2}/;
const container = />|[-*+][ \t]|\d[.)][ \t]/g;

/** Is the end of a document not read? Then nothing is known of what stands there, and what reaches to the end must be left alone. */
export function isCut(limits: readonly {readonly kind: string}[]): boolean {
  return limits.some(({kind}) => kind === 'unread');
}

/** Is this too long, too dense with marks or too deeply nested for the parser? */
export function isBeyondLimits(source: string): boolean {
  if (source.length > longestPiece) return true;
  if (source.length < mostMarks) return nestsTooDeeply(source);
  if (hasMore(source, /\n|\r\n?/g, mostLinesAtOnce) || hasMore(source, /\|/g, mostCellSides)) return true;
  const tableless = source.includes('|') ? source.replaceAll(/^[ \t]*\|.*$/gm, '') : source;
  return hasMore(tableless, mark, mostMarks) || hasMore(source, underline, mostUnderlines) || nestsTooDeeply(source);
}

function hasMore(source: string, what: RegExp, most: number): boolean {
  return (source.match(what)?.length ?? 0) > most;
}

function nestsTooDeeply(source: string): boolean {
  if (source.length < deepestNesting) return false;
  let indented = 0;
  for (const line of source.split(/[\r\n]+/)) {
    if (nesting.test(line) && (line.slice(0, 400).match(container)?.length ?? 0) > deepestNesting) return true;
    if (/^[ \t]{80}/.test(line) && container.test(line.slice(80, 100))) indented++;
    container.lastIndex = 0;
  }
  return indented > 0 && /^[ \t]*(?:>|[-*+]|\d)/m.test(source);
}

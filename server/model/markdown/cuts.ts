/** Offset of the next line that begins a block of its own, at least `least` units on; `stop` is never passed over. */
export function nextCut(source: string, from: number, end: number, stop: number, least: number): number {
  let state = stateAt(source, from);
  for (let at = from; at < end; ) {
    if (at > from && isCut(source, at, state)) {
      if (at === stop || at - from >= least) return at;
      state = stateAt(source, at);
    }
    const next = lineAfter(source, at, end);
    state = after(state, source, at, next);
    at = next;
  }
  return end;
}

/** May a piece begin at the offset, when the one before it is this? */
export function mayFollow(piece: string, source: string, at: number): boolean {
  return isCut(source, at, stateAfter(piece));
}

/** What the lines of a piece leave behind. */
interface State {
  /**
   * Column at which the text of the last item of an outermost list begins, as long as all lines so far begin such an item, are blank,
   * or are indented so far that they belong to one; else 0.
   */
  readonly list: number;
  /** The last line is blank. */
  readonly blank: boolean;
  /**
   * The last line that is not blank may be indented code, which micromark lets nothing follow that cannot interrupt a paragraph, or go
   * on with a paragraph that only such lines end.
   */
  readonly deep: boolean;
  /** There is a fence or HTML within a list or quote: micromark lets one that is not closed change how the next item is read. */
  readonly fence: boolean;
}

/** Nothing before the line matters. */
function stateAt(source: string, at: number): State {
  return {list: listColumn(source, at), blank: false, deep: false, fence: false};
}

/** Behind white space or marks of lists and quotes. */
const innerFence = /^[ \t>*+\-\d.)[\]xX]+(?:```|~~~|<)/;
/** Begins no block of its own: it goes on with the paragraph before it. */
const plainText = /^ {0,3}(?:[\p{L}"'(“‘$@]|\d(?!\d{0,8}[.)](?:\s|$)))/u;
const listOrQuote = /^(?:>|[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$))/;

function after(state: State, source: string, start: number, end: number): State {
  const blank = isBlank(source, start, end);
  if (blank) return {...state, blank};
  const isLazy = state.list > 0 && !state.blank && plainText.test(source.slice(start, start + 12));
  const goesOn = isLazy || indentOf(source, start) >= state.list;
  return {
    list: state.list > 0 ? listColumn(source, start) || (goesOn ? state.list : 0) : 0,
    blank,
    deep: isLazy || indentOf(source, start) >= 4,
    fence: state.fence || innerFence.test(source.slice(start, end)),
  };
}

function stateAfter(source: string): State {
  let state = stateAt(source, 0);
  for (let at = 0; at < source.length; ) {
    if (at > 0 && isCut(source, at, state)) state = stateAt(source, at);
    const next = lineAfter(source, at, source.length);
    state = after(state, source, at, next);
    at = next;
  }
  return state;
}

/**
 * May a piece begin at this line? After a blank line, if it is not indented: then paragraphs, tables, quotes, list items and
 * indented code before it are over. Between items of a list, if nothing else stands between them.
 */
function isCut(source: string, at: number, {list, blank, deep, fence}: State): boolean {
  const code = source.charCodeAt(at);
  const before = source.charCodeAt(at - 1);
  if (before !== 10 && before !== 13) return false;
  if (code === 10 || code === 13 || indentOf(source, at) > 0) return false;
  if (deep && !mayInterrupt(source, at)) return false;
  if (fence && listOrQuote.test(source.slice(at, at + 12))) return false;
  return blank || (list > 0 && listColumn(source, at) > 0);
}

/** Not an empty list item, one that holds another from its beginning, an ordered one that does not begin with 1, or HTML. */
function mayInterrupt(source: string, at: number): boolean {
  if (source[at] === '<') return false;
  const marker = /^(?:[-*+]|\d{1,9}[.)])/.exec(source.slice(at, at + 10))?.[0];
  if (marker === undefined) return true;
  const column = listColumn(source, at);
  const isFirst = marker.length === 1 || marker.slice(0, -1) === '1';
  return isFirst && column > 0 && !listOrQuote.test(source.slice(at + column, at + column + 12));
}

/** Column at which the text begins on a line that begins, without indentation, with a list marker and text; else 0. */
function listColumn(source: string, at: number): number {
  let after = at;
  const code = source.charCodeAt(at);
  if (code === 45 || code === 42 || code === 43) after++;
  else {
    while (after < at + 9 && source.charCodeAt(after) >= 48 && source.charCodeAt(after) <= 57) after++;
    const mark = source[after];
    if (after === at || (mark !== '.' && mark !== ')')) return 0;
    after++;
  }
  if (source[after] !== ' ') return 0;
  let text = after;
  while (text - after < 5 && source[text] === ' ') text++;
  if (source.charCodeAt(text) <= 32) return text - after < 5 ? 0 : after + 1 - at;
  if (source.charCodeAt(text) === code && isThematicBreak(source, at)) return 0;
  return (text - after < 5 ? text : after + 1) - at;
}

/** Three marks or more and nothing else: it begins like an item and is none. */
function isThematicBreak(source: string, at: number): boolean {
  const mark = source[at];
  let marks = 0;
  for (let index = at; index < source.length; index++) {
    const char = source[index];
    if (char === '\n' || char === '\r') break;
    if (char === mark) marks++;
    else if (char !== ' ' && char !== '\t') return false;
  }
  return marks >= 3 && mark !== '+';
}

/** Spaces at the beginning of a line; a tab makes it 4 at least. */
function indentOf(source: string, at: number): number {
  let index = at;
  while (source[index] === ' ') index++;
  return source[index] === '\t' ? Math.max(4, index - at) : index - at;
}

/** Offset of the line that follows. */
export function lineAfter(source: string, at: number, end: number): number {
  for (let index = at; index < end; index++) {
    const code = source.charCodeAt(index);
    if (code === 10) return index + 1;
    if (code === 13) return source.charCodeAt(index + 1) === 10 && index + 1 < end ? index + 2 : index + 1;
  }
  return end;
}

function isBlank(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return false;
  }
  return true;
}

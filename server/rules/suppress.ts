import type {Line, Reading} from '../model/reading.ts';
import type {Edit} from '../model/text.ts';
import type {Finding, Fix} from './rule.ts';
import {lineAt, newline} from './structure/layout.ts';
import {canBeginBlock} from './structure/open-blocks.ts';

/**
 * "Ignore this here": a comment that silences the finding and changes nothing else that Markdown makes of the text. It goes on a line
 * of its own above, or, inside paragraphs and lists, to the end of the line; around tables and code; and where none of these is
 * safe, to the top of the file.
 */
export function suppress(reading: Reading, {rule, span}: Pick<Finding, 'rule' | 'span'>): Fix {
  const here = `Ignore '${rule}' here`;
  const line = lineAt(reading, span.start);
  const edits =
    line &&
    (extended(reading, line, rule) ??
      above(reading, line, rule) ??
      atEnd(reading, line, rule) ??
      around(reading, line, rule));
  if (edits) return {title: here, edits, safe: true};
  return {title: `Ignore '${rule}' in this file`, edits: [atTop(reading, rule)], safe: true};
}

function comment(kind: string, rule: string): string {
  return `<!-- postmortem-${kind} ${rule} -->`;
}

/** Names the rule in the comment that silences others on this line already. */
function extended({text, suppressions}: Reading, line: Line, rule: string): Edit[] | undefined {
  const near = suppressions.find(({start, scope, rules}) => {
    const forLine = /^<!--\s*postmortem-disable-(?:next-)?line\b/.test(text.slice(start, start + 60));
    return forLine && rules.length > 0 && scope.start < scope.end && scope.end === line.end + 1;
  });
  const named =
    near && /^<!--\s*postmortem-[a-z-]+(?:[\s,]+[a-z0-9]+(?:-[a-z0-9]+)*)+/.exec(text.slice(near.start, near.end));
  if (!near || !named) return undefined;
  const at = near.start + named[0].length;
  return [{start: at, end: at, text: ` ${rule}`}];
}

/** What is no item of a list only for what stands before it would be one behind a comment. */
const listMark = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;

/** Is text where an empty item may not stand, and the mark of an item as soon as something stands behind it. */
const bareMark = /^(?:[-*+]|\d{1,9}[.)])$/;

/** On a line of its own, where the line begins a block: a comment elsewhere would cut a paragraph or a list in two. */
function above(reading: Reading, line: Line, rule: string): Edit[] | undefined {
  const before = reading.lines[line.index - 1];
  const opens = isAtx(reading, line) || !before || before.kind === 'blank' || isAtx(reading, before);
  const nested = line.item !== undefined && !(line.bullet && line.item.depth === 1 && !isListBefore(reading, line));
  const kinds: readonly Line['kind'][] = ['heading', 'text', 'html', 'code', 'table'];
  if (!opens || nested || line.quote > 0 || !kinds.includes(line.kind) || !canBeginBlock(reading, line.start))
    return undefined;
  if (line.kind === 'code' && isCodeBefore(reading, line)) return undefined;
  if (!line.item && listMark.test(reading.text.slice(line.start, line.content.end))) return undefined;
  const at = line.start;
  return [{start: at, end: at, text: comment('disable-next-line', rule) + newline(reading.text)}];
}

/** A heading with hashes: the other kind has lines of its own above it. */
function isAtx({text}: Reading, {kind, real, start, content}: Line): boolean {
  return kind === 'heading' && real && text.slice(start, content.start).includes('#');
}

function filledBefore({lines}: Reading, line: Line): Line | undefined {
  return lines.slice(0, line.index).findLast(({kind}) => kind !== 'blank');
}

function isListBefore(reading: Reading, line: Line): boolean {
  return filledBefore(reading, line)?.item !== undefined;
}

function isCodeBefore(reading: Reading, line: Line): boolean {
  const before = filledBefore(reading, line);
  return before?.kind === 'code' || before?.item !== undefined;
}

/** Behind the text of the line, unless it is all bold and may be a title, or unless a span of code, a tag or the target of a link goes on to the next line. */
function atEnd(reading: Reading, line: Line, rule: string): Edit[] | undefined {
  const isEmpty = reading.prose.slice(line.content.start, line.content.end).trim() === '';
  if (line.kind !== 'text' || isEmpty || reading.wrapper || line.lead?.whole) return undefined;
  if (bareMark.test(reading.text.slice(line.content.start, line.content.end))) return undefined;
  const paragraph = reading.text.slice(paragraphStart(reading, line), line.content.end);
  const open = isCodeOpen(paragraph) || paragraph.lastIndexOf('<') > paragraph.lastIndexOf('>');
  if (open || paragraph.lastIndexOf('](') > paragraph.lastIndexOf(')')) return undefined;
  // Behind a hard break the comment would make it a backslash that is shown.
  const next = reading.lines[line.index + 1];
  const breaks = reading.text[line.content.end - 1] === '\\' && next?.kind === 'text' && !next.bullet;
  const at = line.content.end - (breaks ? 1 : 0);
  return [{start: at, end: at, text: ` ${comment('disable-line', rule)}`}];
}

function paragraphStart({lines}: Reading, line: Line): number {
  let first = line;
  for (let before = lines[first.index - 1]; before?.kind === 'text'; before = lines[first.index - 1]) {
    if (first.bullet || first.quote > before.quote) break;
    first = before;
  }
  return first.start;
}

/** Does a span of code begin that does not end here: a run of backticks without another one as long? */
function isCodeOpen(paragraph: string): boolean {
  let open = 0;
  for (const [found] of paragraph.matchAll(/\\[^`]|\\?`+/g)) {
    const run = found.split('`').length - 1;
    // Outside of code, a backslash takes the first backtick of the run.
    if (open === 0 && run > 0) open = found.startsWith('\\') ? run - 1 : run;
    else if (run === open) open = 0;
  }
  return open > 0;
}

/** Above and below a table or a block of code that blank lines set apart. */
function around(reading: Reading, line: Line, rule: string): Edit[] | undefined {
  const {lines} = reading;
  if (line.item || line.quote > 0 || (line.kind !== 'table' && line.kind !== 'fence')) return undefined;
  const isSame = (other: Line | undefined) =>
    other?.kind === line.kind || (line.kind === 'table' && other?.kind === 'rule');
  let [first, last] = [line, line];
  for (let before = lines[first.index - 1]; before && isSame(before); before = lines[first.index - 1]) first = before;
  for (let after = lines[last.index + 1]; after && isSame(after); after = lines[last.index + 1]) last = after;
  const [before, after] = [lines[first.index - 1], lines[last.index + 1]];
  if ((before && before.kind !== 'blank') || after?.kind !== 'blank' || !canBeginBlock(reading, after.start))
    return undefined;
  const nl = newline(reading.text);
  return [
    {start: first.start, end: first.start, text: comment('disable', rule) + nl},
    {start: last.end, end: last.end, text: nl + comment('enable', rule)},
  ];
}

function atTop({text, lines, frontMatter}: Reading, rule: string): Edit {
  const nl = newline(text);
  const written = comment('disable-file', rule);
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const first = frontMatter && lines.find(({start}) => start > frontMatter.end);
  if (frontMatter && !first) return {start: text.length, end: text.length, text: nl + written + nl};
  const at = first?.start ?? mark;
  return {start: at, end: at, text: written + nl};
}

import type {Span} from '../text.ts';

export interface HtmlText {
  /** What a browser would show as text. */
  readonly visible: Span[];
  readonly comments: Span[];
  /** `<h1>` to `<h6>`, with the span of the text between the tags. */
  readonly headings: {readonly span: Span; readonly content: Span; readonly level: number}[];
}

/** Reads raw HTML leniently and in linear time: anything that is not closed runs to the end. Spans are offsets into `text`. */
export function readHtml(text: string, start: number, end: number): HtmlText {
  const found: HtmlText = {visible: [], comments: [], headings: []};
  let open: {start: number; content: number; level: number} | undefined;
  let at = start;
  while (at < end) {
    if (text[at] !== '<') {
      const next = indexBefore(text, '<', at, end);
      found.visible.push({start: at, end: next});
      at = next;
    } else if (text.startsWith('<!--', at)) {
      const close = text.indexOf('-->', at + 4);
      const stop = close < 0 || close + 3 > end ? end : close + 3;
      found.comments.push({start: at, end: stop});
      at = stop;
    } else {
      const tag = readTag(text, at, end);
      if (!tag) {
        found.visible.push({start: at, end: at + 1});
        at++;
        continue;
      }
      if (tag.heading > 0 && !tag.closing) open = {start: at, content: tag.end, level: tag.heading};
      if (tag.heading > 0 && tag.closing && open) {
        found.headings.push({
          span: {start: open.start, end: tag.end},
          content: {start: open.content, end: at},
          level: open.level,
        });
        open = undefined;
      }
      at = tag.hides ? skipTo(text, `</${tag.name}`, tag.end, end) : tag.end;
    }
  }
  return found;
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly end: number;
  readonly heading: number;
  /** Its content is not shown as text. */
  readonly hides: boolean;
}

function readTag(text: string, at: number, limit: number): Tag | undefined {
  const closing = text[at + 1] === '/';
  const nameStart = at + (closing ? 2 : 1);
  let nameEnd = nameStart;
  while (nameEnd < limit && isNameChar(text.charCodeAt(nameEnd))) nameEnd++;
  const declaration = text[nameStart] === '!' || text[nameStart] === '?';
  if (nameEnd === nameStart && !declaration) return undefined;
  const name = text.slice(nameStart, Math.min(nameEnd, nameStart + 12)).toLowerCase();
  const level = name.length === 2 && name[0] === 'h' ? Number(name[1]) : 0;
  const heading = level >= 1 && level <= 6 ? level : 0;
  return {
    name,
    closing,
    end: tagEnd(text, nameEnd, limit),
    heading,
    hides: !closing && (name === 'script' || name === 'style'),
  };
}

/** The offset after `>`, quoted attribute values passed over. */
function tagEnd(text: string, from: number, limit: number): number {
  let quote = '';
  for (let at = from; at < limit; at++) {
    const char = text[at] ?? '';
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at + 1;
  }
  return indexBefore(text, '>', from, limit - 1) + 1;
}

function isNameChar(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 45;
}

function indexBefore(text: string, char: string, from: number, limit: number): number {
  const at = text.indexOf(char, from);
  return at < 0 || at > limit ? limit : at;
}

function skipTo(text: string, needle: string, from: number, limit: number): number {
  const at = text.indexOf(needle, from);
  return at < 0 || at > limit ? limit : at;
}

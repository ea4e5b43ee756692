import {longestFrontMatter} from './markdown/limits.ts';
import type {FrontMatter} from './reading.ts';
import type {Span} from './text.ts';
import {nestedTooDeeply, parseYaml} from './yaml.ts';

const tooLong = 'The front matter is too long to be read';

const keyLine = /^["']?[A-Za-z_][\w .-]{0,60}["']?\s?:(\s|$)/;

/**
 * The YAML between `---` on the first line and the next `---` or `...`. A rule that is left open, or that has no `key:` under it,
 * is a thematic break and no front matter. Spans include the marks.
 *
 * @param start offset of the first line: 1 where a byte-order mark stands before it.
 */
export function readFrontMatter(text: string, start: number): FrontMatter | undefined {
  if (!text.startsWith('---', start)) return undefined;
  const first = endOfLine(text, start);
  if (text.slice(start, first).trimEnd() !== '---') return undefined;
  let at = afterLineEnd(text, first);
  for (let line = 1; at < text.length; line++) {
    const end = endOfLine(text, at);
    const content = text.slice(at, end).trimEnd();
    if (content === '---' || content === '...') return parse(text, {start, end}, first, at);
    if (line === 1 && !content.startsWith('#') && !keyLine.test(content)) return undefined;
    at = afterLineEnd(text, end);
  }
  return undefined;
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

function afterLineEnd(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : at + 1;
}

function parse(text: string, span: Span, yamlStart: number, yamlEnd: number): FrontMatter | undefined {
  if (yamlEnd - yamlStart > longestFrontMatter) return {...span, data: {}, error: tooLong};
  const source = text.slice(yamlStart, yamlEnd);
  const document = parseYaml(source);
  if (!document) return {...span, data: {}, error: nestedTooDeeply};
  const error = document.errors[0];
  if (error) return {...span, data: {}, error: error.message};
  try {
    const data: unknown = document.toJS({maxAliasCount: 20});
    return {...span, data: isRecord(data) ? data : {}};
  } catch (reason) {
    return {...span, data: {}, error: String(reason)};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The template that a document names: an id, or the path of a file. */
export function declaredTemplate(frontMatter: FrontMatter | undefined): string | undefined {
  const name = frontMatter?.data['template'];
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined;
}

import type {FrontMatter} from './reading.ts';
import type {Span} from './text.ts';
import {nestedTooDeeply, parseYaml} from './yaml.ts';

const keyLine = /^["']?[A-Za-z_][\w .-]{0,60}["']?\s?:(\s|$)/;

/**
 * The YAML between `---` on the first line and the next `---` or `...`. A rule that is left open, or that has no `key:` under it,
 * is a thematic break and no front matter. Spans include the marks.
 *
 * @param start offset of the first line: 1 where a byte-order mark stands before it.
 */
export function readFrontMatter(text: string, lines: readonly Span[], start: number): FrontMatter | undefined {
  const first = lines[0];
  if (!first || text.slice(start, first.end).trimEnd() !== '---') return undefined;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    const content = text.slice(line.start, line.end).trimEnd();
    if (content === '---' || content === '...') return parse(text, {start, end: line.end}, first.end, line.start);
    if (index === 1 && !content.startsWith('#') && !keyLine.test(content)) return undefined;
  }
  return undefined;
}

function parse(text: string, span: Span, yamlStart: number, yamlEnd: number): FrontMatter | undefined {
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

import {type Document, isScalar, type ParsedNode, parseDocument, visit, YAMLParseError} from 'yaml';

/** Nesting that no honest file has and the parser's recursion still bears. */
const deepest = 100;

export const nestedTooDeeply = 'The YAML is nested too deeply';

/**
 * Parses YAML from strangers. Deep nesting can exhaust the stack within the parser's regular expressions, which ends the whole
 * process and cannot be caught, so it is refused beforehand.
 *
 * @returns the document; `undefined` where it is nested too deeply (see `nestedTooDeeply`).
 */
export function parseYaml(source: string): Document.Parsed<ParsedNode> | undefined {
  if (nestsTooDeeply(source)) return undefined;
  const document = parseDocument(source, {prettyErrors: false, stringKeys: true, uniqueKeys: false});
  const repeated = repeatedKeys(document);
  if (repeated.length > 0) {
    document.errors.push(...repeated);
    document.errors.sort((a, b) => a.pos[0] - b.pos[0]);
  }
  return document;
}

/** What the parser would say of keys that stand twice in a mapping; it compares each with all others, which takes minutes. */
function repeatedKeys(document: Document.Parsed): YAMLParseError[] {
  const errors: YAMLParseError[] = [];
  visit(document, {
    Map(_, {items}) {
      const seen = new Set<unknown>();
      for (const {key} of items) {
        if (!isScalar(key)) continue;
        const at = key.range?.[0] ?? 0;
        if (seen.has(key.value))
          errors.push(new YAMLParseError([at, at + 1], 'DUPLICATE_KEY', 'Map keys must be unique'));
        seen.add(key.value);
      }
    },
  });
  return errors;
}

/** An upper bound, without knowing strings and comments: brackets that are open, and what can nest at the head of one line. */
function nestsTooDeeply(source: string): boolean {
  let brackets = 0;
  let head = 0;
  let inHead = true;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === '\n' || character === '\r') {
      head = 0;
      inHead = true;
      continue;
    }
    if (character === '[' || character === '{') brackets++;
    if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
    inHead &&= character === ' ' || character === '-' || character === '?' || character === ':';
    if (inHead) head++;
    if (brackets > deepest || head > 2 * deepest) return true;
  }
  return false;
}

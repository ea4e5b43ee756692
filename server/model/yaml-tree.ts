import {isAlias, isMap, isScalar, isSeq, type Node, type Pair} from 'yaml';
import type {Span} from './text.ts';

/** A mistake in a file of YAML. */
export interface YamlProblem {
  readonly span: Span;
  /** One sentence. */
  readonly message: string;
}

/** Plain values of YAML nodes, and where they stand. Aliases are not followed: a few bytes of them can mean gigabytes. */
export class YamlTree {
  /** Aliases that were not followed. */
  readonly problems: YamlProblem[] = [];
  readonly value: unknown;
  readonly #root: Node | null;
  readonly #whole: Span;

  /** @param whole span of the YAML's text, in the offsets that the nodes have. */
  constructor(root: Node | null, whole: Span) {
    this.#root = root;
    this.#whole = whole;
    this.value = this.#plain(root);
  }

  /** Where the key stands that ends `path`, or its value. */
  span(path: readonly string[], at: 'key' | 'value'): Span {
    let node: unknown = this.#root;
    let found = this.#span(node, this.#whole);
    for (const [index, name] of path.entries()) {
      const isKey = at === 'key' && index === path.length - 1;
      const pair = isMap(node) ? node.items.find(({key}) => keyOf(key) === name) : undefined;
      node = pair ? pair.value : isSeq(node) ? node.items[Number(name)] : undefined;
      found = this.#span(isKey && pair ? pair.key : node, found);
    }
    return found;
  }

  #plain(node: unknown): unknown {
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map(item => this.#plain(item));
    if (isMap(node))
      return Object.fromEntries(node.items.map(({key, value}: Pair) => [keyOf(key), this.#plain(value)]));
    if (isAlias(node)) {
      const span = this.#span(node, this.#whole);
      this.problems.push({span, message: 'YAML aliases are not read here; write the value out'});
    }
    return undefined;
  }

  #span(node: unknown, fallback: Span): Span {
    const range = (node as Node | null | undefined)?.range;
    return range ? {start: range[0], end: range[1]} : fallback;
  }
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

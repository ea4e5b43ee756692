import {isAlias, isMap, isScalar, isSeq, type Node, type Pair} from 'yaml';
import type {Span} from './model/text.ts';
import {nestedTooDeeply, parseYaml} from './model/yaml.ts';
import {type PartialSettings, readSettings} from './settings.ts';

/** Names of configuration files, the one that wins first. */
export const configurationNames: readonly string[] = ['.postmortem.yaml', '.postmortem.json'];

/** Longer files are not read: a configuration is a page, and YAML takes its time. UTF-16 characters. */
const longest = 200_000;

export interface ConfigurationFile {
  /** Only what could be understood: for the rest the defaults stay in force. */
  readonly settings: PartialSettings;
  readonly problems: readonly ConfigurationProblem[];
}

export interface ConfigurationProblem {
  readonly span: Span;
  /** One sentence. */
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** Reads `.postmortem.yaml`, or `.postmortem.json`: JSON is YAML. Total: each mistake is a problem with its place in the text. */
export function readConfigurationFile(text: string): ConfigurationFile {
  if (text.length > longest) return unreadable(text, `The file is longer than ${longest / 1000} KB and is not read`);
  const document = parseYaml(text);
  if (!document) return unreadable(text, nestedTooDeeply);
  const broken = document.errors.map(({pos, message}) => problem({start: pos[0], end: pos[1]}, message, 'error'));
  if (broken.length > 0) return {settings: {}, problems: broken};

  const tree = new Tree(document.contents, {start: 0, end: text.length});
  const {settings, problems} = readSettings(tree.value);
  const mistakes = problems.map(({path, at, message}) => problem(tree.span(path, at), message, 'warning'));
  return {settings, problems: [...tree.problems, ...mistakes]};
}

function unreadable(text: string, message: string): ConfigurationFile {
  return {settings: {}, problems: [problem({start: 0, end: text.search(/[\r\n]|$/)}, message, 'error')]};
}

function problem(span: Span, message: string, severity: ConfigurationProblem['severity']): ConfigurationProblem {
  return {span, message, severity};
}

/** Plain values of YAML nodes, and where they stand. Aliases are not followed: a few bytes of them can mean gigabytes. */
class Tree {
  readonly problems: ConfigurationProblem[] = [];
  readonly value: unknown;
  readonly #root: Node | null;
  readonly #whole: Span;

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
      this.problems.push(problem(span, 'YAML aliases are not read here; write the value out', 'warning'));
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

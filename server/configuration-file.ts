import type {Span} from './model/text.ts';
import {nestedTooDeeply, parseYaml} from './model/yaml.ts';
import {YamlTree} from './model/yaml-tree.ts';
import {moreProblems, mostProblems} from './setting-kinds.ts';
import {type PartialSettings, readSettings} from './settings.ts';

/** Longer files are not read: a configuration is a page, and YAML takes its time. UTF-16 characters. */
const longest = 50_000;

export interface ConfigurationFile {
  /** Only what could be understood: for the rest the defaults stay in force. */
  readonly settings: PartialSettings;
  readonly problems: readonly ConfigurationProblem[];
  /** Templates that it names, in the order of their places. */
  readonly names: readonly PlacedName[];
  /** Requirements that it speaks of, by their ids. */
  readonly requirements: readonly PlacedName[];
}

/** A name, and where it stands. */
interface PlacedName {
  readonly name: string;
  readonly span: Span;
}

/** A mistake, and where it stands. */
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
  if (broken.length > 0) return {settings: {}, problems: first(broken), names: [], requirements: []};

  const tree = new YamlTree(document.contents, {start: 0, end: text.length});
  const {settings, problems} = readSettings(tree.value);
  const mistakes = problems.map(({path, at, message}) => problem(tree.span(path, at), message, 'warning'));
  const aliases = tree.problems.map(({span, message}) => problem(span, message, 'warning'));
  const requirements = Object.keys(settings.requirements ?? {}).map(name => ({
    name,
    span: tree.span(['requirements', name], 'key'),
  }));
  return {settings, problems: first([...aliases, ...mistakes]), names: namesIn(settings, tree), requirements};
}

/** What is wrong, behind the file's path and, where its text is at hand, line and column, both beginning with 1. */
export function told(file: string, text: string | undefined, {span, message}: Omit<ConfigurationProblem, 'severity'>) {
  const before = text?.slice(0, span.start).split(/\r\n|\n|\r/);
  const place = before ? `:${before.length}:${(before.at(-1)?.length ?? 0) + 1}` : '';
  return `${file}${place}: ${message}`;
}

function namesIn({template, templates}: PartialSettings, tree: YamlTree): PlacedName[] {
  const byGlob = Object.entries(templates ?? {}).map(([glob, name]) => ({name, path: ['templates', glob]}));
  return [{name: template ?? '', path: ['template']}, ...byGlob]
    .filter(({name}) => name !== '')
    .map(({name, path}) => ({name, span: tree.span(path, 'value')}));
}

/** As many as are shown. */
function first(problems: readonly ConfigurationProblem[]): readonly ConfigurationProblem[] {
  const [next] = problems.slice(mostProblems);
  return next ? [...problems.slice(0, mostProblems), {...next, message: moreProblems}] : problems;
}

function unreadable(text: string, message: string): ConfigurationFile {
  const problems = [problem({start: 0, end: text.search(/[\r\n]|$/)}, message, 'error')];
  return {settings: {}, problems, names: [], requirements: []};
}

function problem(span: Span, message: string, severity: ConfigurationProblem['severity']): ConfigurationProblem {
  return {span, message, severity};
}

import {type CompletionItem, CompletionItemKind, type Diagnostic, DiagnosticSeverity} from 'vscode-languageserver';
import {kinds} from '../evidence/kinds.ts';
import type {LspDocument} from '../lsp.ts';
import type {Span} from '../model/text.ts';
import {isMapping, type JsonSchema} from '../setting-kinds.ts';
import {templateSchema} from '../templates/front-matter.ts';
import {loadTemplate} from '../templates/load.ts';

/** Is it a template, by its front matter, whether or not settings name it? */
export function isTemplateFile(text: string): boolean {
  const front = frontMatterOf(text.slice(0, longestFrontMatter));
  return front !== undefined && /^sections:[ \t]*$/m.test(text.slice(front.start, front.end));
}

/** UTF-16 units. */
const longestFrontMatter = 20_000;

/** Mistakes in a template file. */
export function templateDiagnostics(document: LspDocument): Diagnostic[] {
  const {problems} = loadTemplate(document.text, document.uri, Object.keys(kinds));
  return problems.map(({span, message}) => ({
    range: document.range(span),
    severity: DiagnosticSeverity.Warning,
    source: 'postmortem',
    message,
  }));
}

/** Keys and values that may stand in the front matter of a template file, at a place in it. */
export function templateCompletions(document: LspDocument, offset: number): CompletionItem[] {
  const {text} = document;
  const front = frontMatterOf(text);
  if (!front || offset < front.start || offset > front.end) return [];
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const typed = /^([ ]*)(?:([\w-][\w -]*):[ ]+)?(\S*)$/.exec(before);
  if (!typed) return [];
  const [, indent = '', key, word = ''] = typed;
  const path = pathAbove(text.slice(front.start, lineStart), indent.length);
  const replaced = document.range({start: offset - word.length, end: offset});
  const offered = key === undefined ? keysAt(path, text) : valuesAt([...path, key.trim()]);
  return offered.map(({label, detail, kind, suffix}, index) => ({
    label,
    kind,
    ...(detail ? {documentation: detail} : {}),
    sortText: String(index).padStart(3, '0'),
    textEdit: {range: replaced, newText: label + suffix},
  }));
}

interface Offer {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly kind: CompletionItemKind;
  readonly suffix: string;
}

/** Between the lines of dashes; one that is not closed yet ends at the first blank line. */
function frontMatterOf(text: string): Span | undefined {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0].length;
  if (open === undefined) return undefined;
  const rest = text.slice(open);
  const close = rest.search(/^---[ \t]*$/m);
  const blank = rest.search(/^[ \t]*\r?\n/m);
  const end = close >= 0 ? close : blank >= 0 ? blank : rest.length;
  return {start: open, end: open + end};
}

/** Keys around a line of that indentation, outermost first. */
function pathAbove(yaml: string, indent: number): string[] {
  const path: string[] = [];
  let least = indent;
  for (const line of yaml.split(/\r?\n/).reverse()) {
    const [, spaces, key] =
      /^( *)(?:'([^']+)'|"([^"]+)"|([^\s#'"-][^:]*)):\s*$/.exec(line)?.filter(part => part !== undefined) ?? [];
    if (spaces === undefined || key === undefined || spaces.length >= least) continue;
    path.unshift(key.trim());
    least = spaces.length;
  }
  return path;
}

function keysAt(path: readonly string[], text: string): Offer[] {
  if (path.length === 1 && path[0] === 'sections') return headingsOf(text);
  const {properties} = schemaAt(path) ?? {};
  if (!isMapping(properties)) return [];
  return Object.entries(properties).map(([label, schema]) => {
    const {description, type} = Object(schema);
    const detail = typeof description === 'string' ? description : undefined;
    return {label, detail, kind: CompletionItemKind.Property, suffix: type === 'object' ? ':' : ': '};
  });
}

/** Headings of the template, as keys under `sections:`. */
function headingsOf(text: string): Offer[] {
  const {sections} = loadTemplate(text).template;
  return sections.map(({title}) => {
    const isPlain = /^[\p{L}\p{N}][\p{L}\p{N} &/().-]*$/u.test(title);
    return {label: isPlain ? title : JSON.stringify(title), kind: CompletionItemKind.Struct, suffix: ':'};
  });
}

function valuesAt(path: readonly string[]): Offer[] {
  const schema = schemaAt(path);
  const isEvidence = path.at(-1) === 'evidence' && path.at(-3) === 'requirements';
  const choices = isEvidence
    ? Object.keys(kinds)
    : schema?.['type'] === 'boolean'
      ? ['true', 'false']
      : schema?.['enum'];
  if (!Array.isArray(choices)) return [];
  return choices.map(label => ({label: String(label), kind: CompletionItemKind.EnumMember, suffix: ''}));
}

function schemaAt(path: readonly string[]): JsonSchema | undefined {
  let schema: unknown = templateSchema();
  for (const key of path) {
    if (!isMapping(schema)) return undefined;
    const {properties, additionalProperties} = schema;
    schema = isMapping(properties) && Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
  }
  return isMapping(schema) ? schema : undefined;
}

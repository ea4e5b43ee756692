import type {TemplateSection} from '../../model/template.ts';
import {escapeSnippet, gapOf, sectionSnippet} from '../../templates/snippets.ts';

export interface SectionPrompts {
  /** A comment that readers do not see; empty where the template has no prompts. */
  readonly text: string;
  /** The same as tab stops of a snippet. */
  readonly snippet: string;
  /** How many tab stops there are. */
  readonly stops: number;
}

/**
 * What stands under the heading of a new section.
 *
 * @param nl line end.
 * @param used tab stops that are taken already: numbering goes on from there.
 */
export function sectionPrompts(spec: TemplateSection, nl: string, used = 0): SectionPrompts {
  const lines = spec.prompts.map(prompt => prompt.replaceAll(/-{2,}/g, '–').replaceAll('>', ''));
  const text = lines.length === 0 ? '' : ['<!--', ...lines, '-->'].join(nl);
  const own = lines.length > 0 && spec.columns.length === 0 ? promptStops(spec) : scaffoldStops(spec);
  return {text, snippet: renumber(own, used).replaceAll('\n', nl), stops: countStops(own)};
}

/** A gap for each prompt, which is one until it is filled in; entries of a timeline and tasks are list items, others paragraphs. */
function promptStops({prompts, kind}: TemplateSection): string {
  let last = 0;
  const stop = (text: string) => `\${${++last}:${escapeSnippet(text)}}`;
  const item = (prompt: string) => {
    if (kind === 'timeline') return `- ${stop('{{ HH:MM UTC }}')} - ${stop(gapOf(prompt))}`;
    return kind === 'actions' ? `- ${stop(gapOf(prompt))}` : stop(gapOf(prompt));
  };
  return prompts.map(item).join(kind === 'timeline' || kind === 'actions' ? '\n' : '\n\n');
}

/** What the template has under the heading: a table, for instance. */
function scaffoldStops(spec: TemplateSection): string {
  return sectionSnippet(spec, 1).split('\n').slice(2).join('\n');
}

/** A tab stop, or what is escaped and therefore none. */
const token = /\\.|\$(\{?)(\d+)/g;

function renumber(snippet: string, by: number): string {
  return snippet.replaceAll(token, (all, brace?: string, number?: string) =>
    number === undefined ? all : `$${brace ?? ''}${Number(number) + by}`,
  );
}

function countStops(snippet: string): number {
  return Math.max(0, ...[...snippet.matchAll(token)].map(([, , number]) => Number(number ?? 0)));
}

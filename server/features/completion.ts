import {type CompletionItem, CompletionItemKind, InsertTextFormat} from 'vscode-languageserver';
import type {TemplateSection} from '../model/template.ts';
import {isMissing} from '../rules/missing-section.ts';
import {levelOf, lineAt} from '../rules/structure/layout.ts';
import {canBeginBlock} from '../rules/structure/open-blocks.ts';
import {scaffoldSnippet, sectionSnippet} from '../templates/snippets.ts';
import type {Postmortem} from './postmortem.ts';

/**
 * Sections of the document's template that it does not have yet, at the beginning of a line; in an empty document the whole
 * scaffold too. Of other templates nothing is offered.
 *
 * @param snippets does the client know tab stops?
 */
export function sectionCompletions(
  {document, report}: Postmortem,
  offset: number,
  snippets: boolean,
): CompletionItem[] {
  const line = lineAt(report, offset);
  if (!line || !['blank', 'text', 'heading'].includes(line.kind) || line.item || line.quote > 0) return [];
  if (!canBeginBlock(report, line.start)) return [];
  // Before a byte-order mark there is no line.
  const end = Math.max(line.start, offset);
  const typed = document.text.slice(line.start, end);
  if (!/^#{0,6}[ ]?[\p{L} ]*$/u.test(typed)) return [];
  const range = document.range({start: line.start, end});
  const item = (label: string, text: string, detail: string): CompletionItem => ({
    label,
    kind: CompletionItemKind.Snippet,
    detail,
    filterText: typed.startsWith('#') ? `${/^#+ ?/.exec(typed)?.[0] ?? ''}${label}` : label,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {range, newText: text},
  });
  const {template, sections, words} = report;
  const open = sections.filter(section => section.titles.length === 0 || section.spec.repeatable);
  const items = open.map(section => {
    const level = levelOf(report, section.spec);
    const detail = isMissing(report, section) ? `${template.name}, required` : `${template.name}, optional`;
    const heading = `${'#'.repeat(level)} ${section.spec.title}`;
    const text = snippets ? sectionSnippet(section.spec, level) : heading;
    return {...item(section.spec.title, text, detail), ...documentation(section.spec)};
  });
  const whole =
    words.total <= line.words.length ? [item('Postmortem', wholeText(template.scaffold, snippets), template.name)] : [];
  return [...whole, ...items].map((each, index) => ({...each, sortText: String(index).padStart(3, '0')}));
}

function wholeText(scaffold: string, snippets: boolean): string {
  return snippets ? scaffoldSnippet(scaffold).trimEnd() : scaffold.trimEnd();
}

function documentation({prompts}: TemplateSection): Pick<CompletionItem, 'documentation'> {
  return prompts.length > 0 ? {documentation: prompts.join('\n')} : {};
}

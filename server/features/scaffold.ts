import type {Template} from '../model/template.ts';
import {readOutline, slug} from '../templates/outline.ts';
import {findPlaceholders} from '../templates/placeholders.ts';
import {escapeSnippet, scaffoldSnippet} from '../templates/snippets.ts';

/** What is known of an incident when its postmortem is begun. */
export interface Beginning {
  /** What happened, in a few words; may be empty. */
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Value of `template:` in front matter, where the document would not be known for this template without. */
  readonly declared?: string;
}

export interface NewPostmortem {
  /** Date and slug of the title: `2024-03-05-checkout-errors.md`. */
  readonly fileName: string;
  readonly text: string;
  /** The same text with LSP tab stops: the first is where the author begins. */
  readonly snippet: string;
}

/** The scaffold of a template, with title and date filled in. */
export function newPostmortem(template: Template, {title, date, declared}: Beginning): NewPostmortem {
  const line = title.replaceAll(/\s+/g, ' ').trim();
  const body = fillTitle(template.scaffold, line, date).replaceAll(/\{\{ *date *\}\}/gi, date);
  const head = declared === undefined ? '' : `---\ntemplate: ${yamlText(declared)}\n---\n\n`;
  return {
    fileName: `${date}-${fileSlug(line) || 'incident'}.md`,
    text: head + body,
    snippet: escapeSnippet(head) + scaffoldSnippet(body),
  };
}

function fillTitle(scaffold: string, title: string, date: string): string {
  const {reading, title: heading} = readOutline(scaffold);
  const [first] = reading.headings;
  const named = title === '' ? scaffold : scaffold.replaceAll(/\{\{ *title *\}\}/gi, () => title);
  if (!first || heading === '' || named !== scaffold) return named;
  const line = scaffold.slice(first.start, first.end);
  return scaffold.slice(0, first.start) + fillHeading(line, heading, title, date) + scaffold.slice(first.end);
}

/** In a heading that does not say where the title goes: its first gap, or all of its text where it has none. */
function fillHeading(line: string, heading: string, title: string, date: string): string {
  const gaps = findPlaceholders(line);
  if (gaps.length === 0) return title === '' ? line : line.replace(heading, () => title);
  let filled = '';
  let at = 0;
  let left = title;
  for (const {start, end, hint} of gaps) {
    const isDate = /\bdate\b|yyyy|\bdd\b/i.test(hint);
    const fill = isDate ? date : left;
    if (!isDate) left = '';
    filled += line.slice(at, start) + (fill || line.slice(start, end));
    at = end;
  }
  return filled + line.slice(at);
}

const longestSlug = 60;

function fileSlug(title: string): string {
  const words = slug(title.normalize('NFKD').replaceAll(/\p{M}/gu, '')).slice(0, longestSlug + 1);
  return words.length > longestSlug ? words.replace(/-[^-]*$/, '').slice(0, longestSlug) : words;
}

function yamlText(text: string): string {
  return /^[\w][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|[\d.]+)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

import type {Nodes, Root} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import type {Span} from '../model/text.ts';

/** A heading of a template and what stands below it, up to the next heading. */
export interface TemplateHeading extends Span {
  readonly level: number;
  readonly text: string;
  /** Source text between this heading and the next. */
  readonly body: Span;
  /** Lines of guidance below it, without Markdown marks. */
  readonly prompts: readonly string[];
}

/** Reads the outermost headings of a Markdown text. */
export function readHeadings(markdown: string): TemplateHeading[] {
  const root: Root = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const headings: TemplateHeading[] = [];
  let prompts: string[] = [];
  for (const node of root.children) {
    if (node.type !== 'heading') {
      prompts.push(...promptsOf(node));
      continue;
    }
    prompts = [];
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    headings.push({start, end, level: node.depth, text: textOf(node).trim(), body: {start: end, end}, prompts});
  }
  return headings.map((heading, index) => ({
    ...heading,
    body: {start: heading.end, end: headings[index + 1]?.start ?? markdown.length},
  }));
}

function promptsOf(node: Nodes): string[] {
  if (node.type === 'code' || node.type === 'table' || node.type === 'definition') return [];
  const text = node.type === 'html' ? node.value.replaceAll('<!--', '').replaceAll('-->', '') : undefined;
  if (text !== undefined) return guidanceLines(text);
  if ('children' in node && node.type !== 'paragraph') return node.children.flatMap(promptsOf);
  return guidanceLines(textOf(node));
}

/** Lines that still hold a `{{ placeholder }}` are scaffold, not guidance. */
function guidanceLines(text: string): string[] {
  const lines = text.split('\n').map(line => line.trim());
  return lines.filter(line => /\p{L}/u.test(line) && !line.includes('{{'));
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if ('children' in node) return node.children.map(textOf).join('');
  return node.type === 'break' ? '\n' : '';
}

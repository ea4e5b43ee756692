import type {Heading, ListItem as MdListItem, Nodes, Paragraph, Root, Table} from 'mdast';
import type {Span} from '../text.ts';
import {afterQuotes, type Draft, type DraftItem, type DraftLine, trim} from './draft.ts';
import {readHtml} from './html.ts';
import {readInline} from './inline.ts';
import {spanOf} from './parser.ts';

interface Place {
  readonly node: Nodes;
  readonly quote: number;
  readonly item: DraftItem | undefined;
  /** Depth of lists around the node. */
  readonly depth: number;
}

/**
 * Enters what stands in a syntax tree into the draft.
 *
 * @param base offset of the parsed text in the draft's.
 */
export function readBlocks(root: Root, base: number, draft: Draft): void {
  const stack: Place[] = [{node: root, quote: 0, item: undefined, depth: 0}];
  for (let place = stack.pop(); place; place = stack.pop()) {
    const children = readBlock(place, base, draft);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) stack.push(child);
    }
  }
}

/** Enters one block and answers the blocks inside it. */
function readBlock(place: Place, base: number, draft: Draft): Place[] {
  const {node} = place;
  const span = withoutTrailingSpace(draft.text, spanOf(node, base));
  switch (node.type) {
    case 'root':
      return node.children.map(child => ({...place, node: child}));
    case 'blockquote':
      draft.each(span, line => {
        line.quote = place.quote + 1;
      });
      return node.children.map(child => ({...place, node: child, quote: place.quote + 1}));
    case 'list':
      return node.children.map(child => ({...place, node: child, depth: place.depth + 1}));
    case 'listItem':
      return readItem(place, node, span, draft);
    case 'footnoteDefinition':
      return node.children.map(child => ({...place, node: child}));
    case 'paragraph':
      readParagraph(place, node, span, base, draft);
      return [];
    case 'heading':
      readHeading(node, span, base, draft);
      return [];
    case 'code':
      readCode(span, draft);
      return [];
    case 'html':
      readHtmlBlock(span, draft);
      return [];
    case 'table':
      readTable(node, span, base, draft);
      return [];
    case 'thematicBreak':
      mark(draft, span, 'rule');
      return [];
    case 'definition':
      mark(draft, span, 'definition');
      draft.labels.push(node.identifier);
      return [];
    default:
      return [];
  }
}

/** A fence or list item that nothing closes would take blank lines along: whether it does must not depend on what follows. */
function withoutTrailingSpace(text: string, {start, end}: Span): Span {
  return {start, end: Math.max(start, trim(text, {start, end: Math.min(end, text.length)}).end)};
}

function mark(draft: Draft, span: Span, kind: DraftLine['kind']): void {
  draft.each(span, line => {
    if (line.kind !== 'blank' || kind === 'fence') line.kind = kind;
  });
}

const bulletMark = /^(?:[-*+]|\d{1,9}[.)])/;

function readItem(place: Place, node: MdListItem, span: Span, draft: Draft): Place[] {
  const marker = bulletMark.exec(draft.text.slice(span.start, span.start + 11))?.[0] ?? '-';
  const item: DraftItem = {
    start: span.start,
    end: span.start + marker.length,
    depth: place.depth,
    ordered: marker.length > 1,
    marker: {start: span.start, end: span.start + marker.length},
    checked: node.checked ?? undefined,
    parent: place.item,
  };
  draft.each(span, (line, index, first) => {
    line.item = item;
    line.bullet = index === first;
    if (index === first) line.content = trim(draft.text, {start: Math.min(item.marker.end, line.end), end: line.end});
  });
  return node.children.map(child => ({...place, node: child, item}));
}

function readParagraph(place: Place, node: Paragraph, span: Span, base: number, draft: Draft): void {
  const column = (node.position?.start.column ?? 1) - 1;
  draft.each(span, (line, index, first) => {
    line.kind = 'text';
    line.column = place.item ? column : -1;
    const start = index === first ? span.start : afterQuotes(draft.text, line, place.quote);
    line.content = trim(draft.text, {start, end: line.end});
  });
  readInline(node, base, draft, place.quote);
}

function readHeading(node: Heading, span: Span, base: number, draft: Draft): void {
  const first = node.children[0];
  const last = node.children[node.children.length - 1];
  const content =
    first && last ? {start: spanOf(first, base).start, end: spanOf(last, base).end} : {start: span.end, end: span.end};
  const [top, bottom] = draft.range(span);
  const setext = bottom > top;
  // A long paragraph above `---` is a heading to Markdown, and hardly ever to its author.
  const meant = !setext || bottom - top <= 1;
  draft.each(span, (line, index) => {
    if (setext && index === bottom) {
      line.kind = 'rule';
      return;
    }
    line.kind = meant ? 'heading' : 'text';
    line.level = meant ? node.depth : 0;
    line.real = meant;
    const start = Math.min(Math.max(content.start, line.start), line.end);
    line.content = trim(draft.text, {start, end: Math.max(start, Math.min(content.end, line.end))});
  });
  readInline(node, base, draft, 0);
}

function readCode(span: Span, draft: Draft): void {
  const head = draft.text[span.start];
  const fenced = head === '`' || head === '~';
  draft.each(span, line => {
    if (fenced) line.kind = 'fence';
    else if (line.kind !== 'blank') readHiddenLine(draft, line, 'code');
  });
}

const atx = /^(#{1,6})[ \t]+/;

/** A line that Markdown shows as code or leaves to the browser, read as the author most likely meant it. */
function readHiddenLine(draft: Draft, line: DraftLine, kind: 'code' | 'html'): void {
  line.kind = kind;
  line.content = trim(draft.text, line);
  const marks = atx.exec(draft.text.slice(line.content.start, line.content.start + 8));
  if (marks?.[1]) {
    line.level = marks[1].length;
    const {start, end} = line.content;
    line.content = trim(draft.text, {start: Math.min(start + marks[0].length, end), end});
  }
  if (kind === 'code') draft.visible.push(line.content);
}

function readHtmlBlock(span: Span, draft: Draft): void {
  const html = readHtml(draft.text, span.start, span.end);
  draft.comments.push(...html.comments);
  draft.each(span, line => {
    if (line.kind === 'blank') return;
    const commented = html.comments.some(
      comment => comment.start <= line.content.start && line.content.end <= comment.end,
    );
    if (commented) line.kind = 'comment';
    else readHiddenLine(draft, line, 'html');
  });
  draft.visible.push(...html.visible);
  for (const {content, level} of html.headings) {
    const shown = html.visible.map(each => trim(draft.text, each)).filter(each => each.end > each.start);
    const [first] = shown.filter(each => each.start >= content.start && each.end <= content.end);
    const line = draft.lines[draft.lineIndex(first?.start ?? content.start)];
    if (!line || line.kind === 'comment') continue;
    line.level = level;
    line.real = true;
    line.content = trim(draft.text, {start: first?.start ?? content.start, end: Math.min(content.end, line.end)});
  }
}

function readTable(node: Table, span: Span, base: number, draft: Draft): void {
  draft.each(span, line => {
    line.kind = 'rule';
  });
  for (const row of node.children) {
    const line = draft.lines[draft.lineIndex(spanOf(row, base).start)];
    if (line) line.kind = 'table';
    for (const cell of row.children) {
      const first = cell.children[0];
      const last = cell.children[cell.children.length - 1];
      const whole = spanOf(cell, base);
      const inner =
        first && last
          ? {start: spanOf(first, base).start, end: spanOf(last, base).end}
          : {start: whole.end, end: whole.end};
      line?.cells.push(inner);
      readInline(cell, base, draft, 0);
    }
  }
}

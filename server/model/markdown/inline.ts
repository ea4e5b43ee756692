import type {Emphasis, Nodes, Parents, Strong} from 'mdast';
import type {Span} from '../text.ts';
import {afterQuotes, type Draft, trim} from './draft.ts';
import {spanOf} from './parser.ts';

const word = /[\p{L}\p{N}]/u;
/** Not read as they are written: character references, emoji short codes, backslash escapes, and bare addresses, which are link targets. */
const signs =
  /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});|(?<![\p{L}\p{N}]):[a-z][a-z\d_+-]{0,60}:|\\(?=[!-/:-@[-`{-~])|(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>)\]]+/giu;

/** Enters what a reader sees of a paragraph, heading or cell, and the bold or italic runs that its lines begin with. */
export function readInline(parent: Parents, base: number, draft: Draft, quote: number): void {
  const stack: Nodes[] = [...parent.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    const span = spanOf(node, base);
    if (node.type === 'text') readText(span, draft, quote);
    else if (node.type === 'inlineCode') readInlineCode(span, draft);
    else if (node.type === 'html') readInlineHtml(span, draft);
    else if (node.type === 'strong' || node.type === 'emphasis') {
      readLead(node, span, base, draft);
      joinMarks(node, span, base, draft);
    }
    if ('children' in node && !isAutolink(node))
      for (let i = node.children.length - 1; i >= 0; i--) push(stack, node.children[i]);
  }
}

function push(stack: Nodes[], node: Nodes | undefined): void {
  if (node) stack.push(node);
}

function readText(span: Span, draft: Draft, quote: number): void {
  draft.each(span, (line, index, first) => {
    const start = index === first ? span.start : afterQuotes(draft.text, line, quote);
    pushVisible(draft, Math.max(start, span.start), Math.min(line.end, span.end));
  });
}

/** Enters the span but for its signs. */
export function pushVisible(draft: Draft, start: number, end: number): void {
  let from = start;
  for (const match of draft.text.slice(start, end).matchAll(signs)) {
    const at = start + match.index;
    if (at > from) draft.visible.push({start: from, end: at});
    from = at + match[0].length;
    if (match[0] === '\\') draft.joints.push(at);
  }
  if (from < end) draft.visible.push({start: from, end});
}

function readInlineCode(span: Span, draft: Draft): void {
  let {start, end} = span;
  while (start < end && draft.text[start] === '`') start++;
  while (end > start && draft.text[end - 1] === '`') end--;
  const inner = trim(draft.text, {start, end});
  draft.visible.push(inner);
  for (let at = inner.start; at < inner.end; at++) {
    const char = draft.text[at];
    if (char === ' ' || char === '\t') draft.joints.push(at);
  }
}

function readInlineHtml(span: Span, draft: Draft): void {
  if (draft.text.startsWith('<!--', span.start)) draft.comments.push(span);
}

function readLead(node: Strong | Emphasis, span: Span, base: number, draft: Draft): void {
  const line = draft.lines[draft.lineIndex(span.start)];
  const first = node.children[0];
  const last = node.children[node.children.length - 1];
  if (!line || !first || !last || line.lead) return;
  if (span.start > line.content.start && word.test(draft.text.slice(line.content.start, span.start))) return;
  const inner = {start: spanOf(first, base).start, end: Math.min(spanOf(last, base).end, line.end)};
  const rest = draft.text.slice(Math.min(span.end, line.content.end), line.content.end);
  line.lead = {style: node.type === 'strong' ? 'bold' : 'italic', whole: !word.test(rest), ...trim(draft.text, inner)};
}

/** Marks within a word ("un**believ**able") must not cut it in two. */
function joinMarks(node: Strong | Emphasis, span: Span, base: number, draft: Draft): void {
  const first = node.children[0];
  const last = node.children[node.children.length - 1];
  if (!first || !last) return;
  join(draft, {start: span.start, end: spanOf(first, base).start});
  join(draft, {start: spanOf(last, base).end, end: span.end});
}

function join(draft: Draft, marks: Span): void {
  const before = draft.text[marks.start - 1] ?? ' ';
  const after = draft.text[marks.end] ?? ' ';
  if (!word.test(before) || !word.test(after)) return;
  for (let at = marks.start; at < marks.end; at++) draft.joints.push(at);
}

/** `<https://…>`: what it shows is its target. */
function isAutolink(node: Nodes): boolean {
  const only = node.type === 'link' ? node.children[0] : undefined;
  if (only?.type !== 'text') return false;
  return lengthOf(node) - lengthOf(only) === 2;
}

function lengthOf(node: Nodes): number {
  return (node.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0);
}

import {
  type FoldingRange,
  FoldingRangeKind,
  type Position,
  type Range,
  type SelectionRange,
} from 'vscode-languageserver';
import {contains, type Span} from '../model/text.ts';
import type {Postmortem} from './postmortem.ts';

/**
 * Entries of the timeline that have more than one line, with what is nested in them. For editors that do not fold Markdown
 * themselves: beside their own ranges these would be doubled.
 */
export function foldingRanges({document, report}: Postmortem): FoldingRange[] {
  const entries = report.timeline?.entries ?? [];
  return entries.flatMap(entry => {
    const {start, end} = document.range(wholeEntry(entry));
    const endLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    return endLine > start.line ? [{startLine: start.line, endLine, kind: FoldingRangeKind.Region}] : [];
  });
}

/** For each position what is around it, from inside to outside: an entry's own words, the entry, the timeline, the document. */
export function selectionRanges({document, report}: Postmortem, positions: readonly Position[]): SelectionRange[] {
  return positions.map(position => {
    const offset = document.offsetAt(position);
    const around = report.timeline ? [report.timeline, ...report.timeline.entries.map(wholeEntry)] : [];
    const words = report.timeline?.entries.map(({text}) => text) ?? [];
    const spans = [{start: 0, end: report.text.length}, ...around, ...words];
    const inside = spans.filter(span => contains(span, offset)).sort((a, b) => b.end - b.start - (a.end - a.start));
    return nest(inside.map(span => document.range(span))) ?? {range: document.range({start: offset, end: offset})};
  });
}

function wholeEntry({start, end, nested}: Span & {readonly nested: Span | undefined}): Span {
  return {start, end: Math.max(end, nested?.end ?? end)};
}

/** @param ranges from outside to inside */
function nest(ranges: readonly Range[]): SelectionRange | undefined {
  return ranges.reduce<SelectionRange | undefined>((parent, range) => (parent ? {range, parent} : {range}), undefined);
}

import {type CodeAction, CodeActionKind, type CodeLens, type Range, type WorkspaceEdit} from 'vscode-languageserver';
import type {Report} from '../evidence/report.ts';
import {type EditSupport, workspaceEdit} from '../lsp.ts';
import type {Edit, Span} from '../model/text.ts';
import type {DocumentEdits, NoEditsReason} from '../protocol.ts';
import {newline} from '../rules/structure/layout.ts';
import {ganttChart} from './diagram/mermaid.ts';
import {subjectOf} from './picture/subject.ts';
import type {Postmortem} from './postmortem.ts';

/** Command of the server: refreshes the diagram of the document whose URI is its argument. */
export const refreshDiagramCommand = 'postmortem.refreshTimelineDiagram';

const title = 'Refresh timeline diagram';
/** First line of our diagrams, before their checksum. One that was changed by hand is no longer ours and is never touched. */
const mark = '%% Postmortem timeline';

/** The edits that insert a diagram below the timeline, or refresh the one that is there. */
export function timelineDiagram({document, report}: Postmortem): DocumentEdits {
  const {version} = document;
  const edit = diagramEdit(report);
  return edit ? {version, edits: [document.textEdit(edit)]} : {version, edits: [], reason: reasonAgainst(report)};
}

function reasonAgainst(report: Report): NoEditsReason {
  if (!report.timeline) return 'no-timeline';
  if (!subjectOf(report)) return 'few-times';
  return report.wrapper ? 'fenced' : 'up-to-date';
}

/** Over a diagram that is no longer what the timeline says. */
export function diagramLenses({document, report}: Postmortem): CodeLens[] {
  const stale = staleDiagram(report);
  if (!stale) return [];
  return [{range: document.range(stale), command: {title, command: refreshDiagramCommand, arguments: [document.uri]}}];
}

/** On a diagram that is no longer what the timeline says. */
export function diagramActions({document, report}: Postmortem, range: Range, support: EditSupport): CodeAction[] {
  const stale = staleDiagram(report);
  const {start, end} = document.span(range);
  if (!stale || end < stale.start || stale.end < start) return [];
  return [{title, kind: CodeActionKind.QuickFix, edit: workspaceEdit(document, [stale], support)}];
}

/** The edit of `refreshDiagramCommand`. */
export function refreshedDiagram({document, report}: Postmortem, support: EditSupport): WorkspaceEdit | null {
  const stale = staleDiagram(report);
  return stale ? workspaceEdit(document, [stale], support) : null;
}

function staleDiagram(report: Report): Edit | undefined {
  return findDiagram(report) && diagramEdit(report);
}

function diagramEdit(report: Report): Edit | undefined {
  const {text, timeline, wrapper} = report;
  const subject = subjectOf(report);
  if (!timeline || !subject || wrapper) return undefined;
  const end = newline(text);
  const chart = ganttChart(subject);
  const body = [`${mark} ${checksum(chart)}`, ...chart];
  const there = findDiagram(report);
  if (there) {
    const written = body.map(line => `${there.indent}${line}`).join(end);
    return sameLines(text.slice(there.start, there.end), written) ? undefined : {...span(there), text: written};
  }
  const at = placeOf(report, timeline.end);
  const below = text.slice(at).trimStart() === '' || /^\s*?[\r\n]\s*?[\r\n]/.test(text.slice(at)) ? '' : end;
  return {start: at, end: at, text: [end, end, '```mermaid', end, body.join(end), end, '```', below].join('')};
}

interface Diagram extends Span {
  /** White space before its lines. */
  readonly indent: string;
}

function span({start, end}: Span): Span {
  return {start, end};
}

/** What stands within the fence of a diagram that was made here and not changed since. */
function findDiagram({text, lines}: Report): Diagram | undefined {
  const contentOf = (index: number) => {
    const line = lines[index];
    return line?.kind === 'fence' ? text.slice(line.start, line.end) : undefined;
  };
  for (let index = 0; index < lines.length; index++) {
    const [, indent = '', fence] = /^([ \t]*)(`{3,}|~{3,}) *mermaid\b/.exec(contentOf(index) ?? '') ?? [];
    const first = lines[index + 1];
    if (
      !fence ||
      !first ||
      !contentOf(index + 1)
        ?.trimStart()
        .startsWith(mark)
    )
      continue;
    let last = index + 1;
    while (
      contentOf(last + 1) !== undefined &&
      !contentOf(last + 1)
        ?.trimStart()
        .startsWith(fence)
    )
      last++;
    const [head = '', ...chart] = text.slice(first.start, lines[last]?.end).split(/\r\n|\r|\n/);
    if (head.trim() === `${mark} ${checksum(chart)}`)
      return {start: first.start, end: lines[last]?.end ?? first.end, indent};
  }
  return undefined;
}

/** The end of the line that an offset is on: nothing is inserted within one. */
function placeOf({lines}: Report, offset: number): number {
  return lines.find(({end}) => end >= offset)?.end ?? offset;
}

function sameLines(one: string, other: string): boolean {
  return one.replaceAll(/\r\n?/g, '\n') === other.replaceAll(/\r\n?/g, '\n');
}

/** FNV-1a over the lines, whatever white space is around them. */
function checksum(lines: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const unit of lines.map(line => line.trim()).join('\n')) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

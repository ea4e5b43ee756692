import {type Hover, MarkupKind, type Position} from 'vscode-languageserver';
import type {RequirementState} from '../evidence/report.ts';
import {contains} from '../model/text.ts';
import {type Checklist, checklists, tally} from './checklist.ts';
import {escapeMarkdown, markdownLink} from './markdown.ts';
import type {Postmortem} from './postmortem.ts';
import {timelineHover} from './timeline-hover.ts';

/**
 * On the title of a section: what it must say, what of it is said and where, and what is not. On a time of the timeline: what it is in UTC
 * and how long after the others.
 *
 * @param markdown does the client show Markdown?
 */
export function hover(postmortem: Postmortem, position: Position, markdown: boolean): Hover | null {
  const {document} = postmortem;
  const offset = document.offsetAt(position);
  for (const checklist of checklists(postmortem)) {
    const title = checklist.section.titles.find(each => contains(each, offset));
    if (!title || checklist.states.length === 0) continue;
    const value = markdown ? asMarkdown(postmortem, checklist) : asText(postmortem, checklist);
    const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
    return {contents: {kind, value}, range: document.range(title)};
  }
  return timelineHover(postmortem, position, markdown);
}

function asMarkdown({document}: Postmortem, checklist: Checklist): string {
  const items = checklist.states.map(state => {
    const {question, example} = state.requirement;
    const line = lineOf(document, state);
    if (line !== undefined)
      return `- ✓ ${escapeMarkdown(question)} ${markdownLink(`line ${line}`, `${document.uri}#L${line}`)}`;
    if (state.met) return `- ✓ ${escapeMarkdown(question)}`;
    return `- ✗ **${escapeMarkdown(question)}**${example ? `  \n  *For example:* ${escapeMarkdown(example)}` : ''}`;
  });
  return `**${escapeMarkdown(checklist.section.spec.title)}** — ${escapeMarkdown(tally(checklist))}\n\n${items.join('\n')}\n`;
}

function asText({document}: Postmortem, checklist: Checklist): string {
  const items = checklist.states.map(state => {
    const line = lineOf(document, state);
    const where = line === undefined ? '' : ` (line ${line})`;
    return `${state.met ? '✓' : '✗'} ${state.requirement.question}${where}`;
  });
  return [`${checklist.section.spec.title}: ${tally(checklist)}`, ...items].join('\n');
}

/** 1-based line of the evidence. */
function lineOf(document: Postmortem['document'], {evidence}: RequirementState): number | undefined {
  return evidence && document.positionAt(evidence.start).line + 1;
}

import type {CodeLens} from 'vscode-languageserver';
import {timelineLens} from '../protocol.ts';
import {mainTitle} from '../rules/structure/layout.ts';
import {checklists, tally} from './checklist.ts';
import type {Postmortem} from './postmortem.ts';
import {diagramLenses} from './timeline-diagram.ts';
import {timelineSummary} from './timeline-lens.ts';

/**
 * Over each section's title how many words it has and how many of its questions are answered; over the timeline what it amounts to; over its
 * diagram, where it is out of date, a way to refresh it.
 */
export function codeLenses(postmortem: Postmortem): CodeLens[] {
  const overTitles = checklists(postmortem).flatMap(checklist => {
    const title = mainTitle(checklist.section);
    if (!title) return [];
    // A command without a name is shown and does nothing.
    const range = postmortem.document.range(title);
    const summary = checklist.section.spec.kind === 'timeline' ? timelineSummary(postmortem.report) : undefined;
    const lenses: CodeLens[] = [{range, command: {title: tally(checklist), command: ''}}];
    return summary ? [...lenses, {range, command: {title: summary, command: ''}, data: timelineLens}] : lenses;
  });
  return [...overTitles, ...diagramLenses(postmortem)];
}

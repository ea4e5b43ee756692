import type {CodeLens} from 'vscode-languageserver';
import {mainTitle} from '../rules/structure/layout.ts';
import {checklists, tally} from './checklist.ts';
import type {Postmortem} from './postmortem.ts';

/** Over each section's title how many words it has and how many of its questions are answered. */
export function codeLenses(postmortem: Postmortem): CodeLens[] {
  return checklists(postmortem).flatMap(checklist => {
    const title = mainTitle(checklist.section);
    if (!title) return [];
    // A command without a name is shown and does nothing.
    return [{range: postmortem.document.range(title), command: {title: tally(checklist), command: ''}}];
  });
}

import type {Range} from 'vscode-languageserver';
import type {Postmortem} from './postmortem.ts';

/** Words that begin in the ranges, all together: those of a selection. */
export function wordsIn({document, report}: Postmortem, ranges: readonly Range[]): number {
  return ranges.reduce((sum, range) => sum + report.words.count(document.span(range)), 0);
}

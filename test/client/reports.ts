import type {DocumentReport, SectionState} from '../../server/protocol.ts';

/** A report with little in it, for tests that say what matters to them. */
export function reportOf(parts: Partial<DocumentReport>): DocumentReport {
  return {
    version: 1,
    template: {id: 'classic', name: 'Classic', reason: 'the default', configured: false},
    draft: false,
    words: 0,
    wordRange: {},
    wordsMarked: false,
    sections: [],
    timeline: null,
    problems: [],
    ...parts,
  };
}

export function sectionOf(parts: Partial<SectionState> & {id: string}): SectionState {
  return {
    title: parts.id,
    status: 'present',
    optional: false,
    words: 0,
    subsections: [],
    requirements: [],
    ...parts,
  };
}

/** A range of whole lines, 0-based, the last one included. */
export function lines(first: number, last = first): NonNullable<SectionState['range']> {
  return {start: {line: first, character: 0}, end: {line: last, character: 80}};
}

/** Stands in for `vscode.l10n.t` in English. */
export function translate(message: string, ...args: (string | number)[]): string {
  return message.replace(/\{(\d)\}/g, (_, index) => String(args[Number(index)]));
}

/**
 * Requests of our own, beside the Language Server Protocol. The only server file that the client imports: types and names,
 * no code. Ranges and positions are LSP's (0-based lines, UTF-16 characters).
 */
import type {Range, TextEdit} from 'vscode-languageserver-types';

/** Client to server: what the status bar and the outline show. Answers `null` for a document that is no postmortem. */
export const reportRequest = 'postmortem/report';
export interface ReportParams {
  readonly uri: string;
}

export interface DocumentReport {
  /** Version of the document that was read. */
  readonly version: number;
  readonly template: TemplateState;
  readonly draft: boolean;
  readonly words: number;
  readonly wordRange: {readonly min?: number; readonly max?: number};
  readonly sections: readonly SectionState[];
  /** Entries and milestones of the timeline, where there is one. */
  readonly timeline: TimelineState | null;
  /** Trouble with configuration that concerns this document, one sentence each. */
  readonly problems: readonly string[];
}

export interface TemplateState {
  readonly id: string;
  readonly name: string;
  /** Why this template: "set in .postmortem.yaml", "the default". */
  readonly reason: string;
}

export interface SectionState {
  readonly id: string;
  readonly title: string;
  /** Id of the section it is nested in. */
  readonly parent?: string;
  readonly status: 'present' | 'unmarked' | 'empty' | 'missing';
  readonly optional: boolean;
  readonly words: number;
  /** Its first title; absent when the section is missing. */
  readonly titleRange?: Range;
  /** From the first title to the end of its text; absent when the section is missing. */
  readonly range?: Range;
  readonly subsections: readonly {readonly title: string; readonly range: Range}[];
  readonly requirements: readonly RequirementItem[];
}

export interface RequirementItem {
  readonly id: string;
  readonly question: string;
  readonly example: string;
  readonly met: boolean;
  /** The text that meets it. */
  readonly range?: Range;
}

export interface TimelineState {
  /** Id of the section that it stands in. */
  readonly section: string;
  readonly entries: number;
  readonly milestones: readonly {readonly name: string; readonly text: string; readonly range: Range}[];
}

/** Client to server: words that begin in the ranges. */
export const wordsRequest = 'postmortem/words';
export interface WordsParams {
  readonly uri: string;
  readonly ranges: readonly Range[];
}

/** Client to server: the edit that inserts a missing section, as snippet text for `SnippetTextEdit`; `null` if it is there. */
export const insertSectionRequest = 'postmortem/insertSection';
export interface InsertSectionParams {
  readonly uri: string;
  /** Id of the section; absent for all that are missing. */
  readonly section?: string;
}
export interface InsertSectionResult {
  readonly version: number;
  readonly edit: TextEdit;
  /** The same insertion with LSP snippet syntax. */
  readonly snippet: string;
}

/** Server to client: settings or configuration files changed, so that what was shown may be stale. */
export const refreshNotification = 'postmortem/refresh';

/** Server to client, where the server cannot read files itself (in a browser): the text of a file; `null` if there is none. */
export const readFileRequest = 'postmortem/readFile';
export interface ReadFileParams {
  readonly uri: string;
}

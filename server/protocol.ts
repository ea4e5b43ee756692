/**
 * Requests of our own, beside the Language Server Protocol. The only server file that the client imports: types and names,
 * no code. Ranges and positions are LSP's (0-based lines, UTF-16 characters).
 */
import type {Range, TextEdit} from 'vscode-languageserver';
import type {NoEditsReason} from './protocol-timeline.ts';

export * from './protocol-timeline.ts';

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
  /** Is the number of words out of the range, and nobody has switched that off or ignored it? */
  readonly wordsMarked: boolean;
  readonly sections: readonly SectionState[];
  /** Entries and milestones of the timeline, where there is one. */
  readonly timeline: TimelineState | null;
  /** Trouble with configuration that concerns this document, one sentence each. */
  readonly problems: readonly string[];
  /** URI of the configuration file that holds for the document, where there is one. */
  readonly configurationFile?: string;
}

export interface TemplateState {
  readonly id: string;
  readonly name: string;
  /** Why this template: "set in .postmortem.yaml", "the default". */
  readonly reason: string;
  /** Do settings or a configuration file name a template for this document? */
  readonly configured: boolean;
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
  /** Id of the section that it stands in; `null` where it stands in none. */
  readonly section: string | null;
  readonly entries: number;
  readonly milestones: readonly MilestoneItem[];
}

export interface MilestoneItem {
  readonly name: 'began' | 'detected' | 'acknowledged' | 'escalated' | 'mitigated' | 'resolved';
  /** Its time as the entry has it; empty where it has none. */
  readonly text: string;
  /** The entry that tells of it. */
  readonly range: Range;
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
  /** Id of the section. */
  readonly section: string;
}
export interface InsertSectionResult {
  readonly version: number;
  readonly edit: TextEdit;
  /** The same insertion with LSP snippet syntax. */
  readonly snippet: string;
}

/** `data` of the code lens that sums up the timeline: our client shows the timeline on a click. */
export const timelineLens = 'timeline';

/** Server to client: settings or configuration files changed, so that what was shown may be stale. */
export const refreshNotification = 'postmortem/refresh';

/**
 * Server to client, where the server cannot read files itself (in a browser, on virtual file systems): the text of a file; `null` if
 * there is none, or if a symbolic link lies on the way to it.
 */
export const readFileRequest = 'postmortem/readFile';
export interface ReadFileParams {
  readonly uri: string;
  /** URI of a folder that it lies in: of no step below it may be a link. */
  readonly within: string;
}

/** Edits of one version of a document. Where there is a snippet, it stands for the first edit, with LSP tab stops. */
export interface DocumentEdits {
  readonly version: number;
  readonly edits: readonly TextEdit[];
  readonly snippet?: string;
  /** Why there are none, where a command has a reason to give. */
  readonly reason?: NoEditsReason;
}

/** Client to server: the templates that one can choose for a document, the one that the settings name first. */
export const templatesRequest = 'postmortem/templates';
export interface TemplatesParams {
  /** Of the document, which need not be there yet; absent where it has no place. */
  readonly uri?: string;
}
export interface TemplateItem {
  /** Id of a built-in template, or path as the setting `template` has it. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Is it the one that is used there unless one says otherwise? */
  readonly preferred: boolean;
  /** Nobody names it: it lies where teams keep their template. */
  readonly offered: boolean;
}

/** Client to server: a new postmortem. */
export const newPostmortemRequest = 'postmortem/new';
export interface NewPostmortemParams {
  readonly template: string;
  /** What happened, in a few words. */
  readonly title: string;
  /** Day of the author: `YYYY-MM-DD`. */
  readonly date: string;
  /** Of the file, or of any in the folder in which it will lie; absent where there is none. */
  readonly uri?: string;
}
export interface NewPostmortemResult {
  /** Date and slug of the title, for instance `2024-03-05-checkout-errors.md`. */
  readonly fileName: string;
  readonly text: string;
  /** The same text with LSP tab stops at the prompts. */
  readonly snippet: string;
}

/**
 * Client to server: the edits that bring a document into the shape of another template; answers `DocumentEdits`, or `null` where
 * that would lose something.
 */
export const changeTemplateRequest = 'postmortem/changeTemplate';
export interface ChangeTemplateParams {
  readonly uri: string;
  readonly template: string;
}

/** Client to server: the template that documents have in common; answers the text of a template file. */
export const deriveTemplateRequest = 'postmortem/deriveTemplate';
export interface DeriveTemplateParams {
  /** At least one whole document. */
  readonly texts: readonly string[];
  readonly name: string;
}

/**
 * Requests of our own, beside the Language Server Protocol. The only server file that the client imports: types and names,
 * no code. Ranges and positions are LSP's (0-based lines, UTF-16 characters).
 */
import type {Position, Range, TextEdit} from 'vscode-languageserver';

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

/** Server to client, where the server cannot read files itself (in a browser): the text of a file; `null` if there is none. */
export const readFileRequest = 'postmortem/readFile';
export interface ReadFileParams {
  readonly uri: string;
}

/** Edits of one version of a document. Where there is a snippet, it stands for the first edit, with LSP tab stops. */
export interface DocumentEdits {
  readonly version: number;
  readonly edits: readonly TextEdit[];
  readonly snippet?: string;
  /** Why there are none, where commands on the timeline have a reason to give. */
  readonly reason?: NoEditsReason;
}

export type NoEditsReason =
  | 'no-timeline'
  | 'nothing-pasted' // no times in the text that was to be pasted
  | 'few-times' // fewer than two different ones
  | 'up-to-date'
  | 'fenced' // the whole document stands in a fence
  | 'no-times'
  | 'no-zone' // not every time has one
  | 'same-zone'
  | 'no-day' // a zone with daylight saving needs it
  | 'unclear-time'; // a time can be read in two ways, or in none

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
  /** Of a file in the folder in which it will lie; absent where there is none. */
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

/**
 * Client to server: an entry for now at the right place of the timeline, in its style and zone, in place of one that is still open;
 * answers `DocumentEdits`, or `null` where there is no timeline.
 */
export const addTimelineEntryRequest = 'postmortem/addTimelineEntry';
export interface AddTimelineEntryParams {
  readonly uri: string;
  /** ISO 8601, in UTC. */
  readonly now: string;
  /** IANA name of the author's zone, for timelines that state none. */
  readonly zone: string;
  /** Of the cursor: an empty list item there is filled in. */
  readonly position?: Position;
}

/**
 * Client to server: chat, log lines, mails and the like as entries in the style of the document's timeline; answers
 * `DocumentEdits`, with a reason where the text has no times or the document no timeline, or `null` where the place is no timeline.
 */
export const pasteTimelineRequest = 'postmortem/pasteTimeline';
export interface PasteTimelineParams {
  readonly uri: string;
  /** What the entries replace. */
  readonly range: Range;
  /** Where the range is not in the timeline, nothing is replaced and the entries go where they belong in it. */
  readonly anywhere?: boolean;
  readonly text: string;
  /** ISO 8601, in UTC: what "today" means in the text. */
  readonly now: string;
  /** IANA name of the author's zone, for times that state none. */
  readonly zone: string;
}

/** Client to server: the timeline drawn to scale; `null` where there are fewer than two entries with a time. */
export const timelinePictureRequest = 'postmortem/timelinePicture';
export interface TimelinePictureParams {
  readonly uri: string;
}
export interface TimelinePicture {
  readonly version: number;
  readonly title: string;
  /**
   * An `svg` element, coloured by classes alone. What stands for a line of the document has its 0-based number in `data-line`,
   * and an `aria-label`.
   */
  readonly svg: string;
}

/** Client to server: the edits that insert a Mermaid diagram of the timeline below it, or refresh it; `DocumentEdits`. */
export const timelineDiagramRequest = 'postmortem/timelineDiagram';
export interface TimelineDiagramParams {
  readonly uri: string;
}

/** Client to server: the edits that state every time of the timeline in another zone; `DocumentEdits`. */
export const convertTimeZoneRequest = 'postmortem/convertTimeZone';
export interface ConvertTimeZoneParams {
  readonly uri: string;
  /** IANA name or `UTC`. */
  readonly zone: string;
}

/** Client to server: the zones in which a timeline can be told; `null` for a document that is no postmortem. */
export const timeZonesRequest = 'postmortem/timeZones';
export interface TimeZonesParams {
  readonly uri: string;
  /** IANA name of the author's zone. */
  readonly zone: string;
}
export interface TimeZones {
  readonly zones: readonly TimeZoneItem[];
  /** Why there are none: the timeline cannot be told in another zone. */
  readonly reason?: NoEditsReason;
}
export interface TimeZoneItem {
  /** IANA name or `UTC`. */
  readonly id: string;
  /** As people write it: `America/New York`. */
  readonly name: string;
  /** Abbreviations and offsets in the year of the timeline: `EST, EDT · UTC-05:00, UTC-04:00`. */
  readonly description: string;
  /** Is the timeline told in it? */
  readonly present: boolean;
}

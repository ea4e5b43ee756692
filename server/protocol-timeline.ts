/** Requests of our own that are about the timeline: a part of `protocol.ts`, by which everyone imports them. */
import type {Position, Range} from 'vscode-languageserver';

/** Why commands have nothing to edit. */
export type NoEditsReason =
  | 'not-all-read'
  | 'merge-conflict'
  | 'no-timeline'
  | 'nothing-pasted' // no times in the text that was to be pasted
  | 'few-times' // fewer than two different ones
  | 'up-to-date'
  | 'fenced' // the whole document stands in a fence
  | 'no-times'
  | 'no-zone' // not every time has one
  | 'same-zone'
  | 'no-day' // a zone with daylight saving needs it
  | 'unclear-day' // no day or year is known, and some times would be taken for those of another one
  | 'unclear-time'; // a time can be read in two ways, or in none

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
  /** IANA name, abbreviation or offset (`UTC+05:30`). */
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
  /** IANA name or abbreviation. */
  readonly id: string;
  /** As people write it: `America/New York`. */
  readonly name: string;
  /** Abbreviations and offsets in the year of the timeline: `EST, EDT · UTC-05:00, UTC-04:00`. */
  readonly description: string;
  /** What people may call it otherwise, in lower case: its city and others, its country, abbreviations, offsets. */
  readonly terms: readonly string[];
  /** Is the timeline told in it? */
  readonly present: boolean;
}

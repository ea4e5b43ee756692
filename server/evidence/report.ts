import type {Reading} from '../model/reading.ts';
import type {Requirement} from '../model/template.ts';
import type {Span} from '../model/text.ts';
import type {OfficeHours} from '../model/time/office.ts';
import type {Timeline} from '../model/timeline/timeline.ts';

/** Everything known about one text under one template. Made once per version; every feature reads it. */
export interface Report extends Reading {
  /** One for each requirement of the template, in its order. */
  readonly requirements: readonly RequirementState[];
  /** `undefined` where the document has none. */
  readonly timeline: Timeline | undefined;
  /** What settings want of timelines; where they say nothing, what most entries have counts. */
  readonly preferences?: TimelinePreferences;
}

export interface TimelinePreferences {
  readonly hours?: 12 | 24 | undefined;
  /** The mark between time and text: `-`, `–`, `:`. */
  readonly separator?: string | undefined;
  /** A clock that runs only in these hours from Monday to Friday. */
  readonly officeHours?: OfficeHours | undefined;
}

export interface RequirementState {
  readonly requirement: Requirement;
  readonly met: boolean;
  /** The text that meets it. */
  readonly evidence: Span | undefined;
}

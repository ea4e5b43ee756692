import type {Line} from '../reading.ts';
import type {Span} from '../text.ts';
import type {Stamp} from '../time/stamp.ts';
import type {TimelineEntry} from './entry.ts';
import type {TimelinePart} from './parts.ts';

/** A line of the timeline that may be an entry, the day of those that follow, or a break between lists. */
export interface TimelineDraft {
  readonly kind: 'entry' | 'date' | 'break';
  readonly line: Line;
  readonly part: TimelinePart;
  /** Where the entry begins, its list marker included. */
  readonly start: number;
  readonly stamp: Stamp | undefined;
  readonly separator: Span;
  /** Where its text ends on this line. */
  readonly end: number;
  readonly form: TimelineEntry['form'];
  readonly placement: TimelineEntry['placement'];
  /** A zone in the header of the time's column. */
  readonly columnZone: Span | undefined;
}

import type {Line} from '../reading.ts';
import type {Span} from '../text.ts';
import type {Stamp} from '../time/stamp.ts';
import type {TimelineEntry} from './entry.ts';
import type {TimelinePart} from './parts.ts';

/**
 * What a line says of an entry, a day or a break, whatever stands around it. Its offsets are counted from the beginning of the line,
 * so that it can be remembered for as long as the line stands.
 */
export interface LineDraft {
  readonly kind: 'entry' | 'date' | 'break';
  /** Where the entry begins, its list marker included. */
  readonly start: number;
  readonly stamp: Stamp | undefined;
  readonly separator: Span;
  /** The separator without white space and emphasis. */
  readonly mark: string;
  /** Where its text ends on this line. */
  readonly end: number;
  readonly form: TimelineEntry['form'];
  readonly placement: TimelineEntry['placement'];
}

/** A line of the timeline that may be an entry, the day of those that follow, or a break between lists. */
export class TimelineDraft {
  readonly line: Line;
  readonly part: TimelinePart;
  readonly own: LineDraft;
  /** What the offsets of `own` are counted from. */
  readonly origin: number;
  /** A zone in the header of the time's column. */
  readonly columnZone: Span | undefined;

  constructor(line: Line, part: TimelinePart, own: LineDraft, origin: number, columnZone: Span | undefined) {
    this.line = line;
    this.part = part;
    this.own = own;
    this.origin = origin;
    this.columnZone = columnZone;
  }

  get start(): number {
    return this.own.start + this.origin;
  }

  /** Where its text begins on this line. */
  get textStart(): number {
    return this.own.separator.end + this.origin;
  }

  get end(): number {
    return this.own.end + this.origin;
  }

  /** Its offsets are counted from `origin`. */
  get stamp(): Stamp | undefined {
    return this.own.stamp;
  }

  get kind(): LineDraft['kind'] {
    return this.own.kind;
  }

  get form(): LineDraft['form'] {
    return this.own.form;
  }

  get placement(): LineDraft['placement'] {
    return this.own.placement;
  }
}

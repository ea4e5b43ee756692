import type {Line, Reading} from '../reading.ts';
import type {Span} from '../text.ts';
import type {CalendarDate} from '../time/calendar.ts';
import type {SaidTime, Stamp} from '../time/stamp.ts';
import type {ZoneMention} from '../time/zone-scan.ts';
import type {Hints} from './milestone-hints.ts';

/**
 * How the entries are written. `lines` are paragraphs of their own, a `paragraph` runs several together, `date-headings` has
 * list entries under headings that are dates.
 */
export type TimelineFormat =
  | 'bullets'
  | 'numbered'
  | 'table'
  | 'headings'
  | 'date-headings'
  | 'lines'
  | 'paragraph'
  | 'html';

/** The entries, from the document's timeline section or, where it has none, from lists that begin with times. */
export interface TimelineRead extends Span {
  readonly format: TimelineFormat;
  readonly entries: readonly TimelineEntry[];
  /** The zone of the timeline as a whole: of most entries, of its title or introduction, or of the rest of the document. */
  readonly zone: TimelineZone | undefined;
  /** The zone that its title or text states for all entries, whatever these say themselves. */
  readonly sectionZone: TimelineZone | undefined;
  /** Where the timeline's section begins behind its title; its first entry where it has no title. */
  readonly body: number;
  /** The day on which the timeline begins, where entries do not say it themselves. */
  readonly base: (Span & {readonly date: CalendarDate}) | undefined;
  /** False where the document has no timeline section and lists of times were taken for one. */
  readonly titled: boolean;
}

export interface TimelineZone extends ZoneMention {
  readonly source: ZoneSource;
}

/** Where a zone is stated: in the entry, on a date heading above it, in the section's title or text, elsewhere. */
export type ZoneSource = 'entry' | 'heading' | 'section' | 'document';

export interface TimelineEntry extends Span {
  /** 0-based line of its time, or of its beginning where it has none. */
  readonly line: number;
  /** What the entry itself says of its time. Placed when asked for: who needs no offsets is better off with `said`. */
  readonly stamp: Stamp | undefined;
  /** The same without where it is said. */
  readonly said: SaidTime | undefined;
  /** The day as stated or as it follows from the entries before; `undefined` where the document never names one. */
  readonly date: CalendarDate | undefined;
  /** How the day is known: stated in the entry, by a heading or the document, carried on, or counted on past midnight. */
  readonly dateSource: 'entry' | 'heading' | 'document' | 'previous' | 'midnight' | undefined;
  /** Minutes since midnight on the entry's own clock; `undefined` for whole days and where no time can be read. */
  readonly minutes: number | undefined;
  /**
   * Milliseconds on the timeline's clock: since the epoch where day and zone are known, otherwise only comparable with
   * other entries. `undefined` where nothing can be read. A whole day counts from its midnight.
   */
  readonly time: number | undefined;
  /** The same for the end of a range. */
  readonly until: number | undefined;
  readonly precision: 'day' | 'minute' | 'second' | undefined;
  readonly approximate: boolean;
  readonly zone: TimelineZone | undefined;
  /** Between time and text, white space included: ` – `. Empty for tables and headings without text. */
  readonly separator: Span;
  /** What stands there without white space and emphasis: `-`, `–`, `:`. */
  readonly mark: string;
  /** The entry's own words: from behind its time to the end of its paragraph. */
  readonly text: Span;
  readonly sentences: number;
  /** What may make it a milestone. */
  readonly hints: Hints;
  /** What belongs to the entry below its own words: nested lists, code, pictures, further paragraphs. */
  readonly nested: Span | undefined;
  readonly form: 'bullet' | 'numbered' | 'heading' | 'row' | 'line' | 'html';
  /** Does the time stand at the beginning (`10:05 – paged`) or at the end (`Detected 10:05`)? */
  readonly placement: 'leading' | 'trailing';
  /** Entries of one list or table share a number: order is a matter of one run. */
  readonly run: number;
}

/** What `readTimeline` needs of a Reading. */
export type TimelineReading = Pick<Reading, 'text' | 'prose' | 'lines' | 'headings' | 'sections' | 'frontMatter'>;

export interface TimelineSource extends TimelineReading {
  /** Dates and times in a line, in order. */
  stampsIn(line: Line): Stamp[];
  /** The first in a span that passes the test. */
  findStamp(start: number, end: number, accepts: (stamp: SaidTime) => boolean): Stamp | undefined;
}

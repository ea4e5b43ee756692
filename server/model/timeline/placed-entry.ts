import {move} from '../markdown/piece.ts';
import type {Span} from '../text.ts';
import {moveStamp} from '../time/move-stamp.ts';
import type {SaidTime, Stamp} from '../time/stamp.ts';
import type {LineDraft} from './draft.ts';
import type {TimelineEntry} from './entry.ts';

/** What is known of an entry in one version of the document. */
export type PlacedParts = Omit<
  TimelineEntry,
  'stamp' | 'said' | 'approximate' | 'separator' | 'mark' | 'form' | 'placement'
> & {
  readonly own: LineDraft;
  readonly origin: number;
};

/**
 * An entry where it stands in this version of the document. What its line says is shared by all versions, with offsets that are counted
 * from `origin`; it is placed only when somebody asks for it, which for most entries nobody does.
 */
export class PlacedEntry implements TimelineEntry {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly date: TimelineEntry['date'];
  readonly dateSource: TimelineEntry['dateSource'];
  readonly minutes: number | undefined;
  readonly time: number | undefined;
  readonly until: number | undefined;
  readonly precision: TimelineEntry['precision'];
  readonly zone: TimelineEntry['zone'];
  readonly text: Span;
  readonly sentences: number;
  readonly hints: TimelineEntry['hints'];
  readonly nested: Span | undefined;
  readonly run: number;
  readonly #own: LineDraft;
  readonly #origin: number;
  #stamp: Stamp | undefined;

  constructor(parts: PlacedParts) {
    this.start = parts.start;
    this.end = parts.end;
    this.line = parts.line;
    this.date = parts.date;
    this.dateSource = parts.dateSource;
    this.minutes = parts.minutes;
    this.time = parts.time;
    this.until = parts.until;
    this.precision = parts.precision;
    this.zone = parts.zone;
    this.text = parts.text;
    this.sentences = parts.sentences;
    this.hints = parts.hints;
    this.nested = parts.nested;
    this.run = parts.run;
    this.#own = parts.own;
    this.#origin = parts.origin;
  }

  get stamp(): Stamp | undefined {
    const {stamp} = this.#own;
    if (stamp) this.#stamp ??= moveStamp(stamp, this.#origin);
    return this.#stamp;
  }

  get said(): SaidTime | undefined {
    return this.#own.stamp;
  }

  get approximate(): boolean {
    return this.#own.stamp?.approximate ?? false;
  }

  get separator(): Span {
    return move(this.#own.separator, this.#origin);
  }

  get mark(): string {
    return this.#own.mark;
  }

  get form(): TimelineEntry['form'] {
    return this.#own.form;
  }

  get placement(): TimelineEntry['placement'] {
    return this.#own.placement;
  }
}

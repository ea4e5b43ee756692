import type {Lead, Line, LineKind, ListItem} from '../reading.ts';
import {Remembering} from '../remembering.ts';
import type {Span} from '../text.ts';

/** A line as its piece has it: offsets and line numbers are the piece's own. */
export class OwnLine extends Remembering implements Line {
  readonly start: number;
  readonly end: number;
  readonly index: number;
  readonly kind: LineKind;
  readonly content: Span;
  readonly indent: number;
  readonly item: ListItem | undefined;
  readonly bullet: boolean;
  readonly level: number;
  readonly real: boolean;
  readonly quote: number;
  readonly lazy: boolean;
  readonly lead: Lead | undefined;
  readonly cells: readonly Span[];
  readonly words: readonly number[];

  constructor(line: Line) {
    super();
    this.start = line.start;
    this.end = line.end;
    this.index = line.index;
    this.kind = line.kind;
    this.content = line.content;
    this.indent = line.indent;
    this.item = line.item;
    this.bullet = line.bullet;
    this.level = line.level;
    this.real = line.real;
    this.quote = line.quote;
    this.lazy = line.lazy;
    this.lead = line.lead;
    this.cells = line.cells;
    this.words = line.words;
  }
}

import type {Span} from '../text.ts';
import type {Clock} from './clock.ts';
import type {DateMention, WeekdayMention} from './date.ts';
import type {ZoneMention} from './zone-scan.ts';

/** A point in time, or a range of two, as someone wrote it: `~10:20`, `2024-05-09 17:30 PST`, `8:20 - 8:24`, `T+5m`. */
export interface Stamp extends Span {
  readonly date: DateMention | undefined;
  readonly weekday: WeekdayMention | undefined;
  readonly clock: Clock | undefined;
  /** The later end of a range. */
  readonly until: {readonly date: DateMention | undefined; readonly clock: Clock | undefined} | undefined;
  readonly zone: ZoneMention | undefined;
  /** Minutes since the beginning of the incident: `T+5m`. */
  readonly elapsed: (Span & {readonly minutes: number}) | undefined;
  /** `~`, `ca.`, `approx.`, `10:20ish` */
  readonly approximate: boolean;
  /** A time still to be filled in: `HH:MM`, `??:??`, `TBD`. */
  readonly placeholder: Span | undefined;
}

/** What a stamp says, without where it says it: the same in every version of a document in which its line stands. */
export interface SaidTime {
  readonly date: Said<DateMention> | undefined;
  readonly weekday: Said<WeekdayMention> | undefined;
  readonly clock: Said<Clock> | undefined;
  readonly until: {readonly date: Said<DateMention> | undefined; readonly clock: Said<Clock> | undefined} | undefined;
  readonly zone: Said<ZoneMention> | undefined;
  readonly elapsed: {readonly minutes: number} | undefined;
  readonly approximate: boolean;
  readonly placeholder: object | undefined;
}

type Said<Mention extends Span> = Omit<Mention, keyof Span | 'parts'>;

/** Where a stamp is looked for decides which forms are taken for one. */
export interface StampPlace {
  /** At the beginning of an entry `10.05`, `21h30` and a lone `noon` are times; in running text they may be something else. */
  readonly leading: boolean;
}

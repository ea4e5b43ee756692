import type {Span} from '../text.ts';
import {isDash, isDigit, skipSpaces, wordAt} from './chars.ts';
import {type Clock, readClock} from './clock.ts';
import {type DateMention, readDate, readWeekday, type WeekdayMention} from './date.ts';
import {readElapsed, readPlaceholder} from './forms.ts';
import type {Stamp, StampPlace} from './stamp.ts';
import {readOffset, readZone, type ZoneMention} from './zone-scan.ts';

/** Reads the parts of one stamp (date, weekday, time of day, zone, end of a range) in whatever order they come. */
export class StampReader {
  private readonly text: string;
  private readonly start: number;
  private readonly end: number;
  private readonly leading: boolean;
  /** Where reading goes on; after a part that could not be read it is set back. */
  private at: number;
  /** The end of the last part read. */
  private stop: number;
  /** Brackets that were opened within the stamp. */
  private open = 0;
  /** The time of day followed the date's `T` directly, so that `-07:00` after it is an offset and not a range. */
  private isIso = false;
  private date: DateMention | undefined;
  private weekday: WeekdayMention | undefined;
  private clock: Clock | undefined;
  private until: Stamp['until'];
  private zone: ZoneMention | undefined;
  private elapsed: Stamp['elapsed'];
  private placeholder: Span | undefined;
  private approximate = false;

  constructor(text: string, at: number, end: number, place: StampPlace) {
    this.text = text;
    this.start = at;
    this.end = Math.min(end, at + 120);
    this.leading = place.leading;
    this.at = at;
    this.stop = at;
  }

  read(): Stamp | undefined {
    while (this.at < this.end && this.readPart()) this.stop = this.at;
    const {date, weekday, clock, until, zone, elapsed, placeholder, approximate} = this;
    if (!date && !clock && !elapsed && !placeholder) return undefined;
    const end = this.closeBrackets();
    return {start: this.start, end, date, weekday, clock, until, zone, elapsed, placeholder, approximate};
  }

  /** Reads one part and what stands before it. Where none follows, the reader stays where it was. */
  private readPart(): boolean {
    const {at, open} = this;
    this.skipBetween();
    const isJoined = this.at === at;
    const isRead =
      this.readApproximate() ||
      (isJoined && this.readIsoOffset()) ||
      this.readUntil() ||
      this.readDatePart() ||
      this.readClockPart() ||
      this.readZonePart(isJoined) ||
      this.readGloss() ||
      this.readOtherPart();
    if (isRead) return true;
    this.at = at;
    this.open = open;
    return false;
  }

  /** White space, commas, brackets, the `T` of ISO 8601, `-` or `:` between a date and its time, "at" and "on". */
  private skipBetween(): void {
    const {text, end} = this;
    for (; this.at < end; this.at++) {
      this.at = skipSpaces(text, this.at, end);
      const char = text[this.at] ?? '';
      if (char === ',' || char === '|') continue;
      if ('([{'.includes(char)) this.open++;
      else if (')]}'.includes(char) && this.open > 0) this.open--;
      else if (!this.isBeforeClock(char) && !this.isFiller()) break;
    }
  }

  private isBeforeClock(char: string): boolean {
    if (!this.date || this.clock) return false;
    if (char === 'T' && this.at === this.date.end) {
      this.isIso = isDigit(this.text, this.at + 1);
      return this.isIso;
    }
    if (!isDash(char) && char !== ':' && char !== '@') return false;
    const next = skipSpaces(this.text, this.at + 1, this.end);
    return isDigit(this.text, next) && readClock(this.text, next, this.end, {loose: true, bare: false}) !== undefined;
  }

  /** `at` and `on` between two parts; the reader is left on the last letter. */
  private isFiller(): boolean {
    if (!this.date && !this.clock) return false;
    const word = wordAt(this.text, this.at, this.end).toLowerCase();
    const next = skipSpaces(this.text, this.at + 2, this.end);
    const leads =
      (word === 'at' && isDigit(this.text, next)) ||
      (word === 'on' && (readDate(this.text, next, this.end) ?? readWeekday(this.text, next, this.end)) !== undefined);
    if (leads) this.at++;
    return leads;
  }

  private readApproximate(): boolean {
    const char = this.text[this.at];
    const isSign = char === '~' || char === '≈';
    const word = isSign ? '' : wordAt(this.text, this.at, this.end);
    if (!isSign && !/^(?:ca?|circa|approx|approximately|around|about|roughly)$/i.test(word)) return false;
    const after = this.at + (word.length || 1) + (word && this.text[this.at + word.length] === '.' ? 1 : 0);
    const leads = isDigit(this.text, skipSpaces(this.text, after, this.end));
    const follows = (this.clock !== undefined || this.date !== undefined) && /^(?:approx|approximately)$/i.test(word);
    if (!leads && !follows) return false;
    this.approximate = true;
    this.at = after;
    return true;
  }

  private readIsoOffset(): boolean {
    if (!this.clock || this.zone || !isDash(this.text[this.at])) return false;
    if (!this.isIso && this.clock.seconds === undefined) return false;
    return this.takeZone(readOffset(this.text, this.at, this.end));
  }

  /** `– 8:24`, `to 2023-07-16` after the first time or date. */
  private readUntil(): boolean {
    if (this.until || (!this.clock && !this.date)) return false;
    const {text, end} = this;
    const word = wordAt(text, this.at, end);
    const isSign = isDash(text[this.at]) || text[this.at] === '→';
    if (!isSign && !/^(?:to|until|till|through|and)$/i.test(word)) return false;
    let next = skipSpaces(text, this.at + (word.length || 1), end);
    if (text[next] === '~') next++;
    const date = readDate(text, next, end);
    const clockAt = date ? skipSpaces(text, text[date.end] === ',' ? date.end + 1 : date.end, end) : next;
    const loose = this.clock?.style.separator === '.' || this.clock?.style.separator === 'h';
    const clock = readClock(text, clockAt, end, {loose, bare: false});
    if (this.clock ? !clock : !date) return false;
    this.until = {date, clock};
    if (this.clock && clock && !date) this.clock = withMeridiemOf(this.clock, clock);
    this.at = clock?.end ?? date?.end ?? next;
    return true;
  }

  private readDatePart(): boolean {
    if (this.date) return false;
    const {text, at, end} = this;
    const weekday = this.weekday ? undefined : readWeekday(text, at, end);
    const from = weekday ? skipSpaces(text, text[weekday.end] === ',' ? weekday.end + 1 : weekday.end, end) : at;
    this.date = readDate(text, from, end);
    const isBesideClock = weekday && (this.clock ?? readClock(text, from, end, {loose: false, bare: false}));
    if (!this.date && !isBesideClock) return false;
    this.weekday = weekday ?? this.weekday;
    this.at = this.date?.end ?? weekday?.end ?? at;
    return true;
  }

  private readClockPart(): boolean {
    if (this.clock) return false;
    // `Oct 30 1750 requests` has no time: only beside a year four digits are taken for one.
    const bare = this.date?.parts.year !== undefined && this.date.end < this.at;
    const clock = readClock(this.text, this.at, this.end, {loose: this.leading || this.date !== undefined, bare});
    const isWord = clock !== undefined && !isDigit(this.text, clock.start);
    if (!clock || (isWord && !this.leading && !this.date)) return false;
    this.clock = clock;
    this.at = clock.end;
    if (!/^(?:ish|:xx|:\?\?)/i.test(this.text.slice(this.at, this.at + 3))) return true;
    this.approximate = true;
    this.at += 3;
    return true;
  }

  private readZonePart(isJoined: boolean): boolean {
    if (!this.clock || this.zone) return false;
    const zone = readZone(this.text, this.at, this.end, this.open > 0);
    const isLooseOffset = zone !== undefined && this.text[this.at] === '+' && !isJoined && zone.end - zone.start < 5;
    return !isLooseOffset && this.takeZone(zone);
  }

  private takeZone(zone: ZoneMention | undefined): boolean {
    if (!zone) return false;
    this.zone = zone;
    this.at = zone.end;
    return true;
  }

  /** A second reading in brackets that says the same: `12:48 (6:48 PDT)`, `PDT (UTC-7)`. */
  private readGloss(): boolean {
    if (!this.clock || this.text[this.at - 1] !== '(') return false;
    const close = this.text.indexOf(')', this.at);
    if (close < 0 || close >= this.end) return false;
    const gloss =
      new StampReader(this.text, this.at, close, {leading: false}).read() ?? readZone(this.text, this.at, close);
    if (!gloss || skipSpaces(this.text, gloss.end, close) !== close) return false;
    this.at = close;
    return true;
  }

  private readOtherPart(): boolean {
    if (!this.leading || this.clock || this.date || this.elapsed || this.placeholder) return false;
    this.elapsed = readElapsed(this.text, this.at, this.end);
    this.placeholder = this.elapsed ? undefined : readPlaceholder(this.text, this.at, this.end);
    const part = this.elapsed ?? this.placeholder;
    this.at = part?.end ?? this.at;
    return part !== undefined;
  }

  /** The offset after the brackets that close what was opened within the stamp. */
  private closeBrackets(): number {
    let stop = this.stop;
    for (let open = this.open; open > 0; open--) {
      const next = skipSpaces(this.text, stop, this.end);
      if (next >= this.end || !')]}'.includes(this.text[next] ?? ' ')) break;
      stop = next + 1;
    }
    return stop;
  }
}

/** The first time of `1:00 to 2:30 PM` is in the afternoon too. */
function withMeridiemOf(clock: Clock, until: Clock): Clock {
  if (clock.style.meridiem || !until.style.meridiem || clock.minutes === undefined || until.minutes === undefined)
    return clock;
  const minutes = clock.minutes + 720;
  const isAfternoon = clock.minutes < 720 && until.minutes >= 720 && minutes <= until.minutes;
  return isAfternoon ? {...clock, minutes, readings: [minutes]} : clock;
}

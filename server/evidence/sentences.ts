import type {Stretch} from '../model/markdown/stretches.ts';
import type {Line} from '../model/reading.ts';
import type {Span} from '../model/text.ts';
import {isPrompt} from './prompts.ts';
import {mark, readTokens, type Token} from './tokens.ts';

/** A sentence, a label, a table row: what stands together. Its tokens are `tokens[first]` up to, not including, `tokens[last]`. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
  /** First token of the label right before it, else `first`. */
  readonly context: number;
  /** A heading or a label that stands alone: it names what the next sentence says. */
  readonly isLabel: boolean;
  /** Only its brevity makes it a label: it may as well say something itself. */
  readonly isBrief: boolean;
  /** It ends in a question mark: it says nothing itself. */
  readonly asks: boolean;
  /** There is a time or a date in it, or in the label before it. */
  readonly timed: boolean;
}

export interface Sentences {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

/**
 * Splits all that a reader sees of a stretch into sentences. Hard-wrapped lines are joined; entries, items and labels stay apart.
 *
 * @param label tokens of a label that stands right before the stretch: the first of all tokens, and the context of the first sentence.
 */
export function readSentences({prose, lines}: Stretch['piece'], label: readonly Token[] = []): Sentences {
  const splitter = new Splitter(prose, label);
  for (const line of lines) splitter.add(line);
  return splitter.finish();
}

/** Lines at least this long may be wrapped before a capital letter. */
const WRAPPED = 60;
const LABEL_WORDS = 8;
const BRIEF_WORDS = 6;
const QUESTION_WORDS = 12;
const BRIEF_QUESTION = 4;
const quotes = '"”“’‘';

type Label = 'label' | 'brief' | undefined;

class Splitter {
  readonly tokens: Token[];
  readonly sentences: Sentence[] = [];
  readonly #prose: string;
  #before: Line | undefined;
  #open: number;
  /** Does a line, list item or paragraph begin at `#open`? */
  #opens = true;
  /** Is there a time or a date from `#open` on? */
  #timed = false;
  /** The last label: the context of a sentence that begins where it ends. */
  #label: Pick<Sentence, 'first' | 'last' | 'timed'>;

  constructor(prose: string, label: readonly Token[]) {
    this.#prose = prose;
    this.tokens = [...label];
    this.#open = label.length;
    this.#label = {first: 0, last: label.length, timed: label.some(isTime)};
  }

  add(line: Line): void {
    const first = this.tokens.length;
    if (this.tokens[first - 1]?.kind === 'label' && isPrompt(this.#prose, line)) return;
    const isPasted = isHttp(this.#prose, line);
    if (!isPasted && isRead(line)) readTokens(this.#prose, line, this.tokens);
    if (this.tokens.length === first) {
      if (line.kind === 'blank' || line.kind === 'rule' || line.bullet || isPasted) this.#before = undefined;
      return;
    }
    if (!this.#continues(line, first)) this.#begin(first);
    const title = this.#titleOf(line, first);
    const end = this.tokens[this.tokens.length - 1]?.end ?? line.end;
    if (title) this.tokens.push(mark('label', end, end));
    this.#closeAtBreaks(first, title ?? 'label');
    this.#before = line;
  }

  finish(): Sentences {
    this.#close(this.tokens.length, undefined);
    return {tokens: this.tokens, sentences: this.sentences};
  }

  #begin(at: number): void {
    this.#close(at, undefined);
    this.#opens = true;
  }

  #closeAtBreaks(first: number, label: Label): void {
    const last = this.tokens.length;
    for (let at = first; at < last; at++) {
      const token = this.tokens[at];
      const isEnd = at === last - 1;
      const words = at - this.#open;
      if (token?.kind === 'time' && words > 0 && this.#beginsEntry(at)) this.#begin(at);
      else if (token?.kind === 'break' && this.#asksFor(token, words, isEnd)) {
        this.tokens[at] = mark('label', token.start, token.end);
        this.#close(at + 1, 'label');
      } else if (token?.kind === 'break') this.#close(at + 1, undefined);
      else if (isEnd && token?.kind === 'label' && words <= LABEL_WORDS) this.#close(last, label);
      if (token && isTime(token)) this.#timed = true;
    }
  }

  /** A time and a colon in the middle of a line, with no more than a zone between them: another entry, run on. */
  #beginsEntry(at: number): boolean {
    const isAside = this.tokens[at - 1]?.kind === 'date' || this.#prose[(this.tokens[at]?.start ?? 0) - 1] === '(';
    return !isAside && (this.tokens[at + 1]?.kind === 'label' || this.tokens[at + 2]?.kind === 'label');
  }

  /** A short question asks for what comes next: one that ends or begins a line, and "The root cause?" anywhere. */
  #asksFor({start}: Token, words: number, isEnd: boolean): boolean {
    return this.#prose[start] === '?' && words <= QUESTION_WORDS && (isEnd || this.#opens || words <= BRIEF_QUESTION);
  }

  #close(last: number, label: Label): void {
    const first = this.#open;
    const timed = this.#timed;
    this.#open = last;
    this.#timed = false;
    const start = this.tokens[first];
    const end = this.tokens[last - 1];
    if (!start || !end || last <= first || !this.#hasWord(first, last)) return;
    const before = !label && this.#label.last === first ? this.#label : undefined;
    this.sentences.push({
      start: start.start,
      end: end.end,
      first,
      last,
      context: before?.first ?? first,
      isLabel: label !== undefined,
      isBrief: label === 'brief',
      asks: this.#prose[end.start] === '?' && !this.#endsInQuote(start, end),
      timed: timed || before?.timed === true,
    });
    this.#label = label ? {first, last, timed} : {first: -1, last: -1, timed: false};
    this.#opens = false;
  }

  /** Somebody else's question at the end: `logged out faster than you can say "Have you tried turning it off and on?"`. */
  #endsInQuote({start}: Token, {end}: Token): boolean {
    return quotes.includes(this.#prose[end] ?? ' ') && !quotes.includes(this.#prose[start - 1] ?? ' ');
  }

  #hasWord(first: number, last: number): boolean {
    for (let at = first; at < last; at++) {
      const kind = this.tokens[at]?.kind;
      if (kind !== 'label' && kind !== 'break') return true;
    }
    return false;
  }

  /** Does the line go on with the sentence of the line before? */
  #continues(line: Line, first: number): boolean {
    const before = this.#before;
    const last = this.tokens[first - 1];
    const next = this.tokens[first];
    if (!before || !last || !next || line.bullet || line.level > 0 || before.level > 0) return false;
    if (line.kind !== before.kind || line.kind === 'table' || line.quote !== before.quote) return false;
    if (last.kind === 'break' || last.kind === 'label' || next.kind === 'time' || next.kind === 'date') return false;
    for (let at = first; at < first + 6; at++) if (this.tokens[at]?.kind === 'label') return false;
    return !next.capital || before.end - before.content.start >= WRAPPED;
  }

  /** A heading, a bold line or a short line that ends without a mark stands for a label. */
  #titleOf(line: Line, first: number): Label {
    const begin = this.tokens[first];
    const last = this.tokens[this.tokens.length - 1];
    if (!begin || !last || last.kind === 'label' || last.kind === 'break' || line.kind === 'table') return undefined;
    if (line.level > 0 || line.lead?.whole) return 'label';
    const count = this.tokens.length - first;
    if (line.bullet || line.kind === 'html' || count > BRIEF_WORDS || this.#open !== first || !begin.capital)
      return undefined;
    for (let at = first; at < this.tokens.length; at++) if (this.tokens[at]?.kind === 'label') return undefined;
    return this.#prose.slice(last.end, line.end).trim() === '' ? 'brief' : undefined;
  }
}

function isTime({kind}: Token): boolean {
  return kind === 'time' || kind === 'date';
}

function isRead(line: Line): boolean {
  return line.words.length > 0 && line.kind !== 'definition' && line.kind !== 'conflict';
}

const httpLine =
  /^(?:[<>] )?(?:HTTP\/[\d.]+ [123]\d\d\b|(?:Date|Expires|Last-Modified): [a-z]{3}, \d{1,2} [a-z]{3} \d{4} [\d:]{8} GMT\s*$|Server: \w+\/\d|Connection: (?:close|keep-alive|upgrade)\s*$|Content-(?:Type: \w+\/\w|Length: \d+\s*$|Encoding: \w+\s*$)|(?:ETag|Vary|Accept-Ranges|Transfer-Encoding|Cache-Control|Set-Cookie|Keep-Alive|X-[a-z-]+): )/i;

/**
 * A line of a pasted answer to an HTTP request: its time is nobody's, and "Connection: close" closes nothing. Not so the status of an
 * error, which may be all that is said of what users saw.
 */
function isHttp(prose: string, {kind, content, end}: Line): boolean {
  return (kind === 'text' || kind === 'code') && httpLine.test(prose.slice(content.start, end));
}

import type {CalendarDate} from '../../model/time/calendar.ts';
import {type Moment, readDayLine, readTimedLine, type TimedLine} from './moment.ts';

/** Something that happened, as pasted. */
export interface Pasted {
  readonly moment: Moment;
  /** On one line. */
  readonly text: string;
}

interface Message {
  readonly moment: Moment;
  author: string;
  readonly lines: string[];
}

interface ReadLine {
  readonly text: string;
  readonly timed: TimedLine | undefined;
}

/**
 * Reads what is written line by line: logs and lists, where each line begins with its time, and chats as Slack, Discord and Teams
 * copy them, where name and time stand on lines of their own or together over one or more messages.
 */
export function readChat(lines: readonly string[], today: CalendarDate): Pasted[] {
  const read = lines.flatMap((line): ReadLine[] => {
    const text = line.replace(/\(edited\)/g, '').trim();
    return text === '' ? [] : [{text, timed: readTimedLine(text, today)}];
  });
  const reader = new ChatReader(today);
  for (const [index, {text, timed}] of read.entries()) {
    const next = read[index + 1];
    if (timed) reader.begin(timed, next !== undefined && !next.timed);
    else reader.add(text);
  }
  return reader.end();
}

class ChatReader {
  readonly #today: CalendarDate;
  readonly #messages: Message[] = [];
  #day: Pick<Moment, 'date' | 'weekday'> | undefined;
  /** The last line that may be the name of who says what comes next. */
  #name = '';

  constructor(today: CalendarDate) {
    this.#today = today;
  }

  /** @param isHead may the next line be what is said? */
  begin({moment, before, after, bracketed}: TimedLine, isHead: boolean): void {
    const isNamed = after === '' ? isName(before) : bracketed && isName(after);
    const author = isHead && isNamed ? after || before : '';
    const words = author ? '' : [before, after].filter(part => part !== '').join(' ');
    const isAlone = before === '' && after === '';
    const speaker = author || (isAlone ? this.#takeName() : '');
    this.#messages.push({moment: this.#dated(moment), author: speaker, lines: words ? [words] : []});
    this.#name = '';
  }

  add(line: string): void {
    const day = readDayLine(line, this.#today);
    if (day) {
      this.#day = day;
      return;
    }
    this.#name = line;
    this.#messages.at(-1)?.lines.push(line);
  }

  end(): Pasted[] {
    return this.#messages.flatMap(({moment, author, lines}) => {
      const said = lines.join(' ').replace(/\s+/g, ' ');
      const text = author && said ? `${author}: ${said}` : said || author;
      return text === '' ? [] : [{moment, text}];
    });
  }

  /** The line above a lone time: a name, unless it is all that was said before. Without one it is still the same speaker. */
  #takeName(): string {
    const last = this.#messages.at(-1);
    if (!isName(this.#name) || (last && last.lines.length < 2)) return last?.author ?? '';
    last?.lines.pop();
    return this.#name;
  }

  #dated(moment: Moment): Moment {
    return moment.date || moment.weekday !== undefined || !this.#day ? moment : {...moment, ...this.#day};
  }
}

/** One to four words that begin with capitals, or a handle: `Jane Doe`, `Doe, Jane`, `jane.doe`, `PagerDuty APP`. */
function isName(text: string): boolean {
  if (text.length > 50 || /[.!?:;]$/.test(text)) return false;
  const words = text.split(/[\s,]+/).filter(word => word !== '');
  const isHandle = words.length === 1 && /^@?[\p{L}\d][\p{L}\d._-]*$/u.test(text);
  return words.length > 0 && words.length <= 4 && (isHandle || words.every(word => /^[\p{Lu}(@]/u.test(word)));
}

import type {Range} from 'vscode-languageserver';
import {TextDocument} from 'vscode-languageserver-textdocument';

/** Numbers from 0 to below `count`, the same ones for the same seed: Park and Miller's generator. */
export function dice(seed: number): (count: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return count => {
    state = (state * 48_271) % 2_147_483_647;
    return state % count;
  };
}

export interface Change {
  readonly range?: Range;
  readonly text: string;
}

const marks = ['```\n', '<!-- ', ' -->', '## Timeline\n', '> ', '**', '- [ ] ', '| a | b |\n', '🔥', '\r\n', '---\n'];

/**
 * Someone who writes at one document for hours: mostly letters, at times lines, now and then a mark that turns the rest into something
 * else and is taken back at once.
 */
export class Writer {
  readonly #original: string;
  readonly #roll: (count: number) => number;
  #document: TextDocument;
  #at = 0;
  /** Length of a mark that is to be taken back. */
  #mark = 0;

  constructor(uri: string, text: string, roll: (count: number) => number) {
    this.#original = text;
    this.#roll = roll;
    this.#document = TextDocument.create(uri, 'markdown', 1, text);
  }

  get uri(): string {
    return this.#document.uri;
  }

  get version(): number {
    return this.#document.version;
  }

  get text(): string {
    return this.#document.getText();
  }

  /** Where was written last. */
  get position() {
    return this.#document.positionAt(this.#at);
  }

  write(): Change {
    const {length} = this.text;
    const isAstray = Math.abs(length - this.#original.length) > this.#original.length / 4;
    const change = isAstray ? {text: this.#original} : this.#replacement(this.#roll(100));
    TextDocument.update(this.#document, [change], this.version + 1);
    return change;
  }

  #replacement(kind: number): Change {
    if (this.#mark > 0) return this.#takeBack();
    if (this.#roll(20) === 0) this.#at = this.#roll(this.text.length + 1);
    this.#at = Math.min(this.#at, this.text.length);
    if (kind < 60) return this.#insert('abcdefg  hijk, lmno. '.charAt(this.#roll(21)));
    if (kind < 80) return this.#remove(1);
    if (kind < 85) return this.#insert('\n');
    if (kind < 90)
      return this.#insert(`\n- ${10 + this.#roll(14)}:${10 + this.#roll(50)} UTC - The queue was drained again.\n`);
    if (kind < 98) return this.#remove(40);
    const mark = marks[this.#roll(marks.length)] ?? '';
    this.#mark = mark.length;
    return this.#insert(mark);
  }

  #takeBack(): Change {
    const length = this.#mark;
    this.#mark = 0;
    return this.#remove(length);
  }

  #insert(text: string): Change {
    const place = this.#document.positionAt(this.#at);
    this.#at += text.length;
    return {range: {start: place, end: place}, text};
  }

  #remove(count: number): Change {
    const start = Math.max(0, this.#at - count);
    const range = {start: this.#document.positionAt(start), end: this.#document.positionAt(this.#at)};
    this.#at = start;
    return {range, text: ''};
  }
}

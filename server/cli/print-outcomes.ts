import type {Terminal} from './command.ts';
import {visible} from './excerpt.ts';
import type {Outcome, View} from './outcome.ts';
import {summaryOf, type Tally} from './summary.ts';

/** Prints what came out for each file, in the order in which they are added. */
export interface Printer {
  add(path: string, outcome: Outcome): void;
  /** @param failed whether something could not be read: then no files are nothing to speak of. */
  end(failed: boolean): void;
}

export function printer({format}: View, terminal: Terminal): Printer {
  return format === 'json' ? new JsonPrinter(terminal) : new HumanPrinter(terminal);
}

class JsonPrinter implements Printer {
  readonly #terminal: Terminal;
  readonly #files: string[] = [];

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  add(path: string, {parts}: Outcome): void {
    this.#files.push(`{"path":${JSON.stringify(path)}${parts.join('')}`);
  }

  /** A `ReportJson`. */
  end(): void {
    this.#terminal.out(`{"version":1,"files":[${this.#files.join(',')}]}\n`);
  }
}

class HumanPrinter implements Printer {
  readonly #terminal: Terminal;
  readonly #tally: Tally = {files: 0, postmortems: 0, findings: 0, fixable: 0, drafts: 0};

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  add(path: string, {isPostmortem, isDraft, findings, fixable, parts}: Outcome): void {
    this.#tally.files++;
    if (!isPostmortem) return;
    this.#tally.postmortems++;
    if (isDraft) this.#tally.drafts++;
    this.#tally.findings += findings;
    this.#tally.fixable += fixable;
    if (parts.length > 0) this.#terminal.out(parts.map(part => visible(path) + part).join(''), true);
  }

  end(failed: boolean): void {
    if (this.#tally.files > 0 || !failed) this.#terminal.out(summaryOf(this.#tally));
  }
}

import type {Configuration} from './configuration.ts';
import type {Postmortem} from './features/postmortem.ts';
import {isLookedAt, judgeInSteps} from './judge.ts';
import type {LspDocument} from './lsp.ts';
import {type ReadAhead, readAhead} from './model/read-text.ts';
import type {Steps} from './model/steps.ts';
import {nextTurn, workForATurn} from './turns.ts';

/** What a document is judged by. */
export interface Given {
  readonly configuration: Configuration;
  /** The configuration, with the template that the document names. */
  readonly own: Configuration;
}

/** What was made of a version of a document. */
interface Judged {
  readonly version: number;
  /** Not every client counts versions: two texts may have one. */
  readonly text: string;
  readonly configuration: Configuration;
  /** `undefined` for a document that is none. */
  readonly postmortem: Postmortem | undefined;
}

interface Work extends Omit<Judged, 'postmortem'> {
  readonly steps: Steps<Postmortem | undefined>;
}

/**
 * Open documents, judged by version. Long ones are read and judged a turn at a time, so that a change or another request need not
 * wait; what was begun of a version that has gone meanwhile is dropped.
 */
export class OpenPostmortems {
  readonly #judged = new WeakMap<LspDocument, Judged>();
  /** What was read of documents that are no postmortems, or whose present version is not judged yet. */
  readonly #ahead = new WeakMap<LspDocument, ReadAhead>();
  readonly #work = new WeakMap<LspDocument, Work>();
  readonly #turns = new WeakMap<LspDocument, Promise<void>>();

  /** What the present version is, where it was judged by that configuration. */
  known(document: LspDocument, configuration: Configuration): Judged | undefined {
    const judged = this.#judged.get(document);
    return judged && isOf(judged, document) && judged.configuration === configuration ? judged : undefined;
  }

  /**
   * Judges the present version, for a turn at most: where that is not enough, other messages have theirs before this resolves. All
   * who want to know of a document wait for the same turn.
   */
  async judge(document: LspDocument, given: Given): Promise<void> {
    const others = this.#turns.get(document);
    if (others) return others;
    if (this.known(document, given.configuration) || this.#isDone(document, given)) return;
    const next = nextTurn();
    this.#turns.set(document, next);
    await next;
    this.#turns.delete(document);
  }

  /** @returns whether all is done */
  #isDone(document: LspDocument, given: Given): boolean {
    const {version, text} = document;
    const {configuration} = given;
    const begun = this.#work.get(document);
    const isFresh = begun && isOf(begun, document) && begun.configuration === configuration;
    const work = isFresh ? begun : {version, text, configuration, steps: this.#steps(document, given.own)};
    // Work that fails is not gone on with.
    this.#work.delete(document);
    const step = workForATurn(work.steps);
    if (step.done) this.#judged.set(document, {version, text, configuration, postmortem: step.value});
    else this.#work.set(document, work);
    return step.done === true;
  }

  *#steps(document: LspDocument, configuration: Configuration): Steps<Postmortem | undefined> {
    const {text} = document;
    if (!isLookedAt(configuration)) return undefined;
    const earlier = yield* this.#readAhead(document);
    const judgement = yield* judgeInSteps(text, configuration, earlier);
    if (!judgement) return undefined;
    this.#ahead.delete(document);
    const {file: configurationFile, misnamed} = configuration;
    const problems = configuration.problems.filter(problem => problem !== misnamed?.message);
    return {document, problems, misnamed, configurationFile, ...judgement};
  }

  /** Reads what was not read of the version before, a stretch in each step: much may have been put in at once, or a fence opened. */
  *#readAhead(document: LspDocument): Steps<{reading: ReadAhead}> {
    const {text} = document;
    const judged = this.#judged.get(document)?.postmortem?.reading;
    for (;;) {
      const reading = readAhead(text, this.#ahead.get(document) ?? judged);
      this.#ahead.set(document, reading);
      if (reading.isWhole) return {reading};
      yield;
    }
  }
}

/** Is it of the text that the document has now? To compare what is one string takes no time, and after an edit the version is another. */
function isOf({version, text}: Omit<Judged, 'postmortem'>, document: LspDocument): boolean {
  return version === document.version && text === document.text;
}

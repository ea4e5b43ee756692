/** Work that is done a step at a time, and may be put down after each. */
export type Steps<Made> = Generator<undefined, Made, undefined>;

/** Is it work that is not done yet, and not what was made? */
export function isSteps<Made>(made: Made | Steps<Made>): made is Steps<Made> {
  return typeof made === 'object' && made !== null && Symbol.iterator in made && 'next' in made;
}

/** Does all that is left of the work. */
export function inOneGo<Made>(steps: Steps<Made>): Made {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * The work as long as somebody wants it.
 *
 * @param isWanted asked after each step
 * @returns `undefined` where it was put down
 */
export function* worksWhile<Made>(
  isWanted: () => boolean,
  steps: Steps<Made>,
): Steps<{readonly made: Made} | undefined> {
  for (;;) {
    const step = steps.next();
    if (step.done) return {made: step.value};
    yield;
    if (!isWanted()) return undefined;
  }
}

/** Work that several wait for: whoever has a turn goes on with it, and nothing is done twice. */
export class SharedWork<Made> {
  readonly #steps: Steps<Made>;
  #done: {readonly made: Made} | undefined;
  #failure: {readonly error: unknown} | undefined;

  constructor(steps: Steps<Made>) {
    this.#steps = steps;
  }

  /** @throws what the work threw, to each of those who wait for it */
  *made(): Steps<Made> {
    for (;;) {
      if (this.#failure) throw this.#failure.error;
      if (this.#done) return this.#done.made;
      if (!this.#isAtEnd()) yield;
    }
  }

  #isAtEnd(): boolean {
    try {
      const step = this.#steps.next();
      if (step.done) this.#done = {made: step.value};
      return step.done === true;
    } catch (error) {
      this.#failure = {error};
      return true;
    }
  }
}

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

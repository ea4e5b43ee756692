/** Work that is done a step at a time, and may be put down after each. */
export type Steps<Made> = Generator<undefined, Made, undefined>;

/** Does all that is left of the work. */
export function inOneGo<Made>(steps: Steps<Made>): Made {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

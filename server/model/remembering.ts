/**
 * Something that never changes and remembers what was found out about it: one object as long as the text that it stands for stands
 * unchanged.
 */
export class Remembering {
  /** By the number of the question; `undefined` until the first answer. */
  #answers: unknown[] | undefined;

  static answer(about: Remembering, question: number): unknown {
    return about.#answers?.[question];
  }

  static keep(about: Remembering, question: number, answer: unknown): void {
    about.#answers ??= [];
    about.#answers[question] = answer;
  }
}

let questions = 0;

/** A question that can be asked about anything that remembers, and its answers: nobody else writes what is kept under its number. */
export function newQuestion<Answer extends object>() {
  const number = questions++;
  return {
    answerOf: (about: Remembering) => Remembering.answer(about, number) as Answer | undefined,
    keep: (about: Remembering, answer: Answer) => Remembering.keep(about, number, answer),
  };
}

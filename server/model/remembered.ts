/** How many answers are kept at least. */
const many = 4000;

/** Answers by the text that they follow from: those of late, some thousands, which are asked for again when a document changes. */
export class Remembered<Answer> {
  #recent = new Map<string, Answer>();
  #older = new Map<string, Answer>();

  /** @param make gives the answer where it is not known: the same for the same key, always */
  get(key: string, make: () => Answer): Answer {
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const answer = this.#older.get(key) ?? make();
    if (this.#recent.size >= many) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, answer);
    return answer;
  }
}

/** How often in a row the server may die before it is left alone. */
export const deathsInARow = 5;

/**
 * Decides whether a server that died is started again. One that did its work is always started again, however often something
 * kills it; one that dies over and over before it has answered for some document is not.
 */
export class Restarts {
  private failures = 0;
  private readonly asked = new Set<string>();
  private readonly answered = new Set<string>();

  /** @param document URI that a request was about */
  ask(document: string): void {
    this.asked.add(document);
  }

  /** @param document URI that the server has dealt with, if only by refusing */
  answer(document: string): void {
    this.answered.add(document);
  }

  /** @returns is it worth starting the server again? */
  died(): boolean {
    const didItsWork = this.asked.size > 0 && [...this.asked].every(document => this.answered.has(document));
    this.failures = didItsWork ? 0 : this.failures + 1;
    this.asked.clear();
    this.answered.clear();
    return this.failures < deathsInARow;
  }

  /** Someone asked for a restart: count from the beginning. */
  reset(): void {
    this.failures = 0;
    this.asked.clear();
    this.answered.clear();
  }
}

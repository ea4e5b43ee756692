/** How often in a row the server may die before it is left alone. */
export const deathsInARow = 5;

/**
 * Decides whether a server that died is started again. One that did its work is always started again, however often something
 * kills it; one that dies over and over of the same question is not.
 */
export class Restarts {
  private failures = 0;
  private readonly asked = new Set<string>();
  private readonly answered = new Set<string>();

  /** @param question a method and what it is asked about; the same question may be asked many times */
  ask(question: string): void {
    this.asked.add(question);
  }

  /** @param question that the server has dealt with once, if only by refusing */
  answer(question: string): void {
    this.answered.add(question);
  }

  /** @returns is it worth starting the server again? */
  died(): boolean {
    const didItsWork = this.asked.size > 0 && [...this.asked].every(question => this.answered.has(question));
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

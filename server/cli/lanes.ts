import type {Outcome, View} from './outcome.ts';
import {betweenSteps} from './signals.ts';
import type {PreparedTask, Task, Thread} from './thread.ts';

/** A thread of its own pays off for so many texts each: it has to load the engine, too. */
const tasksForThread = 24;

/** What is handed over at once: texts, and UTF-16 units of all together. */
const batch = {tasks: 8, length: 200_000};

/** Judges texts here and, where there are many, in other threads. */
export class Lanes {
  readonly #judge: (task: PreparedTask) => Outcome | string;
  readonly #view: View;
  readonly #threads: Thread[] = [];
  #waiting: Task[] = [];
  #wake: () => void = () => undefined;

  constructor(judge: (task: PreparedTask) => Outcome | string, view: View) {
    this.#judge = judge;
    this.#view = view;
  }

  /** @returns when all are done, in whatever order */
  async judge(tasks: readonly Task[]): Promise<void> {
    this.#waiting = [...tasks].reverse();
    await this.#startThreads(Math.floor(tasks.length / tasksForThread));
    for (;;) {
      await this.#handOut();
      const here = await prepared(this.#take());
      for (const task of here) task.done(this.#judge(task));
      // Lets answers come in.
      if (here.length > 0) await betweenSteps();
      else if (this.#threads.some(({hasLeft}) => hasLeft)) continue;
      else if (this.#threads.some(({isBusy}) => isBusy)) await this.#news();
      else return;
    }
  }

  end(): void {
    for (const thread of this.#threads) thread.end();
  }

  async #startThreads(wanted: number): Promise<void> {
    if (this.#threads.length >= wanted) return;
    const {mostThreads, Thread} = await import('./thread.ts');
    while (this.#threads.length < Math.min(wanted, mostThreads))
      this.#threads.push(new Thread(this.#view, () => this.#wake()));
  }

  async #handOut(): Promise<void> {
    for (const thread of this.#threads) {
      this.#waiting.push(...thread.takeBack());
      while (thread.hasRoom && this.#waiting.length > 0) {
        const tasks = this.#take();
        thread.order(tasks, await prepared(tasks));
      }
    }
  }

  #take(): Task[] {
    const taken: Task[] = [];
    for (let length = 0; taken.length < batch.tasks && length < batch.length; ) {
      const task = this.#waiting.pop();
      if (!task) break;
      taken.push(task);
      length += task.text.length;
    }
    return taken;
  }

  #news(): Promise<void> {
    return new Promise(resolve => {
      this.#wake = resolve;
    });
  }
}

function prepared(tasks: readonly Task[]): Promise<PreparedTask[]> {
  return Promise.all(
    tasks.map(async ({text, circumstances, done}) => ({text, circumstances: await circumstances(), done})),
  );
}

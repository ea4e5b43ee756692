import {availableParallelism} from 'node:os';
import {Worker} from 'node:worker_threads';
import type {Circumstances} from '../judge.ts';
import {bundle} from './engine-bundle.ts';
import type {Outcome, View} from './outcome.ts';
import type {Answer, Order} from './worker.ts';

/** A text to be judged. */
export interface Task {
  readonly text: string;
  /** Found out when its turn comes, so that others need not wait for it. */
  circumstances(): Promise<Circumstances>;
  /** @param outcome or why there is none, in one sentence */
  done(outcome: Outcome | string): void;
}

/** More would wait for each other. */
export const mostThreads = availableParallelism() - 1;

export interface PreparedTask extends Pick<Task, 'text' | 'done'> {
  readonly circumstances: Circumstances;
}

/** So many batches lie before each thread, so that it need not wait for the next. */
const ahead = 2;

/** Another thread that judges texts, and what it has been given. */
export class Thread {
  readonly #worker: Worker;
  readonly #orders: Task[][] = [];
  readonly #told = new Map<Circumstances, number>();
  #isAlive = true;

  /** @param wake called when there is an answer, or none will come any more */
  constructor(view: View, wake: () => void) {
    this.#worker = new Worker(bundle('cli-worker.cjs'), {workerData: view});
    this.#worker.on('message', ({outcomes}: Answer) => {
      const tasks = this.#orders.shift() ?? [];
      for (const [index, outcome] of outcomes.entries()) tasks[index]?.done(outcome);
      wake();
    });
    // What it had before it is judged by others.
    this.#worker.on('error', () => undefined);
    this.#worker.on('exit', () => {
      this.#isAlive = false;
      wake();
    });
  }

  get isBusy(): boolean {
    return this.#orders.length > 0;
  }

  /** Has it died with work before it? */
  get hasLeft(): boolean {
    return !this.#isAlive && this.isBusy;
  }

  get hasRoom(): boolean {
    return this.#isAlive && this.#orders.length < ahead;
  }

  /** @param judged the same tasks with what was found out */
  order(tasks: Task[], judged: readonly PreparedTask[]): void {
    const news: [number, Circumstances][] = [];
    const texts = judged.map(({text, circumstances}) => {
      const known = this.#told.get(circumstances);
      const number = known ?? this.#told.size;
      if (known === undefined) news.push([number, circumstances]);
      this.#told.set(circumstances, number);
      return {text, circumstances: number};
    });
    const order: Order = {news, texts};
    this.#orders.push(tasks);
    this.#worker.postMessage(order);
  }

  /** @returns the tasks of a thread that has died, once */
  takeBack(): Task[] {
    return this.#isAlive ? [] : this.#orders.splice(0).flat();
  }

  end(): void {
    void this.#worker.terminate();
  }
}

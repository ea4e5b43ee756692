import {availableParallelism} from 'node:os';
import {Worker} from 'node:worker_threads';
import type {Circumstances} from '../judge.ts';
import {bundle} from './engine-bundle.ts';
import type {Outcome, View} from './outcome.ts';
import type {Answer, Order} from './worker.ts';

/** A text to be judged. */
export interface Task {
  readonly text: string;
  readonly circumstances: Circumstances;
  /** @param outcome or why there is none, in one sentence */
  done(outcome: Outcome | string): void;
}

/** A thread of its own pays off for so many texts each: it has to load the engine, too. */
const tasksForThread = 24;

/** What is handed over at once: texts, and UTF-16 units of all together. */
const batch = {tasks: 8, length: 200_000};

/** So many batches lie before each thread, so that it need not wait for the next. */
const ahead = 2;

/** Judges texts here and, where there are many, in other threads. */
export class Lanes {
  readonly #judge: (task: Task) => Outcome | string;
  readonly #view: View;
  readonly #threads: Thread[] = [];
  #waiting: Task[] = [];
  #wake: () => void = () => undefined;

  constructor(judge: (task: Task) => Outcome | string, view: View) {
    this.#judge = judge;
    this.#view = view;
  }

  /** @returns when all are done, in whatever order */
  async judge(tasks: readonly Task[]): Promise<void> {
    this.#waiting = [...tasks].reverse();
    const threads = Math.min(availableParallelism() - 1, Math.floor(tasks.length / tasksForThread));
    while (this.#threads.length < threads) this.#threads.push(new Thread(this.#view, () => this.#wake()));
    for (;;) {
      this.#handOut();
      const here = this.#take();
      for (const task of here) task.done(this.#judge(task));
      // Lets answers come in, and output go out.
      if (here.length > 0) await new Promise(setImmediate);
      else if (this.#threads.some(({isBusy}) => isBusy)) await this.#news();
      else return;
    }
  }

  end(): void {
    for (const thread of this.#threads) thread.end();
  }

  #handOut(): void {
    for (const thread of this.#threads) {
      this.#waiting.push(...thread.takeBack());
      while (thread.hasRoom && this.#waiting.length > 0) thread.order(this.#take());
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

class Thread {
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

  get hasRoom(): boolean {
    return this.#isAlive && this.#orders.length < ahead;
  }

  order(tasks: Task[]): void {
    const news: [number, Circumstances][] = [];
    const texts = tasks.map(({text, circumstances}) => {
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

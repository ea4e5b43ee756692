/**
 * Tries what must hold for any input on random inputs, for as long as one likes. Each line of the outcome names the seed that finds it
 * again. What takes longer than it may is ended, and its input kept in `out/fuzz/`.
 *
 *     npm run fuzz -- --minutes 45 [--seed 1] [--only "server"]
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {isMainThread, parentPort, Worker, workerData} from 'node:worker_threads';
import fc from 'fast-check';
import {properties} from '../test/fuzz/properties.ts';

/** Milliseconds for one case, on however busy a machine. */
const longestCase = 60_000;
/** Milliseconds for which one property is tried, or a fault of it is made smaller, before it is another one's turn. */
const turn = 4000;
const folder = 'out/fuzz';

/** What the worker is at: readable while it is busy. */
interface Memory {
  /** Number of cases begun. */
  readonly begun: Int32Array<SharedArrayBuffer>;
  /** The present case: length, then UTF-16 units. */
  readonly input: Uint16Array<SharedArrayBuffer>;
  readonly length: Int32Array<SharedArrayBuffer>;
}

interface Turn {
  readonly property: number;
  readonly seed: number;
}

interface Outcome extends Turn {
  readonly cases: number;
  readonly fault: string | undefined;
}

function work(memory: Memory): void {
  const begin = (input: unknown) => {
    const text = JSON.stringify(input).slice(0, memory.input.length);
    for (let at = 0; at < text.length; at++) memory.input[at] = text.charCodeAt(at);
    Atomics.store(memory.length, 0, text.length);
    Atomics.add(memory.begun, 0, 1);
  };
  parentPort?.on('message', async ({property, seed}: Turn) => {
    const limits = {numRuns: 100_000, interruptAfterTimeLimit: turn, markInterruptAsFailure: false};
    const details = await properties[property]?.check({seed, ...limits}, begin);
    const fault = details && reported(details);
    const outcome: Outcome = {property, seed, cases: details?.numRuns ?? 0, fault};
    parentPort?.postMessage(outcome);
  });
}

/** With the stack of what was thrown. */
function reported(details: fc.RunDetails<[unknown]>): string | undefined {
  const {failed, counterexample, errorInstance} = details;
  // One that was interrupted before its first case came to an end has none.
  if (!failed || counterexample === null) return undefined;
  const thrown = errorInstance instanceof Error ? errorInstance.stack : String(errorInstance);
  return `${fc.defaultReportMessage(details)}\n${thrown}`;
}

async function supervise(): Promise<void> {
  const {values} = parseArgs({
    options: {minutes: {type: 'string', default: '5'}, seed: {type: 'string'}, only: {type: 'string', default: ''}},
  });
  const {only} = values;
  const asked = [...properties.keys()].filter(index => properties[index]?.name.includes(only));
  const firstSeed = Number(values.seed ?? Date.now() % 1_000_000_000);
  const cases = properties.map(() => 0);
  const faults: string[] = [];
  const end = Date.now() + Number(values.minutes) * 60_000;
  console.log(`Seed ${firstSeed}, ${values.minutes} minutes\n`);

  let seed = firstSeed;
  let worker = new SupervisedWorker();
  for (; Date.now() < end; seed++) {
    for (const property of asked) {
      const outcome = await worker.run({property, seed});
      if (!outcome) worker = new SupervisedWorker();
      cases[property] = (cases[property] ?? 0) + (outcome?.cases ?? 0);
      const fault = outcome ? outcome.fault : `took more than ${longestCase / 1000} s`;
      if (fault === undefined) continue;
      faults.push(`${properties[property]?.name}, seed ${seed}: ${fault}`);
      console.log(`✗ ${faults.at(-1)}\n`);
    }
  }
  await worker.stop();

  console.log('| property | cases |\n|---|--:|');
  for (const property of asked) console.log(`| ${properties[property]?.name} | ${cases[property]} |`);
  const total = cases.reduce((sum, count) => sum + count, 0);
  console.log(`\nSeeds ${firstSeed} to ${seed - 1}, ${total} cases, ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

/** A worker that is ended when a case takes too long. */
class SupervisedWorker {
  readonly #memory: Memory = {
    begun: new Int32Array(new SharedArrayBuffer(4)),
    length: new Int32Array(new SharedArrayBuffer(4)),
    input: new Uint16Array(new SharedArrayBuffer(2_000_000)),
  };
  readonly #worker = new Worker(new URL(import.meta.url), {
    workerData: this.#memory,
    execArgv: ['--enable-source-maps'],
  });

  /** @returns `undefined` where a case took too long; the worker is gone then */
  run(asked: Turn): Promise<Outcome | undefined> {
    return new Promise((resolve, reject) => {
      let [seen, since] = [Atomics.load(this.#memory.begun, 0), Date.now()];
      const watch = setInterval(() => {
        const begun = Atomics.load(this.#memory.begun, 0);
        if (begun !== seen) [seen, since] = [begun, Date.now()];
        else if (Date.now() - since > longestCase) finish(() => resolve(this.#giveUp(asked)));
      }, 500);
      const finish = (then: () => void) => {
        clearInterval(watch);
        this.#worker.off('message', answered).off('error', failed);
        then();
      };
      const answered = (outcome: Outcome) => finish(() => resolve(outcome));
      const failed = (error: Error) => finish(() => reject(error));
      this.#worker.on('message', answered).on('error', failed);
      this.#worker.postMessage(asked);
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  async #giveUp({property, seed}: Turn): Promise<undefined> {
    const units = this.#memory.input.subarray(0, Atomics.load(this.#memory.length, 0));
    mkdirSync(folder, {recursive: true});
    writeFileSync(`${folder}/${property}-${seed}.json`, Array.from(units, unit => String.fromCharCode(unit)).join(''));
    await this.stop();
    return undefined;
  }
}

if (isMainThread) await supervise();
else work(workerData as Memory);

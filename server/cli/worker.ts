import {parentPort, workerData} from 'node:worker_threads';
import type {Circumstances} from '../judge.ts';
import {userCacheFolder} from './cache-folder.ts';
import {EngineBundle} from './engine-bundle.ts';
import type {Outcome, View} from './outcome.ts';

/** Texts to be judged, each with the number of its circumstances. */
export interface Order {
  /** Circumstances that were in no earlier order. */
  readonly news: readonly (readonly [number, Circumstances])[];
  readonly texts: readonly {readonly text: string; readonly circumstances: number}[];
}

/** What came out for each text of an order, or why nothing did. */
export interface Answer {
  readonly outcomes: readonly (Outcome | string)[];
}

const view: View = workerData;
const told = new Map<number, Circumstances>();
const {outcomeOf} = new EngineBundle('cli-judging.cjs', 'check', userCacheFolder(process.env)).exports;

parentPort?.on('message', ({news, texts}: Order) => {
  for (const [number, circumstances] of news) told.set(number, circumstances);
  const outcomes = texts.map(({text, circumstances}) => {
    const known = told.get(circumstances);
    return known ? outcomeOf(text, known, view) : 'was not handed over whole';
  });
  parentPort?.postMessage({outcomes} satisfies Answer);
});

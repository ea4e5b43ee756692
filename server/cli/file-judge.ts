import {resolve} from 'node:path';
import type {Circumstances} from '../judge.ts';
import type {CacheFolder} from './cache-folder.ts';
import type {Checker} from './checker.ts';
import {EngineBundle, prepareRun} from './engine-bundle.ts';
import {identity} from './identity.ts';
import type * as Judging from './judging.ts';
import {KnownOutcomes, keyOf} from './known-outcomes.ts';
import {Lanes} from './lanes.ts';
import type {Outcome, View} from './outcome.ts';
import {betweenSteps} from './signals.ts';
import {mayDependOnFiles, placeOf} from './surroundings.ts';
import type {Task} from './thread.ts';

/** So few texts are judged before optimised code would be ready. */
const few = 12;

/** A text at its place. */
export interface PlacedText {
  readonly path: string;
  readonly text: string;
}

interface Engine {
  readonly bundle: EngineBundle<'cli-judging.cjs'>;
  readonly judging: typeof Judging;
  readonly checker: Checker;
  readonly distinct: Judging.Distinct;
  readonly lanes: Lanes;
}

/** Finds out what `check` prints of texts: from earlier runs, or by the engine, which is loaded only then. */
export class FileJudge {
  readonly #view: View;
  readonly #template: string | undefined;
  readonly #folder: CacheFolder | undefined;
  readonly #known: KnownOutcomes | undefined;
  #engine: Promise<Engine> | undefined;
  #hasJudged = false;
  #isShort = false;

  /**
   * @param template that every text is taken for, by its name
   * @param folder where outcomes are kept, if anywhere
   */
  constructor(view: View, template: string | undefined, folder: CacheFolder | undefined) {
    this.#view = view;
    this.#template = template;
    this.#folder = folder;
    const context = [identity, process.version, process.cwd(), JSON.stringify([view, template])];
    this.#known = folder && identity !== '' ? new KnownOutcomes(folder, context) : undefined;
  }

  /**
   * @param texts how many there will be, in all
   * @throws UsageError when there is no such template
   */
  async prepare(texts: number): Promise<void> {
    this.#isShort = texts <= few;
    if (this.#template !== undefined) await this.#load();
  }

  /** @param done is called for each of the texts, by its index, in whatever order; with one sentence where there is no outcome */
  async judge(texts: readonly PlacedText[], done: (index: number, outcome: Outcome | string) => void): Promise<void> {
    const tasks: Task[] = [];
    for (const [index, {path, text}] of texts.entries()) {
      if (index % 200 === 199) await betweenSteps();
      const {key, circumstances} = this.#paysOff(texts) ? await this.#lookUp(path, text) : {};
      const known = key === undefined ? undefined : this.#known?.get(key);
      if (known) done(index, known);
      else
        tasks.push({
          text,
          circumstances: async () => circumstances ?? (await this.#circumstancesOf(path, text)),
          done: outcome => {
            if (typeof outcome !== 'string') this.#note(key, outcome);
            done(index, outcome);
          },
        });
    }
    if (tasks.length === 0) return;
    const {lanes} = await this.#load();
    await lanes.judge(tasks);
  }

  /** To be called at the end. @returns trouble with configuration, one sentence each; and whether one was not to be understood */
  async end(): Promise<{problems: readonly string[]; isBroken: boolean}> {
    this.#known?.keep();
    const engine = await this.#engine;
    if (!engine) return {problems: [], isBroken: false};
    engine.lanes.end();
    if (this.#hasJudged) engine.bundle.keep();
    return engine.checker;
  }

  #note(key: string | undefined, outcome: Outcome): void {
    this.#hasJudged ||= outcome.isPostmortem;
    if (key !== undefined) this.#known?.set(key, outcome);
  }

  /** Of a single text nothing is kept where nothing is known yet: to load what digests it takes as long as is saved the next time. */
  #paysOff(texts: readonly PlacedText[]): boolean {
    return this.#known !== undefined && (texts.length > 1 || !this.#known.isEmpty);
  }

  /** A key that differs for whatever might come out differently, and the circumstances where they had to be found out for it. */
  async #lookUp(path: string, text: string): Promise<{key: string; circumstances?: Circumstances}> {
    const place = resolve(path);
    if (this.#template === undefined && !mayDependOnFiles(place, text))
      return {key: keyOf(['unconfigured', placeOf(place), text])};
    const circumstances = await this.#circumstancesOf(path, text);
    const {distinct} = await this.#load();
    return {key: keyOf(['configured', distinct.keyOf(circumstances), text]), circumstances};
  }

  async #circumstancesOf(path: string, text: string): Promise<Circumstances> {
    const {checker, distinct} = await this.#load();
    return distinct.add(await checker.circumstancesOf(path, text));
  }

  #load(): Promise<Engine> {
    this.#engine ??= this.#loadEngine();
    return this.#engine;
  }

  async #loadEngine(): Promise<Engine> {
    prepareRun(this.#isShort);
    const bundle = new EngineBundle('cli-judging.cjs', this.#isShort ? 'check-few' : 'check', this.#folder);
    const judging = bundle.exports;
    const judge = ({text, circumstances}: {text: string; circumstances: Circumstances}) =>
      judging.outcomeOf(text, circumstances, this.#view);
    return {
      bundle,
      judging,
      checker: judging.makeChecker(this.#template),
      distinct: new judging.Distinct(),
      lanes: new Lanes(judge, this.#view),
    };
  }
}

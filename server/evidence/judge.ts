import type {Reading} from '../model/reading.ts';
import {newQuestion} from '../model/remembering.ts';
import {inOneGo, type Steps} from '../model/steps.ts';
import type {Requirement, Template} from '../model/template.ts';
import type {Span} from '../model/text.ts';
import {lexicon} from './classes.ts';
import {Hits} from './hits.ts';
import {kinds as allKinds} from './kinds.ts';
import {groupBit, PhraseLists} from './phrases.ts';
import {type Kind, Question} from './question.ts';
import type {RequirementState} from './report.ts';
import {type PlacedTelling, readStatements, type Statements} from './statements.ts';
import type {Telling} from './telling.ts';
import type {PhraseHit, Step} from './walk.ts';

/**
 * Which requirements of its template a text meets, and where. A requirement whose kind of evidence is unknown counts as met:
 * nothing can be said against the author.
 */
export function* judgeInSteps(reading: Reading): Steps<RequirementState[]> {
  if (reading.template.requirements.length === 0) return [];
  let judgeOf = ready.get(reading.template);
  if (!judgeOf) {
    judgeOf = new Judge(reading.template.requirements);
    ready.set(reading.template, judgeOf);
  }
  const statements = readStatements(reading);
  yield;
  return yield* judgeOf.judgeInSteps(statements);
}

const ready = new WeakMap<Template, Judge>();

/** What one kind of evidence looks for on behalf of one requirement. */
interface Asked {
  readonly requirement: Requirement;
  readonly kind: Kind | undefined;
}

/** What a judge makes of a telling. */
interface Heard {
  readonly judge: object;
  readonly steps: readonly Step[];
  /** By sentence, for whom there may be something in it. */
  readonly groups: readonly number[];
  /** By requirement, as far as it was asked for. */
  readonly said: (Said | undefined)[];
}

/** Only what one judge makes of it is remembered: a document has one template at a time. */
const heardIn = newQuestion<Heard>();

const PHRASES = 0;
const NEGATIONS = 1;
const HINTS = 2;
const DOUBTS = 3;
const LISTS = 4;

/** Requirements with their phrases, ready to be put to any number of texts. */
export class Judge {
  readonly #lists = new PhraseLists(lexicon);
  readonly #asked: readonly Asked[];

  constructor(requirements: readonly Requirement[], kinds: Readonly<Record<string, Kind>> = allKinds) {
    this.#asked = requirements.map((requirement, index) => {
      const kind = kinds[requirement.evidence];
      const add = (list: number, phrases: readonly string[] = []) => {
        for (const phrase of phrases) this.#lists.add(index * LISTS + list, phrase, index);
      };
      add(PHRASES, kind?.phrases);
      add(PHRASES, requirement.phrases);
      add(NEGATIONS, kind?.negations);
      add(NEGATIONS, requirement.negations);
      add(HINTS, kind?.hints);
      add(DOUBTS, kind?.doubts);
      return {requirement, kind};
    });
  }

  /** Word classes that the phrases name and nobody knows. */
  get unknownClasses(): readonly string[] {
    return this.#lists.unknownClasses;
  }

  judge(statements: Statements): RequirementState[] {
    return inOneGo(this.judgeInSteps(statements));
  }

  /** A step for each requirement. */
  *judgeInSteps(statements: Statements): Steps<RequirementState[]> {
    const states: RequirementState[] = [];
    for (const [index, {requirement, kind}] of this.#asked.entries()) {
      const evidence = kind && this.#evidence(statements, index, kind, requirement);
      states.push({requirement, met: !kind || evidence !== undefined, evidence});
      yield;
    }
    return states;
  }

  #evidence(statements: Statements, index: number, kind: Kind, requirement: Requirement): Span | undefined {
    const saidIn = ({telling}: PlacedTelling) => this.#saidIn(telling, index);
    const hits = new Hits(statements, placed => saidIn(placed).hits);
    const hints = new Hits(statements, placed => saidIn(placed).hints);
    const doubts = new Hits(statements, placed => saidIn(placed).doubts);
    return kind.find(new Question(requirement, statements, hits, hints, doubts));
  }

  /** What a telling says about a requirement. */
  #saidIn(telling: Telling, requirement: number): Said {
    const before = heardIn.answerOf(telling);
    const heard = before?.judge === this ? before : this.#hear(telling);
    if (heard !== before) heardIn.keep(telling, heard);
    const known = heard.said[requirement];
    if (known) return known;
    const found = this.#find(telling, heard, requirement);
    heard.said[requirement] = found;
    return found;
  }

  #hear({tokens, classes, sentences}: Telling): Heard {
    const steps = this.#lists.steps(tokens, classes);
    const groups = sentences.map(sentence => this.#lists.groupsIn(steps, sentence));
    return {judge: this, steps, groups, said: []};
  }

  #find(telling: Telling, {steps, groups}: Heard, requirement: number): Said {
    const {tokens, sentences} = telling;
    const hits: PhraseHit[] = [];
    const hints: PhraseHit[] = [];
    const doubts: PhraseHit[] = [];
    const own = groupBit(requirement);
    for (let index = 0; index < sentences.length; index++) {
      const sentence = sentences[index];
      if (!sentence || ((groups[index] ?? 0) & own) === 0) continue;
      const all = this.#lists.findIn(tokens, steps, sentence, index, own);
      if (all.length === 0) continue;
      const told = sentence.asks ? all.filter(({isLabel}) => isLabel) : all;
      const of = (list: number) => told.filter(hit => hit.list === requirement * LISTS + list);
      const negations = of(NEGATIONS);
      for (const hit of withoutNegated(of(PHRASES), negations, telling)) hits.push(hit);
      for (const hit of withoutNegated(of(HINTS), negations, telling)) hints.push(hit);
      for (const hit of of(DOUBTS)) doubts.push(hit);
    }
    return hits.length + hints.length > 0 ? {hits, hints, doubts} : nothing;
  }
}

/** What a telling says about a requirement, but for what a negation undoes. */
interface Said {
  readonly hits: readonly PhraseHit[];
  readonly hints: readonly PhraseHit[];
  /** Negations undo none of these. */
  readonly doubts: readonly PhraseHit[];
}

const nothing: Said = {hits: [], hints: [], doubts: []};

/** How near a negation must stand to undo a phrase, in tokens, unless a comma stands between them. */
const NEAR = 3;

/** Both lists are of one sentence, in the order in which their hits begin. */
function withoutNegated(
  hits: readonly PhraseHit[],
  negations: readonly PhraseHit[],
  telling: Telling,
): readonly PhraseHit[] {
  if (negations.length === 0) return hits;
  const longest = negations.reduce((most, {first, last}) => Math.max(most, last - first), 0);
  let from = 0;
  return hits.filter(hit => {
    while (from < negations.length && (negations[from]?.first ?? 0) + longest + NEAR <= hit.first) from++;
    for (let at = from; at < negations.length; at++) {
      const negation = negations[at];
      if (!negation || negation.first >= hit.last + NEAR) return true;
      if (hit.first < negation.last + NEAR && !isParted(telling, hit, negation)) return false;
    }
    return true;
  });
}

/** "As no alert fired, a customer called" */
function isParted({prose, tokens}: Telling, a: PhraseHit, b: PhraseHit): boolean {
  const [before, after] = a.first < b.first ? [a, b] : [b, a];
  const from = tokens[before.last - 1]?.end ?? 0;
  const to = tokens[after.first]?.start ?? 0;
  return from >= 0 && from < to && prose.slice(from, to).includes(',');
}

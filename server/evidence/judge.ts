import type {Reading} from '../model/reading.ts';
import type {Requirement, Template} from '../model/template.ts';
import {lexicon} from './classes.ts';
import {Hits, type Said} from './hits.ts';
import {kinds as allKinds} from './kinds.ts';
import {PhraseLists} from './phrases.ts';
import {type Kind, Question} from './question.ts';
import type {RequirementState} from './report.ts';
import {type PlacedTelling, readStatements, type Statements} from './statements.ts';
import type {Telling} from './telling.ts';
import type {PhraseHit} from './walk.ts';

/**
 * Which requirements of its template a text meets, and where. A requirement whose kind of evidence is unknown counts as met:
 * nothing can be said against the author.
 */
export function judge(reading: Reading): RequirementState[] {
  if (reading.template.requirements.length === 0) return [];
  let judgeOf = ready.get(reading.template);
  if (!judgeOf) {
    judgeOf = new Judge(reading.template.requirements);
    ready.set(reading.template, judgeOf);
  }
  return judgeOf.judge(readStatements(reading));
}

const ready = new WeakMap<Template, Judge>();

/** What one kind of evidence looks for on behalf of one requirement, and the numbers of its three lists. */
interface Asked {
  readonly requirement: Requirement;
  readonly kind: Kind | undefined;
  readonly phrases: number;
  readonly negations: number;
  readonly hints: number;
}

/** Requirements with their phrases, ready to be put to any number of texts. */
export class Judge {
  readonly #lists = new PhraseLists(lexicon);
  readonly #asked: readonly Asked[];

  constructor(requirements: readonly Requirement[], kinds: Readonly<Record<string, Kind>> = allKinds) {
    this.#asked = requirements.map((requirement, index) => {
      const kind = kinds[requirement.evidence];
      const asked = {requirement, kind, phrases: index * 3, negations: index * 3 + 1, hints: index * 3 + 2};
      for (const phrase of [...(kind?.phrases ?? []), ...requirement.phrases]) this.#lists.add(asked.phrases, phrase);
      for (const phrase of [...(kind?.negations ?? []), ...requirement.negations])
        this.#lists.add(asked.negations, phrase);
      for (const phrase of kind?.hints ?? []) this.#lists.add(asked.hints, phrase);
      return asked;
    });
  }

  /** Word classes that the phrases name and nobody knows. */
  get unknownClasses(): readonly string[] {
    return this.#lists.unknownClasses;
  }

  judge(statements: Statements): RequirementState[] {
    const saidIn = ({telling}: PlacedTelling) => telling.saidTo(this, () => this.#saidIn(telling));
    return this.#asked.map(({requirement, kind, phrases, hints}) => {
      if (!kind) return {requirement, met: true, evidence: undefined};
      const of = (list: number) => new Hits(statements, saidIn, list);
      const evidence = kind.find(new Question(requirement, statements, of(phrases), of(hints)));
      return {requirement, met: evidence !== undefined, evidence};
    });
  }

  /** But for what a negation undoes. */
  #saidIn(telling: Telling): Said {
    const lists = new Map<number, PhraseHit[]>();
    telling.sentences.forEach((sentence, index) => {
      const hits = this.#lists.find(telling.tokens, telling.classes, sentence, index);
      if (hits.length > 0) addByList(sentence.asks ? hits.filter(({isLabel}) => isLabel) : hits, lists);
    });
    return lists;
  }
}

const none: readonly PhraseHit[] = [];

/** @param hits of one sentence; its negations undo their like, and are not added. */
function addByList(hits: readonly PhraseHit[], lists: Map<number, PhraseHit[]>): void {
  const said = new Map<number, PhraseHit[]>();
  for (const hit of hits) pushTo(said, hit.list, hit);
  for (const [list, found] of said) {
    if (list % 3 === 1) continue;
    const negations = said.get(list - (list % 3) + 1) ?? none;
    for (const hit of withoutNegated(found, negations)) pushTo(lists, list, hit);
  }
}

function pushTo(lists: Map<number, PhraseHit[]>, list: number, hit: PhraseHit): void {
  const hits = lists.get(list);
  if (hits) hits.push(hit);
  else lists.set(list, [hit]);
}

/** How near a negation must stand to undo a phrase, in tokens. */
const NEAR = 3;

/** Both lists are of one sentence, in the order in which their hits begin. */
function withoutNegated(hits: readonly PhraseHit[], negations: readonly PhraseHit[]): readonly PhraseHit[] {
  if (negations.length === 0) return hits;
  const longest = negations.reduce((most, {first, last}) => Math.max(most, last - first), 0);
  let from = 0;
  return hits.filter(hit => {
    while (from < negations.length && (negations[from]?.first ?? 0) + longest + NEAR <= hit.first) from++;
    for (let at = from; at < negations.length; at++) {
      const negation = negations[at];
      if (!negation || negation.first >= hit.last + NEAR) return true;
      if (hit.first < negation.last + NEAR) return false;
    }
    return true;
  });
}

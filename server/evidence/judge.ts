import type {Reading} from '../model/reading.ts';
import type {Requirement, Template} from '../model/template.ts';
import {lexicon} from './classes.ts';
import {kinds as allKinds} from './kinds.ts';
import {type PhraseHit, PhraseLists} from './phrases.ts';
import {type Kind, Question} from './question.ts';
import type {RequirementState} from './report.ts';
import {readStatements, type Statements} from './statements.ts';

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
    const found = this.#find(statements);
    return this.#asked.map(({requirement, kind, phrases, negations, hints}) => {
      if (!kind) return {requirement, met: true, evidence: undefined};
      const [hits, weak] = [phrases, hints].map(list => withoutNegated(found[list] ?? [], found[negations] ?? []));
      const evidence = kind.find(new Question(requirement, statements, hits ?? [], weak ?? []));
      return {requirement, met: evidence !== undefined, evidence};
    });
  }

  #find({tokens, classes, sentences}: Statements): PhraseHit[][] {
    const found: PhraseHit[][] = this.#asked.flatMap(() => [[], [], []]);
    sentences.forEach((sentence, index) => {
      for (const hit of this.#lists.find(tokens, classes, sentence, index))
        if (hit.isLabel || !sentence.asks) found[hit.list]?.push(hit);
    });
    return found;
  }
}

/** How near a negation must stand to undo a phrase, in tokens. */
const NEAR = 3;

/** Both lists are in the order in which their hits begin. */
function withoutNegated(hits: readonly PhraseHit[], negations: readonly PhraseHit[]): readonly PhraseHit[] {
  if (negations.length === 0 || hits.length === 0) return hits;
  const longest = negations.reduce((most, {first, last}) => Math.max(most, last - first), 0);
  let from = 0;
  return hits.filter(hit => {
    while (from < negations.length && (negations[from]?.first ?? 0) + longest + NEAR <= hit.first) from++;
    for (let at = from; at < negations.length; at++) {
      const negation = negations[at];
      if (!negation || negation.first >= hit.last + NEAR) return true;
      if (negation.sentence === hit.sentence && hit.first < negation.last + NEAR) return false;
    }
    return true;
  });
}

import type {Reading} from '../model/reading.ts';
import type {Requirement, Template} from '../model/template.ts';
import {lexicon} from './classes.ts';
import {kinds} from './kinds.ts';
import {type PhraseHit, PhraseLists} from './phrases.ts';
import {type Kind, Question} from './question.ts';
import type {RequirementState} from './report.ts';
import {readStatements, type Statements} from './statements.ts';

/**
 * Which requirements of its template a text meets, and where. A requirement whose kind of evidence is unknown counts as met:
 * nothing can be said against the author.
 */
export function judge(reading: Reading): RequirementState[] {
  const {requirements} = reading.template;
  if (requirements.length === 0) return [];
  const statements = readStatements(reading);
  const asked = readyToAsk(reading.template);
  const found = asked.find(statements);
  return requirements.map((requirement, index) => {
    const kind = kinds[requirement.evidence];
    if (!kind) return {requirement, met: true, evidence: undefined};
    const evidence = kind.find(
      new Question(requirement, statements, asked.hits(found, index), asked.hints(found, index)),
    );
    return {requirement, met: evidence !== undefined, evidence};
  });
}

const ready = new WeakMap<Template, Asked>();

function readyToAsk(template: Template): Asked {
  const known = ready.get(template);
  if (known) return known;
  const asked = new Asked(template.requirements);
  ready.set(template, asked);
  return asked;
}

/** How near a negation must stand to undo a phrase, in tokens. */
const NEAR = 3;

/** The phrases of all requirements of a template, ready to be found together. Each requirement has three lists. */
class Asked {
  readonly #lists = new PhraseLists(lexicon);

  constructor(requirements: readonly Requirement[]) {
    requirements.forEach((requirement, index) => {
      const kind: Pick<Kind, 'phrases' | 'negations' | 'hints'> = kinds[requirement.evidence] ?? {
        phrases: [],
        negations: [],
      };
      for (const phrase of [...kind.phrases, ...requirement.phrases]) this.#lists.add(index * 3, phrase);
      for (const phrase of [...kind.negations, ...requirement.negations]) this.#lists.add(index * 3 + 1, phrase);
      for (const phrase of kind.hints ?? []) this.#lists.add(index * 3 + 2, phrase);
    });
  }

  find({tokens, classes, sentences}: Statements): ReadonlyMap<number, readonly PhraseHit[]> {
    const found = new Map<number, PhraseHit[]>();
    sentences.forEach((sentence, index) => {
      for (const hit of this.#lists.find(tokens, classes, sentence, index)) {
        const list = found.get(hit.list);
        if (list) list.push(hit);
        else found.set(hit.list, [hit]);
      }
    });
    return found;
  }

  /** What was found of a requirement's phrases, but for those that a negation undoes. */
  hits(found: ReadonlyMap<number, readonly PhraseHit[]>, requirement: number): readonly PhraseHit[] {
    const hits = found.get(requirement * 3) ?? [];
    const negations = found.get(requirement * 3 + 1);
    return negations ? hits.filter(hit => !negations.some(negation => undoes(negation, hit))) : hits;
  }

  hints(found: ReadonlyMap<number, readonly PhraseHit[]>, requirement: number): readonly PhraseHit[] {
    return found.get(requirement * 3 + 2) ?? [];
  }
}

function undoes(negation: PhraseHit, hit: PhraseHit): boolean {
  if (negation.sentence !== hit.sentence) return false;
  return negation.first < hit.last + NEAR && hit.first < negation.last + NEAR;
}

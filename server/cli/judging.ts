import {fileJson} from '../features/json.ts';
import {type Circumstances, type Judgement, judge} from '../judge.ts';
import {isMended} from '../rules/fix-all.ts';
import {Checker, namedTemplate} from './checker.ts';
import {explanation} from './explain.ts';
import {humanReport} from './human.ts';
import {keyOf} from './known-outcomes.ts';
import type {Outcome, View} from './outcome.ts';

/** @param template that every text is taken for, by its name */
export function makeChecker(template: string | undefined): Checker {
  return new Checker(template === undefined ? undefined : namedTemplate(template));
}

/** Circumstances by what they say: equal ones are one object. */
export class Distinct {
  readonly #known = new Map<string, Circumstances>();
  readonly #keys = new Map<Circumstances, string>();

  add(circumstances: Circumstances): Circumstances {
    const said = JSON.stringify(circumstances);
    const known = this.#known.get(said) ?? circumstances;
    this.#known.set(said, known);
    return known;
  }

  /** A key that differs for other circumstances. */
  keyOf(circumstances: Circumstances): string {
    const key = this.#keys.get(circumstances) ?? keyOf([JSON.stringify(circumstances)]);
    this.#keys.set(circumstances, key);
    return key;
  }
}

/** @returns one sentence where a part of the engine fails; no text should make it */
export function outcomeOf(text: string, circumstances: Circumstances, view: View): Outcome | string {
  try {
    return outcome(text, circumstances, view);
  } catch (error) {
    return `could not be judged: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function outcome(text: string, circumstances: Circumstances, view: View): Outcome {
  const judgement = judge(text, circumstances);
  const findings = judgement?.findings ?? [];
  return {
    isPostmortem: judgement !== undefined,
    isDraft: judgement?.report.draft === true,
    findings: findings.length,
    fixable: findings.filter(isMended).length,
    fails: findings.some(({severity}) => severity !== 'hint'),
    parts: partsOf(judgement, view),
  };
}

const beforePart = '{"path":""';

function partsOf(judgement: Judgement | undefined, {format, colors, explain}: View): string[] {
  if (format === 'json') return [JSON.stringify(fileJson('', judgement)).slice(beforePart.length)];
  if (!judgement) return [];
  return [...humanReport(judgement, colors), ...(explain ? [explanation(judgement, colors)] : [])];
}

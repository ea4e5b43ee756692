import {readInSteps} from '../model/read.ts';
import type {Reading} from '../model/reading.ts';
import {inOneGo, type Steps} from '../model/steps.ts';
import {applyEdits, type Edit} from '../model/text.ts';
import {timelineInSteps} from '../model/timeline/timeline.ts';
import {rules} from './all.ts';
import type {Finding, Fix} from './rule.ts';
import {findingsInSteps, type RuleSettings} from './run.ts';
import {lostWords} from './words-lost.ts';

/** Documents in corpora need at most nine rounds: one for each rule, and one for each section that is moved. */
const maxRounds = 40;

/**
 * Applies the safe fixes of all structural rules until none is left. Loses no word; applied to its own result it changes nothing.
 *
 * @returns the reading as it was, where the fixes do not come to rest or would lose a word.
 */
export function fixAll(reading: Reading, settings: RuleSettings): Reading {
  return inOneGo(fixAllInSteps(reading, settings));
}

/** As `fixAll`. */
export function* fixAllInSteps(reading: Reading, settings: RuleSettings): Steps<Reading> {
  let next = reading;
  for (let round = 0; round < maxRounds; round++) {
    const edits = yield* nextEdits(next, settings);
    yield;
    if (edits.length === 0) return lostWords(reading.text, next.text).length === 0 ? next : reading;
    next = yield* readInSteps(applyEdits(next.text, edits), next.template, next);
    yield;
  }
  return reading;
}

const structural = rules.filter(rule => rule.structural);

/** The edits of the first structural rule that has a safe fix: the fixes of the rules after it may change once it is applied. */
function* nextEdits(reading: Reading, settings: RuleSettings): Steps<Edit[]> {
  const isUntitled = reading.sections.some(({spec, titles}) => spec.kind === 'timeline' && titles.length === 0);
  const timeline = isUntitled ? yield* timelineInSteps(reading) : undefined;
  const found = yield* findingsInSteps({...reading, requirements: [], timeline}, settings, structural);
  for (const {code} of structural) {
    const fixes = found.flatMap(finding => (finding.rule === code && safeFix(finding)) || []);
    if (fixes.length > 0) return apart(fixes);
  }
  return [];
}

/** The edits of fixes that have nothing to do with each other; what touches an earlier one waits for the next round. */
function apart(fixes: readonly Fix[]): Edit[] {
  const taken: Edit[] = [];
  for (const {edits} of fixes) {
    const [start, end] = [Math.min(...edits.map(edit => edit.start)), Math.max(...edits.map(edit => edit.end))];
    if (taken.every(edit => edit.end < start || end < edit.start)) taken.push(...edits);
  }
  return taken;
}

/** Is it a finding that `fixAll` mends? */
export function isMended(finding: Finding): boolean {
  return safeFix(finding) !== undefined && structural.some(({code}) => code === finding.rule);
}

/** The fix that `fixAll` takes of a finding: the first one, if it is safe. */
function safeFix({fixes}: Pick<Finding, 'fixes'>): Fix | undefined {
  const [first] = fixes ?? [];
  return first?.safe ? first : undefined;
}

import type {Report, RequirementState} from '../evidence/report.ts';
import {isCut} from '../model/markdown/limits.ts';
import {lineIndexAt} from '../model/markdown/source-lines.ts';
import {inOneGo, type Steps} from '../model/steps.ts';
import type {Template, WordRange} from '../model/template.ts';
import {contains} from '../model/text.ts';
import {parseOfficeHours} from '../model/time/office.ts';
import type {Settings} from '../settings.ts';
import {rules as allRules} from './all.ts';
import {mergeConflict} from './merge-conflict.ts';
import type {Finding, Rule, Severity, SeveritySetting} from './rule.ts';
import {unreadText} from './unread-text.ts';
import {unusedSuppression, unusedSuppressions} from './unused-suppression.ts';

/** A finding with the severity that settings and rule give it together. */
export interface JudgedFinding extends Finding {
  readonly severity: Severity;
}

export type RuleSettings = Pick<Settings, 'rules' | 'words'> &
  Partial<Pick<Settings, 'requirements' | 'timelineClock' | 'timelineSeparator' | 'officeHours'>>;

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * Runs every rule that is not switched off. Findings come sorted by position, then by rule; those that the author suppressed
 * are left out. A rule that throws gives one finding that says so. While the text has merge conflicts, they are all that is
 * reported, beside where the reading ends: nothing else can be read rightly. Of a text that is cut there, only conflicts have fixes.
 */
export function findings(report: Report, settings: RuleSettings, rules?: readonly Rule[]): JudgedFinding[] {
  return inOneGo(findingsInSteps(report, settings, rules));
}

/** As `findings`, with a step for each rule. */
export function* findingsInSteps(
  report: Report,
  settings: RuleSettings,
  rules: readonly Rule[] = allRules,
): Steps<JudgedFinding[]> {
  const cut = isCut(report.limits);
  // Behind the end of what is read may stand whatever seems to be left open.
  const requirements = cut ? [] : askedFor(report.requirements, settings);
  const own = requirements === report.requirements ? report : {...report, requirements};
  const asked = withPreferences(withWords(own, settings), settings);
  const conflicting = report.conflicts.length > 0;
  const isMeant = (rule: Rule) => !conflicting || rule === mergeConflict || (cut && rule === unreadText);
  const ran = rules.filter(rule => severityOf(rule, settings) !== 'off' && isMeant(rule));
  const all: JudgedFinding[] = [];
  for (const rule of ran) {
    const found = runRule(rule, asked);
    judge(cut && rule !== mergeConflict ? found.map(withoutFixes) : found, severityOf(rule, settings), all);
    yield;
  }
  if (report.suppressions.length === 0) return all.sort(byPosition);
  const used = new Set<string>();
  const silences = silencesOf(report);
  const heard = all.filter(finding => !isSilenced(finding, report, silences, used));
  if (!ran.includes(unusedSuppression)) return heard.sort(byPosition);
  const unused = unusedSuppressions(report, {
    used,
    ran: ran.map(({code}) => code),
    all: allRules.map(({code}) => code),
  });
  judge(unused, severityOf(unusedSuppression, settings), heard);
  return heard.sort(byPosition);
}

export function severityOf(rule: Rule, {rules}: Pick<Settings, 'rules'>): SeveritySetting {
  return rules[rule.code] ?? rule.severity;
}

/** The requirements that the settings do not switch off. */
export function askedFor(
  states: readonly RequirementState[],
  {requirements = {}}: Pick<RuleSettings, 'requirements'>,
): readonly RequirementState[] {
  if (Object.keys(requirements).length === 0) return states;
  return states.filter(({requirement: {id}}) => !Object.hasOwn(requirements, id) || requirements[id] !== false);
}

/** How the team wants its timelines. */
function withPreferences(report: Report, settings: RuleSettings): Report {
  const {timelineClock = 'as written', timelineSeparator = '', officeHours = ''} = settings;
  if (timelineClock === 'as written' && timelineSeparator === '' && officeHours === '') return report;
  const hours = timelineClock === 'as written' ? undefined : timelineClock === '12-hour' ? 12 : 24;
  const preferences = {
    hours,
    separator: timelineSeparator || undefined,
    officeHours: parseOfficeHours(officeHours),
  } as const;
  return {...report, preferences};
}

/** The settings' word range stands in for the template's. */
function withWords(report: Report, {words}: RuleSettings): Report {
  if (words.min === undefined && words.max === undefined) return report;
  return {...report, template: {...report.template, words: wordRange(report.template, words)}};
}

/** The settings' bounds, and the template's where the settings have none and they do not contradict each other. */
export function wordRange({words = {}}: Template, asked: RuleSettings['words']): WordRange {
  const range = {...words, ...asked};
  if (range.min === undefined || range.max === undefined || range.min <= range.max) return range;
  return asked;
}

function runRule(rule: Rule, report: Report): Finding[] {
  try {
    return [...rule.check(report)];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The rule '${rule.code}' could not judge this document: ${reason}`;
    return [{rule: rule.code, span: {start: 0, end: 0}, message, severity: 'information'}];
  }
}

/** Of a text that is not read to its end, what a fix moves or puts in might belong behind what stands there. */
function withoutFixes({fixes: _, ...finding}: Finding): Finding {
  return finding;
}

/** Adds what a rule found. A finding may lower the severity of its rule, never raise it. */
function judge(found: readonly Finding[], setting: SeveritySetting, to: JudgedFinding[]): void {
  if (setting === 'off') return;
  for (const finding of found) to.push({...finding, severity: weaker(setting, finding.severity ?? setting)});
}

function weaker(a: Severity, b: Severity): Severity {
  return severities[Math.max(severities.indexOf(a), severities.indexOf(b))] ?? a;
}

/** Suppressions, by index: those of a single line by where it begins, and those that reach further. */
interface Silences {
  readonly byLine: ReadonlyMap<number, readonly number[]>;
  readonly wide: readonly number[];
}

function silencesOf({suppressions, lines}: Report): Silences {
  const byLine = new Map<number, number[]>();
  const wide: number[] = [];
  for (const [index, {scope}] of suppressions.entries()) {
    const line = lines[lineIndexAt(lines, scope.start)];
    if (line?.start !== scope.start || line.end + 1 !== scope.end) wide.push(index);
    else byLine.set(line.start, [...(byLine.get(line.start) ?? []), index]);
  }
  return {byLine, wide};
}

/**
 * Notes in `used` which rule each suppression silenced: `index rule`. Where the reading ends is silenced by name only, for what is not
 * said of the rest would pass for praise.
 */
function isSilenced({rule, span}: Finding, report: Report, {byLine, wide}: Silences, used: Set<string>): boolean {
  const line = report.lines[lineIndexAt(report.lines, span.start)];
  let silenced = false;
  for (const index of [...wide, ...(byLine.get(line?.start ?? -1) ?? [])]) {
    const suppression = report.suppressions[index];
    if (!suppression || !contains(suppression.scope, span.start)) continue;
    const {rules} = suppression;
    if (rules.length === 0 ? rule === unreadText.code : !rules.includes(rule)) continue;
    used.add(`${index} ${rule}`);
    silenced = true;
  }
  return silenced;
}

function byPosition(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

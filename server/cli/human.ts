import {Places} from '../features/json.ts';
import type {Judgement} from '../judge.ts';
import type {Severity} from '../rules/rule.ts';
import type {JudgedFinding} from '../rules/run.ts';
import {excerptOf, visible} from './excerpt.ts';

const colors: Readonly<Record<Severity | 'rule' | 'frame', number>> = {
  error: 31,
  warning: 33,
  information: 36,
  hint: 90,
  rule: 90,
  frame: 34,
};

/** Findings for people, one text each: the place and what is wrong, the lines of the source, what to do about it. */
export function* humanReport(path: string, judgement: Judgement, colored: boolean): Generator<string> {
  const places = new Places(judgement.report.text);
  const paint = (name: keyof typeof colors, text: string) => (colored ? `\x1b[${colors[name]}m${text}\x1b[0m` : text);
  for (const finding of judgement.findings) {
    const {line, column} = places.at(finding.span.start);
    const place = visible(`${path}:${line}:${column}`);
    const title = `${place} ${paint(finding.severity, finding.severity)} ${visible(finding.message)} ${paint('rule', `[${finding.rule}]`)}`;
    yield `${[title, ...source(judgement.report.text, finding, line, paint)].join('\n')}\n\n`;
  }
}

export interface Tally {
  files: number;
  postmortems: number;
  findings: number;
  fixable: number;
  /** Of which nothing is asked yet that they might still say. */
  drafts: number;
}

export function summaryOf({files, postmortems, findings, fixable, drafts}: Tally): string {
  if (files === 0) return 'No Markdown files.\n';
  if (postmortems === 0) return `No postmortem among ${counted(files, 'file')}.\n`;
  const found = findings === 0 ? 'Nothing found' : counted(findings, 'finding');
  const help =
    fixable === 0 ? '' : `; 'postmortem fix' mends ${fixable < findings ? fixable : fixable === 1 ? 'it' : 'them'}`;
  const unjudged = drafts === 0 ? '' : `; ${counted(drafts, 'draft')} not judged for content`;
  return `${found} in ${counted(postmortems, 'postmortem')}${help}${unjudged}.\n`;
}

function* source(
  text: string,
  {span, fixes}: JudgedFinding,
  line: number,
  paint: (name: keyof typeof colors, text: string) => string,
): Generator<string> {
  const number = String(line);
  const margin = ' '.repeat(number.length);
  const {source: shown, marks} = excerptOf(text, span);
  yield paint('frame', `${margin} |`);
  yield `${paint('frame', `${number} |`)} ${shown}`;
  yield `${paint('frame', `${margin} |`)} ${marks}`;
  const fix = fixes?.[0];
  if (fix) yield `${paint('frame', `${margin} =`)} help: ${visible(fix.title)}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

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

/**
 * Findings for people, one text each, to be printed after the path: the place and what is wrong, the lines of the source, what to do
 * about it.
 */
export function* humanReport({report: {text}, findings}: Judgement, colored: boolean): Generator<string> {
  const places = new Places(text);
  const paint = (name: keyof typeof colors, shown: string) =>
    colored ? `\x1b[${colors[name]}m${shown}\x1b[0m` : shown;
  for (const finding of findings) {
    const {line, column} = places.at(finding.span.start);
    const title = `:${line}:${column} ${paint(finding.severity, finding.severity)} ${visible(finding.message)} ${paint('rule', `[${finding.rule}]`)}`;
    yield `${[title, ...source(text, finding, line, paint)].join('\n')}\n\n`;
  }
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

/**
 * Every regular expression of the project takes time that grows no faster than the text. To prove it takes a minute or two, so what
 * is proved is kept in a list, and tests prove only what is not in it.
 *
 *     npm run regular-expressions            proves the new ones, and keeps them
 *     npm run regular-expressions -- --all   proves all of them again
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {parseSync, Visitor} from 'oxc-parser';
import {checkSync} from 'recheck';

/** One regular expression in each line, as JavaScript writes it. */
export const provedList = 'test/fixtures/linear-regular-expressions.txt';

/** Milliseconds for the proof of one. */
const timeout = 60_000;

/** Milliseconds for a text of some ten thousand characters that was made to take long: those that take the square of it take a second. */
const longestTrial = 150;

export interface Expression {
  readonly pattern: string;
  readonly flags: string;
  /** File of the project. */
  readonly file: string;
}

/** Those that are written as such in the sources, and the files that make some as the program runs. */
export function expressionsInSources(): {readonly written: readonly Expression[]; readonly making: readonly string[]} {
  const written: Expression[] = [];
  const making: string[] = [];
  for (const file of ['server', 'client'].flatMap(sourceFiles)) {
    const isMade = (callee: object) => 'name' in callee && callee.name === 'RegExp';
    const visitor = new Visitor({
      Literal(node) {
        if ('regex' in node && node.regex) written.push({...node.regex, file});
      },
      NewExpression({callee}) {
        if (isMade(callee)) making.push(file);
      },
      CallExpression({callee}) {
        if (isMade(callee)) making.push(file);
      },
    });
    visitor.visit(parseSync(file, readFileSync(file, 'utf8')).program);
  }
  return {written, making: [...new Set(making)].sort()};
}

function sourceFiles(folder: string): string[] {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'});
  return names
    .filter(name => name.endsWith('.ts'))
    .sort()
    .map(name => `${folder}/${name}`);
}

export function isLinear({pattern, flags}: Pick<Expression, 'pattern' | 'flags'>): boolean {
  // The other ways to run it start a process for each.
  process.env['RECHECK_SYNC_BACKEND'] = 'pure';
  const found = checkSync(pattern, flags, {timeout});
  if (found.status !== 'vulnerable') return found.status === 'safe';
  // What looks around itself is tried, not proved: only a text that does take long counts.
  return found.checker === 'fuzz' && timeFor(new RegExp(pattern, flags), found.attack.string) < longestTrial;
}

/** Milliseconds of the processor. */
function timeFor(expression: RegExp, text: string): number {
  const start = process.cpuUsage();
  text.replace(expression, '');
  const {user, system} = process.cpuUsage(start);
  return (user + system) / 1000;
}

export function source({pattern, flags}: Expression): string {
  return `/${pattern}/${flags}`;
}

export function proved(): ReadonlySet<string> {
  return new Set(readFileSync(provedList, 'utf8').split('\n').filter(Boolean));
}

function main(again: boolean): void {
  const known = proved();
  const all = new Map(expressionsInSources().written.map(each => [source(each), each]));
  const failed = new Set<string>();
  for (const [text, expression] of all) {
    if ((!again && known.has(text)) || isLinear(expression)) continue;
    failed.add(text);
    console.log(`${expression.file}: ${text} may take time that grows faster than the text`);
  }
  const kept = [...all.keys()].filter(text => !failed.has(text)).sort();
  writeFileSync(provedList, `${kept.join('\n')}\n`);
  console.log(`${kept.length} regular expressions take time that grows no faster than the text`);
  if (failed.size > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.includes('--all'));

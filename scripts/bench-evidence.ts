/**
 * What each kind of evidence is worth and costs: agreement with the reader on the labelled documents, where these lie beside the
 * project, and milliseconds for a document of the project's own.
 *
 *     npm run bench
 */
import {Judge} from '../server/evidence/judge.ts';
import {kinds} from '../server/evidence/kinds.ts';
import type {Kind} from '../server/evidence/question.ts';
import {readStatements} from '../server/evidence/statements.ts';
import {read} from '../server/model/read.ts';
import {defaultTemplate} from '../server/templates/all.ts';
import {agreement} from './agreement.ts';
import {postmortemOf} from './bench/documents.ts';
import {industryDocuments, labelledDocuments} from './labelled.ts';

type Kinds = Readonly<Record<string, Kind>>;

const WORDS = 550;
const ROUNDS = 300;
const FEW = 5;
const {requirements} = defaultTemplate();
const documents = labelledDocuments();
const reading = read(postmortemOf(WORDS), defaultTemplate());
const statements = readStatements(reading);

printKinds();
printAblation();
printCorpus();

function printKinds(): void {
  console.log(`\nEvidence: agreement on labelled cells (borderline left out), ms for ${reading.words.total} words\n`);
  console.log('| kind | agreement | unmet said rightly, wrongly, overlooked | all without it | ms |');
  console.log('|---|--:|---|--:|--:|');
  console.log(`| sentences and word classes, shared | | | | ${milliseconds(() => readStatements(reading))} |`);
  for (const name of new Set(requirements.map(({evidence}) => evidence))) {
    const own = requirements.filter(({evidence}) => evidence === name);
    const judge = new Judge(own);
    const {cells, agreed, rightly, wrongly, overlooked} = agreement(documents, own);
    const counts = `${rightly}, ${wrongly.length}, ${overlooked.length}`;
    const without = allAgreement({...kinds, [name]: anything});
    console.log(
      `| ${name} | ${ratio(agreed, cells)} | ${counts} | ${without} | ${milliseconds(() => judge.judge(statements))} |`,
    );
  }
  const all = new Judge(requirements);
  const whole = milliseconds(() => all.judge(readStatements(reading)));
  console.log(
    `| all of them, sentences included | ${allAgreement(kinds)} | | ${allAgreement(everywhere())} | ${whole} |`,
  );
}

function printAblation(): void {
  const variants: Record<string, Kinds> = {
    'without negations': each(kind => ({...kind, negations: []})),
    'without hints': each(kind => ({...kind, hints: []})),
    'without word classes': each(kind => withPhrases(kind, phrase => !phrase.includes('<'))),
    'without gaps between words': each(kind => withPhrases(kind, phrase => !phrase.includes('...'))),
    'without labels': each(kind => withPhrases(kind, phrase => !phrase.includes(':'))),
  };
  console.log('\n| all kinds | agreement |\n|---|--:|');
  for (const [name, variant] of Object.entries(variants)) console.log(`| ${name} | ${allAgreement(variant)} |`);
}

function printCorpus(): void {
  const judge = new Judge(requirements);
  const times = industryDocuments().map(({reading}) =>
    Math.min(...Array.from({length: FEW}, () => time(() => judge.judge(readStatements(reading))))),
  );
  if (times.length === 0) return;
  console.log(
    `\n${times.length} texts of organisations, the best of ${FEW} rounds each: median ${median(times)} ms, most ${Math.max(...times).toFixed(1)} ms`,
  );
}

/** Takes everything for evidence. */
const anything: Kind = {summary: '', phrases: [], negations: [], find: () => ({start: 0, end: 0})};

function everywhere(): Kinds {
  return each(() => anything);
}

function each(change: (kind: Kind) => Kind): Kinds {
  return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, change(kind)]));
}

function withPhrases(kind: Kind, keep: (phrase: string) => boolean): Kind {
  return {
    ...kind,
    phrases: kind.phrases.filter(keep),
    negations: kind.negations.filter(keep),
    hints: (kind.hints ?? []).filter(keep),
  };
}

function allAgreement(variant: Kinds): string {
  const {cells, agreed} = agreement(documents, requirements, variant);
  return ratio(agreed, cells);
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}

function milliseconds(run: () => unknown): string {
  for (let round = 0; round < ROUNDS; round++) run();
  return median(Array.from({length: ROUNDS}, () => time(run)));
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(3);
}

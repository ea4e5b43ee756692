import {Judge} from '../../server/evidence/judge.ts';
import {kinds} from '../../server/evidence/kinds.ts';
import type {Kind} from '../../server/evidence/question.ts';
import {readStatements, type Statements} from '../../server/evidence/statements.ts';
import {read} from '../../server/model/read.ts';
import type {Reading} from '../../server/model/reading.ts';
import {defaultTemplate} from '../../server/templates/all.ts';
import {agreement} from '../agreement.ts';
import {industryDocuments, labelledDocuments} from '../labelled.ts';
import {postmortemOf} from './documents.ts';
import {median, table} from './samples.ts';

type Kinds = Readonly<Record<string, Kind>>;

const words = 550;
const rounds = 60;
const few = 5;
const template = defaultTemplate();
const {requirements} = template;
const documents = labelledDocuments();

/**
 * What each kind of evidence is worth and costs: agreement with the reader on the labelled documents, where these lie beside the
 * project, and milliseconds for a document of the project's own that nothing is known of.
 */
export async function benchEvidence(): Promise<string> {
  return [kindsTable(), ablationTable(), corpusLine()].filter(part => part !== '').join('\n\n');
}

function kindsTable(): string {
  const rows = [...new Set(requirements.map(({evidence}) => evidence))].map(name => {
    const own = requirements.filter(({evidence}) => evidence === name);
    const judge = new Judge(own);
    const {cells, agreed, rightly, wrongly, overlooked} = agreement(documents, own);
    const counts = `${rightly}, ${wrongly.length}, ${overlooked.length}`;
    const without = allAgreement({...kinds, [name]: anything});
    return [name, ratio(agreed, cells), counts, without, milliseconds(freshStatements, each => judge.judge(each))];
  });
  const all = new Judge(requirements);
  const shared = milliseconds(freshReading, readStatements);
  const whole = milliseconds(freshReading, each => all.judge(readStatements(each)));
  return table(
    [
      'kind',
      'agreement',
      'unmet said rightly, wrongly, overlooked',
      'all without it',
      `ms, ${freshReading().words.total} words`,
    ],
    [
      ['sentences and word classes, shared', '', '', '', shared],
      ...rows,
      ['all of them, sentences included', allAgreement(kinds), '', allAgreement(everywhere()), whole],
    ],
  );
}

function ablationTable(): string {
  const variants: Record<string, Kinds> = {
    'without negations': each(kind => ({...kind, negations: []})),
    'without hints': each(kind => ({...kind, hints: []})),
    'without word classes': each(kind => withPhrases(kind, phrase => !phrase.includes('<'))),
    'without gaps between words': each(kind => withPhrases(kind, phrase => !phrase.includes('...'))),
    'without labels': each(kind => withPhrases(kind, phrase => !phrase.includes(':'))),
  };
  const rows = Object.entries(variants).map(([name, variant]) => [name, allAgreement(variant)]);
  return table(['all kinds', 'agreement'], rows);
}

function corpusLine(): string {
  const judge = new Judge(requirements);
  const times = industryDocuments().map(({reading: {text, template}}) =>
    Math.min(
      ...Array.from({length: few}, () => {
        const reading = read(text, template);
        return time(() => judge.judge(readStatements(reading)));
      }),
    ),
  );
  if (times.length === 0) return '';
  const [usual, most] = [median(times).toFixed(2), Math.max(...times).toFixed(1)];
  return `${times.length} texts of organisations, the best of ${few} rounds each: median ${usual} ms, most ${most} ms.`;
}

/** A document that was never seen: what is found out about a text is kept with its reading. */
function freshReading(): Reading {
  return read(postmortemOf(words), template);
}

function freshStatements(): Statements {
  return readStatements(freshReading());
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

/** @param prepare makes what is measured on, outside of the time that is measured */
function milliseconds<T>(prepare: () => T, run: (document: T) => unknown): string {
  const samples = Array.from({length: 2 * rounds}, () => {
    const document = prepare();
    return time(() => run(document));
  });
  return median(samples.slice(rounds)).toFixed(3);
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

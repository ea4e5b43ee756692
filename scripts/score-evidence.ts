/**
 * Scores evidence against hand-labelled postmortems, where these lie beside the project, in two halves drawn by a fixed seed.
 *
 *     npm run score:evidence
 *
 * Besides the full phrase lists it scores lists that are cut down to the phrases that occur in one half, on the other half: how
 * well would lists do that nobody could have written from the documents they are scored on?
 */
import {lexicon} from '../server/evidence/classes.ts';
import {kinds} from '../server/evidence/kinds.ts';
import {PhraseLists} from '../server/evidence/phrases.ts';
import type {Kind} from '../server/evidence/question.ts';
import {readStatements} from '../server/evidence/statements.ts';
import {defaultTemplate} from '../server/templates/all.ts';
import {type Agreement, agreement, agreementHeader, agreementRow} from './agreement.ts';
import {corpus, type Labelled, labelledDocuments, shuffled} from './labelled.ts';

const SEED = 20240229;
const {requirements} = defaultTemplate();
const documents = labelledDocuments();
if (documents.length === 0) console.log(`There is nothing to score against: the folder ${corpus} is not there.`);
else printScores(shuffled(documents, SEED));

function printScores(all: readonly Labelled[]): void {
  const half = Math.ceil(all.length / 2);
  const [a, b] = [all.slice(0, half), all.slice(half)];
  console.log(`A: ${a.map(({name}) => name).join(' ')}\nB: ${b.map(({name}) => name).join(' ')}\n`);
  console.log(`${''.padEnd(36)}${agreementHeader}`);
  print('all, full lists', agreement(all, requirements));
  print('A, full lists', agreement(a, requirements));
  print('B, full lists', agreement(b, requirements));
  print('B, phrases that occur in A', agreement(b, requirements, cutDown(a)));
  print('A, phrases that occur in B', agreement(a, requirements, cutDown(b)));
}

function print(title: string, result: Agreement): void {
  console.log(`${title.padEnd(36)}${agreementRow(result)}`);
  for (const cell of result.wrongly) console.log(`    said to be missing, and is there: ${cell}`);
  for (const cell of result.overlooked) console.log(`    is missing, and not said to be: ${cell}`);
}

/** Every kind with only those of its phrases that occur in the documents. Negations are cut down likewise. */
function cutDown(seen: readonly Labelled[]): Readonly<Record<string, Kind>> {
  const statements = seen.map(({reading}) => readStatements(reading));
  const occurring = (phrases: readonly string[]) => {
    const lists = new PhraseLists(lexicon);
    phrases.forEach((phrase, index) => {
      lists.add(index, phrase);
    });
    const found = new Set(
      statements
        .flatMap(({tellings}) => tellings)
        .flatMap(({telling: {tokens, classes, sentences}}) =>
          sentences.flatMap((sentence, index) => lists.find(tokens, classes, sentence, index).map(({list}) => list)),
        ),
    );
    return phrases.filter((_, index) => found.has(index));
  };
  return Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      {
        ...kind,
        phrases: occurring(kind.phrases),
        negations: occurring(kind.negations),
        hints: occurring(kind.hints ?? []),
      },
    ]),
  );
}

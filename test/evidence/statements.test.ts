import assert from 'node:assert/strict';
import fc from 'fast-check';
import {lexicon} from '../../server/evidence/classes.ts';
import {type Hit, Hits} from '../../server/evidence/hits.ts';
import {kinds} from '../../server/evidence/kinds.ts';
import {groupBit, PhraseLists} from '../../server/evidence/phrases.ts';
import {everywhere, standsIn} from '../../server/evidence/places.ts';
import {readStatements, type Statements} from '../../server/evidence/statements.ts';
import {read} from '../../server/model/read.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

const part = fc.constantFrom(
  '## Issue Summary\n\n',
  '## Timeline\n\n',
  '**Root cause:** ',
  '- 10:05 UTC - we paged the storage team\n',
  'Escalated to the network team. ',
  'Was it a full disk? ',
  'caused by a bug in the deployment, ',
  'not ',
  '30 % of users could not log in. ',
  '\n\n',
);

const texts = fc.array(part, {maxLength: 30}).map(parts => parts.join(''));

const spans = fc
  .uniqueArray(fc.nat({max: 600}), {maxLength: 8})
  .map(offsets => offsets.sort((a, b) => a - b))
  .map(sorted => sorted.flatMap((start, at) => (at % 2 === 0 ? [{start, end: sorted[at + 1] ?? start + 50}] : [])));

function statementsOf(text: string): Statements {
  return readStatements(read(text, defaultTemplate()));
}

describe('statements', () => {
  it('are found by where they begin', () => {
    fc.assert(
      fc.property(texts, spans, (text, asked) => {
        const statements = statementsOf(text);
        const all = [...statements.in(everywhere)].map(({start}) => start);
        const found = [...statements.in(asked)].map(({start}) => start);
        assert.deepEqual(
          found,
          all.filter(start => standsIn(asked, start)),
        );
      }),
    );
  });

  it('follow each other', () => {
    fc.assert(
      fc.property(texts, text => {
        const statements = statementsOf(text);
        const [first, ...rest] = statements.in(everywhere);
        if (!first) return;
        const after = [...statements.after(first)];
        assert.deepEqual(after, rest);
        after.forEach((next, at) => {
          assert.ok(statements.isNext(after[at - 1] ?? first, next));
        });
      }),
    );
  });
});

describe('phrases of a document', () => {
  const lists = new PhraseLists(lexicon);
  const sources = Object.values(kinds).flatMap(({phrases, negations}) => [phrases, negations]);
  sources.forEach((phrases, list) => {
    for (const phrase of phrases) lists.add(list, phrase, list);
  });

  it('are the same, looked for on behalf of one list or of all', () => {
    fc.assert(
      fc.property(texts, text => {
        for (const {telling} of statementsOf(text).tellings) {
          const {tokens, classes, sentences} = telling;
          const steps = lists.steps(tokens, classes);
          sentences.forEach((sentence, index) => {
            const all = lists.find(tokens, classes, sentence, index);
            sources.forEach((_, list) => {
              const own = lists.findIn(tokens, steps, sentence, index, groupBit(list)).filter(hit => hit.list === list);
              assert.deepEqual(
                own,
                all.filter(hit => hit.list === list),
              );
              assert.ok(own.length === 0 || (lists.groupsIn(steps, sentence) & groupBit(list)) !== 0);
            });
          });
        }
      }),
    );
  });

  it('are asked for from both ends, and only where they are wanted', () => {
    fc.assert(
      fc.property(texts, spans, (text, asked) => {
        const statements = statementsOf(text);
        const hits = new Hits(statements, ({telling: {tokens, classes, sentences}}) =>
          sentences.flatMap((sentence, index) => lists.find(tokens, classes, sentence, index)),
        );
        const all: string[] = [];
        const forth: string[] = [];
        const back: string[] = [];
        const into = (found: string[]) => (hit: Hit) => {
          if (found !== all || standsIn(asked, hit.statement.start))
            found.push(`${hit.statement.start} ${hit.first}-${hit.last}`);
          return undefined;
        };
        hits.first(everywhere, into(all));
        hits.first(asked, into(forth));
        hits.last(asked, into(back));
        assert.deepEqual(forth, all);
        assert.deepEqual(back.reverse(), all);
      }),
    );
  });
});
